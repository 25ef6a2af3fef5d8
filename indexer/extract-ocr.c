#include "indexer/extract-ocr.h"

#include <cairo.h>
#include <math.h>
#include <stdlib.h>

#include "indexer/extract-tool.h"

enum { COLUMNS = 12, LINE_COLUMNS = 4 /* page, block, paragraph, line */ };

static const float POINTS_AN_INCH = 72;

/* ---- the picture ---- */

/* The page in shades of grey, as PGM. */
static bool
draw(strbuf *out, PopplerPage *page, double scale)
{
    double width, height;
    cairo_surface_t *surface;
    cairo_t *pen;
    int columns, rows;
    bool well;

    poppler_page_get_size(page, &width, &height);
    columns = (int)ceil(width * scale);
    rows = (int)ceil(height * scale);
    surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, columns, rows);
    pen = cairo_create(surface);
    cairo_set_source_rgb(pen, 1, 1, 1);
    cairo_paint(pen);
    cairo_scale(pen, scale, scale);
    poppler_page_render(page, pen);
    well = cairo_status(pen) == CAIRO_STATUS_SUCCESS;
    cairo_destroy(pen);
    cairo_surface_flush(surface);
    strbuf_print(out, "P5\n%d %d\n255\n", columns, rows);
    strbuf_reserve(out, (size_t)columns * (size_t)rows);
    for (int y = 0; y < rows && well; y++) {
        const unsigned char *row =
            cairo_image_surface_get_data(surface) +
            (size_t)y * (size_t)cairo_image_surface_get_stride(surface);

        for (int x = 0; x < columns; x++) {
            const unsigned char *p = row + 4 * (size_t)x; /* B, G, R */

            out->ptr[out->len++] =
                (char)((p[0] * 29 + p[1] * 150 + p[2] * 77) >> 8);
        }
    }
    cairo_surface_destroy(surface);
    return well;
}

/* Pixels a point: less for a sheet that would be too large. */
static double
scale_of(PopplerPage *page)
{
    double width, height, scale = OCR_RESOLUTION / POINTS_AN_INCH;

    poppler_page_get_size(page, &width, &height);
    if (width < 1 || height < 1)
        return 0;
    if (width * height * scale * scale > OCR_PIXELS_MAX)
        scale = sqrt(OCR_PIXELS_MAX / (width * height));
    return width * scale < 32000 && height * scale < 32000 ? scale : 0;
}

/* ---- the words ---- */

typedef struct word {
    long line[LINE_COLUMNS];
    long left, top, width, height;
    span text;
} word;

static long
number_of(span field)
{
    char digits[16] = "";

    memcpy(digits, field.ptr,
        field.len < sizeof digits ? field.len : sizeof digits - 1);
    return strtol(digits, NULL, 10);
}

/* level page block paragraph line word left top width height sure text */
static bool
read_word(word *w, span row)
{
    span field[COLUMNS];

    for (int i = 0; i < COLUMNS - 1; i++) {
        if (!span_next_field(&row, '\t', &field[i]))
            return false;
    }
    if (number_of(field[0]) != 5)
        return false;
    for (int i = 0; i < LINE_COLUMNS; i++)
        w->line[i] = number_of(field[1 + i]);
    w->left = number_of(field[6]);
    w->top = number_of(field[7]);
    w->width = number_of(field[8]);
    w->height = number_of(field[9]);
    w->text = span_trim(row);
    return w->text.len > 0;
}

static void
add_word(layout *l, layout_line *line, const word *w, float scale)
{
    float x0 = (float)w->left * scale, y0 = (float)w->top * scale;
    float x1 = x0 + (float)w->width * scale, y1 = y0 + (float)w->height * scale;

    if (l->text.len > line->start)
        strbuf_add_char(&l->text, ' ');
    else
        *line =
            (layout_line){line->page, x0, x1, y0, y1, line->start, 0, false};
    strbuf_add(&l->text, w->text);
    line->x1 = x1 > line->x1 ? x1 : line->x1;
    line->y0 = y0 < line->y0 ? y0 : line->y0;
    line->y1 = y1 > line->y1 ? y1 : line->y1;
}

static void
end_line(layout *l, layout_line *line)
{
    line->end = l->text.len;
    if (line->end > line->start)
        vec_push(&l->lines, *line);
    strbuf_add_char(&l->text, '\n');
    line->start = l->text.len;
}

void
ocr_add_lines(layout *l, span tsv, float scale, size_t number)
{
    layout_line line = {.page = number, .start = l->text.len};
    long last[LINE_COLUMNS] = {-1, -1, -1, -1};
    span row;
    word w;

    while (span_next_line(&tsv, &row)) {
        if (!read_word(&w, row))
            continue;
        if (memcmp(last, w.line, sizeof last) != 0)
            end_line(l, &line);
        memcpy(last, w.line, sizeof last);
        add_word(l, &line, &w, scale);
    }
    end_line(l, &line);
}

bool
ocr_page(layout *l, PopplerPage *page, size_t number, sink *s)
{
    const tool tesseract = {{"/usr/bin/tesseract", "stdin", "stdout", "-l",
                                "vie", "--dpi", "300", "tsv", NULL},
        NULL, OCR_SECONDS, 16 << 20};
    double scale = scale_of(page);
    strbuf picture = STRBUF_INIT, out = STRBUF_INIT;
    bool well = scale > 0 && draw(&picture, page, scale);
    int code = 0;

    if (s->alive)
        s->alive(s->payload);
    s->ocr = true;
    if (!well)
        sink_fail(s, "its page %zu cannot be drawn", number + 1);
    else
        well = tool_run(&tesseract, strbuf_span(&picture), &out, &code, s);
    if (well && code)
        well = sink_fail(s, "tesseract failed on its page %zu%s", number + 1,
            code == 1 ? "; is tesseract-ocr-vie installed?" : "");
    if (well)
        ocr_add_lines(l, strbuf_span(&out), (float)(1 / scale), number);
    strbuf_release(&picture);
    strbuf_release(&out);
    return well;
}
