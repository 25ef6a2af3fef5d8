#include "indexer/extract-pdf.h"

#include <poppler.h>

#include "common/text/syllable.h"
#include "common/text/utf8.h"
#include "indexer/extract-layout.h"
#include "indexer/extract-ocr.h"

enum {
    FEW_WORDS = 12,   /* of a page that may be a picture */
    GARBAGE = 10,     /* per cent of letters that stand for nothing */
    NONSENSE = 3,     /* per cent of words that could be syllables */
    ENOUGH_WORDS = 60 /* to judge that */
};

/* Of a page that is a picture: its share of the page. */
static const double PICTURE = 0.5;

typedef struct reading {
    PopplerDocument *file;
    layout layout;
    sink *sink;
    size_t pages, pictures; /* pages that are nothing but a picture */
    bool ocr, all;          /* pictures are read by OCR; all pages */
} reading;

static size_t
words_of(span text)
{
    size_t words = 0;
    bool inside = false;

    for (size_t i = 0; i < text.len; i++) {
        bool blank = (unsigned char)text.ptr[i] <= ' ';

        words += !blank && !inside;
        inside = !blank;
    }
    return words;
}

static bool
is_picture(PopplerPage *page, span text)
{
    double width, height, most = 0;
    GList *images;

    if (words_of(text) > FEW_WORDS)
        return false;
    poppler_page_get_size(page, &width, &height);
    images = poppler_page_get_image_mapping(page);
    for (GList *i = images; i; i = i->next) {
        const PopplerImageMapping *image = i->data;
        double w = image->area.x2 - image->area.x1,
               h = image->area.y2 - image->area.y1;

        if (w * h > most)
            most = w * h;
    }
    poppler_page_free_image_mapping(images);
    return most > PICTURE * width * height;
}

/* ---- lines ---- */

/* Notes what is in the fonts of old encodings: `starts` has the byte of each
 * character. */
static void
add_runs(reading *r, PopplerPage *page, const size_t *starts, size_t count)
{
    GList *attributes = poppler_page_get_text_attributes(page);

    for (GList *i = attributes; i; i = i->next) {
        const PopplerTextAttributes *a = i->data;
        encoding font = sink_font(span_of(a->font_name));
        size_t first = (size_t)a->start_index, last = (size_t)a->end_index;

        if (font == ENCODING_UTF8 || a->start_index < 0 || last >= count ||
            first > last)
            continue;
        vec_push(
            &r->layout.runs, (sink_run){starts[first], starts[last + 1], font});
    }
    poppler_page_free_text_attributes(attributes);
}

static void
widen(layout_line *line, const PopplerRectangle *box)
{
    if (line->x1 < line->x0) {
        line->x0 = (float)box->x1;
        line->x1 = (float)box->x2;
        line->y0 = (float)box->y1;
        line->y1 = (float)box->y2;
        return;
    }
    line->x0 = (float)box->x1 < line->x0 ? (float)box->x1 : line->x0;
    line->x1 = (float)box->x2 > line->x1 ? (float)box->x2 : line->x1;
    line->y0 = (float)box->y1 < line->y0 ? (float)box->y1 : line->y0;
    line->y1 = (float)box->y2 > line->y1 ? (float)box->y2 : line->y1;
}

/* True if the letter does not stand behind the line: poppler tells no line end
 * where a column or a cell ends.  `blank`: a blank is between them. */
static bool
is_elsewhere(const layout_line *line, const PopplerRectangle *box, bool blank)
{
    float size = line->y1 - line->y0, gap = blank ? size * 2 : size / 4;

    if (line->x1 < line->x0)
        return false;
    return (float)box->x1 > line->x1 + gap ||
           (float)box->x2 < line->x1 - size ||
           (float)box->y1 > line->y1 - size / 4 ||
           (float)box->y2 < line->y0 + size / 4;
}

static void
end_line(reading *r, layout_line *line, size_t end, size_t next)
{
    line->end = end;
    if (line->x1 >= line->x0 && end > line->start)
        vec_push(&r->layout.lines, *line);
    *line = (layout_line){.page = line->page, .x1 = -1, .start = next};
}

/* True if each letter jumps: the line is written upwards. */
static bool
is_upright(const layout_line *line, span text, size_t at,
    const PopplerRectangle *boxes, size_t left)
{
    size_t jumps = 0, letters = 0;
    layout_line now = *line;

    while (at < text.len && left--) {
        uint32_t code = utf8_next(text, &at);

        if (code == '\n')
            break;
        if (code != ' ') {
            jumps += is_elsewhere(&now, boxes, true);
            letters++;
            now.x1 = -1;
            now.x0 = 0;
            widen(&now, boxes);
        }
        boxes++;
    }
    return jumps * 3 > letters;
}

/* Cuts the text of a page at its line ends, and where its letters jump. */
static void
add_lines(reading *r, PopplerPage *page, span text, size_t number)
{
    size_t base = r->layout.text.len, at = 0, character = 0;
    size_t *starts = memory_take((text.len + 2) * sizeof *starts);
    layout_line line = {.page = number, .x1 = -1, .start = base};
    PopplerRectangle *boxes = NULL;
    guint count = 0;
    bool upright = false, blank = false;

    poppler_page_get_text_layout(page, &boxes, &count);
    strbuf_add(&r->layout.text, text);
    while (at < text.len) {
        size_t start = at;
        uint32_t code = utf8_next(text, &at);

        starts[character] = base + start;
        if (code == '\n') {
            end_line(r, &line, base + start, base + at);
        } else if (code != ' ' && character < count) {
            if (line.x1 < line.x0)
                upright = is_upright(
                    &line, text, start, boxes + character, count - character);
            if (!upright && is_elsewhere(&line, &boxes[character], blank))
                end_line(r, &line, base + start, base + start);
            widen(&line, &boxes[character]);
        }
        blank = code == ' ';
        character++;
    }
    end_line(r, &line, base + at, base + at);
    starts[character] = base + at;
    add_runs(r, page, starts, character);
    g_free(boxes);
    free(starts);
}

static void
add_page(reading *r, PopplerPage *page, size_t number)
{
    char *given = poppler_page_get_text(page);
    span text = span_of(given);
    bool picture = is_picture(page, text);

    r->pictures += picture;
    if (r->ocr && (picture || r->all))
        ocr_page(&r->layout, page, number, r->sink);
    else if (text.len)
        add_lines(r, page, text, number);
    g_free(given);
}

/* ---- is it text? ---- */

static bool
is_capital(char c)
{
    return c >= 'A' && c <= 'Z';
}

/* Fonts without a table of what their letters are give signs of all kinds, or
 * letters that make no words.  (English has "in", "to", "an", too.) */
static bool
is_garbage(span text)
{
    size_t letters = 0, nothing = 0, words = 0, syllables = 0, start = 0;

    for (size_t at = 0; at < text.len;) {
        size_t here = at;
        uint32_t c = utf8_next(text, &at);
        bool letter = (c | 0x20) >= 'a' && (c | 0x20) <= 'z';

        letter |= c >= 0xC0 && c < 0x2000;
        letters += c > ' ';
        nothing += c == UTF8_REPLACEMENT || (c >= 0xE000 && c < 0xF900) ||
                   (c < ' ' && c != '\n' && c != '\t');
        if (letter)
            continue;
        if (here - start > 1 && !is_capital(text.ptr[start])) {
            words++;
            syllables += syllable_is_valid(span_slice(text, start, here));
        }
        start = at;
    }
    return nothing * 100 > letters * GARBAGE ||
           (words > ENOUGH_WORDS && syllables * 100 < words * NONSENSE);
}

static bool
is_unreadable(span text)
{
    arena a = ARENA_INIT;
    legacy_text decoded = legacy_read(&a, text);
    bool unreadable = decoded.unreadable || is_garbage(decoded.text);

    arena_release(&a);
    return unreadable;
}

/* ---- the whole ---- */

static bool
read_pages(reading *r)
{
    for (size_t i = 0; i < r->pages && !r->sink->reason[0]; i++) {
        PopplerPage *page = poppler_document_get_page(r->file, (int)i);
        double width, height = 0;

        if (page)
            poppler_page_get_size(page, &width, &height);
        vec_push(&r->layout.heights, (float)height);
        if (page) {
            add_page(r, page, i);
            g_object_unref(page);
        }
        if (r->layout.text.len > r->sink->limit) {
            r->sink->too_much = true;
            return false;
        }
    }
    layout_write(&r->layout, r->sink);
    return !r->sink->reason[0];
}

static void
add_title(reading *r)
{
    char *title = poppler_document_get_title(r->file);

    if (title && strlen(title) < 1024)
        strbuf_add(&r->sink->title, span_of(title));
    g_free(title);
}

static bool
is_open(reading *r, span bytes)
{
    GBytes *given = g_bytes_new_static(bytes.ptr, bytes.len);
    GError *error = NULL;
    int pages;

    r->file = poppler_document_new_from_bytes(given, NULL, &error);
    g_bytes_unref(given);
    if (!r->file) {
        bool locked = error && error->domain == POPPLER_ERROR &&
                      error->code == POPPLER_ERROR_ENCRYPTED;

        g_clear_error(&error);
        return sink_fail(r->sink, "%s",
            locked ? "encrypted: it opens with a password only"
                   : "damaged: it cannot be opened as PDF");
    }
    pages = poppler_document_get_n_pages(r->file);
    if (pages <= 0)
        return sink_fail(r->sink, "damaged: it has no pages");
    if (pages > PDF_PAGES_MAX)
        return sink_fail(r->sink, "it has more than %d pages", PDF_PAGES_MAX);
    r->pages = (size_t)pages;
    return true;
}

/* Why there is no text to be had from it, or NULL. */
static const char *
what_is_wrong(const reading *r)
{
    span text = strbuf_span(&r->sink->text);

    if (r->sink->ocr)
        return NULL;
    if (r->pictures * 2 > r->pages ||
        (r->pictures && words_of(text) < FEW_WORDS))
        return "a scan";
    if (is_unreadable(text))
        return "its letters stand for nothing";
    return words_of(text) ? NULL : "its pages have no letters";
}

/* All pages by OCR, whatever letters they have. */
static bool
read_again(reading *r)
{
    sink *s = r->sink;

    layout_release(&r->layout);
    memset(&r->layout, 0, sizeof r->layout);
    strbuf_clear(&s->text);
    s->pages.count = s->runs.count = 0;
    s->breaks = 0;
    r->pictures = 0;
    r->all = true;
    return read_pages(r);
}

static bool
read_file(reading *r)
{
    const char *wrong;

    add_title(r);
    if (!read_pages(r))
        return r->sink->too_much;
    wrong = what_is_wrong(r);
    if (!wrong)
        return true;
    if (r->ocr)
        return read_again(r);
    r->sink->skipped = true;
    return sink_fail(r->sink, "%s, needs --ocr", wrong);
}

bool
extract_pdf(sink *s, span bytes, bool ocr)
{
    reading r = {.sink = s, .ocr = ocr};
    bool well = is_open(&r, bytes) && read_file(&r);

    layout_release(&r.layout);
    if (r.file)
        g_object_unref(r.file);
    return well;
}
