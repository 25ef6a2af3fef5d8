/* svg: a graph as a sheet to print and to hang up. */
#include "searcher/print-label.h"
#include "searcher/print-legend.h"
#include "searcher/print-page.h"
#include "searcher/print-paper.h"
#include "searcher/print-wires.h"

enum {
    COLUMNS = 16, /* at most */
    FEW = 24,     /* documents: titles of five lines */
    MANY = 48,    /* titles of two */
    STRIP = 26,   /* with the name of a band */
    HEADING = 24, /* size of the first line */
    TITLE = 15,   /* and of the second */
    TITLE_LINES = 3,
    ABOUT = 12,
    LEGEND = 14, /* above it */
    STRETCH = 70 /* at most, of a channel */
};

typedef struct drawing {
    const tracuu_graph *graph;
    strbuf *out;
    arena arena;
    stroke_list relations;
    face *faces; /* by node */
    layout layout;
    route route;
    double margin;        /* of the sheet, in units */
    double width, height; /* of the sheet, in units */
} drawing;

/* ---- heading ---- */

/* "Chỉ thị 48-CT/TW ngày 22/10/2010, Bộ Chính trị" */
static void
say_name(strbuf *out, const tracuu_document *d)
{
    static const print_style style = {.vietnamese = true};

    print_page_name(out, d);
    if (d->date[0] && (d->number[0] || d->kind[0])) {
        strbuf_add_string(out, strlen(d->date) == 10 ? " ngày " : " năm ");
        print_page_date(out, &style, d->date);
    }
    if (d->issuer[0])
        strbuf_print(out, ", %s", d->issuer);
}

static void
say_counts(strbuf *out, const tracuu_graph *g)
{
    size_t stubs = 0;

    for (size_t i = 0; i < g->node_count; i++)
        stubs += g->nodes[i].document->stub;
    strbuf_print(out, "%zu văn bản", g->node_count);
    if (stubs)
        strbuf_print(out, ", trong đó %zu chưa có văn bản", stubs);
    strbuf_print(out,
        "; %zu quan hệ. Mũi tên đi từ văn bản dẫn chiếu đến văn bản được dẫn "
        "chiếu. Mỗi cấp xếp theo ngày ban hành.%s",
        g->edge_count, g->cut ? " Còn nữa, không vẽ hết." : "");
}

/* Lines of one size below `*y`, which it moves. */
static void
put_lines(strbuf *out, span text, double size, const char *look, double x,
    double *y, double width, unsigned most)
{
    bool bold = look[0] && strstr(look, "bold");
    span rest = text;

    for (unsigned i = 1; rest.len; i++) {
        strbuf line = STRBUF_INIT;

        if (i == most) {
            print_label_last(&line, rest, size, bold, width);
            rest.len = 0;
        } else {
            strbuf_add(&line, print_label_take(&rest, size, bold, width));
        }
        *y += size * 1.3;
        print_label_put(out, x, *y, size, look, strbuf_span(&line));
        strbuf_release(&line);
    }
}

/* Returns the height. */
static double
put_heading(drawing *d, strbuf *out, double x, double y, double width)
{
    const tracuu_document *asked = d->graph->nodes[0].document;
    strbuf text = STRBUF_INIT;
    double at = y;

    say_name(&text, asked);
    put_lines(out, strbuf_span(&text), HEADING, " font-weight=\"bold\"", x, &at,
        width, 2);
    if (asked->number[0] || asked->kind[0])
        put_lines(
            out, span_of(asked->title), TITLE, "", x, &at, width, TITLE_LINES);
    at += 4;
    strbuf_clear(&text);
    say_counts(&text, d->graph);
    put_lines(
        out, strbuf_span(&text), ABOUT, " fill=\"#37474f\"", x, &at, width, 3);
    strbuf_release(&text);
    return at - y + 12;
}

/* ---- bands ---- */

static void
put_band(drawing *d, layout_band b, bool first)
{
    const layout *l = &d->layout;
    double top = print_layout_channel(l, l->band_line[b]);
    double bottom = print_layout_line(l, l->band_line[b + 1]);
    double x = d->margin, right = d->width - d->margin;

    if (!first)
        top = print_route_border(l, l->band_line[b]);
    if (l->band_line[b + 1] < l->lines)
        bottom = print_route_border(l, l->band_line[b + 1]);
    strbuf_print(d->out,
        "<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" "
        "fill=\"%s\" stroke=\"#b0bec5\" stroke-width=\"0.8\"/>\n"
        "<rect x=\"%.1f\" y=\"%.1f\" width=\"%d\" height=\"%.1f\" "
        "fill=\"#455a64\"/>\n",
        x, top, right - x, bottom - top, b % 2 ? "#ffffff" : "#fafafa", x, top,
        STRIP - 6, bottom - top);
    strbuf_print(d->out,
        "<text transform=\"translate(%.1f %.1f) rotate(-90)\" "
        "font-size=\"12\" font-weight=\"bold\" fill=\"#ffffff\" "
        "text-anchor=\"middle\">%s</text>\n",
        x + STRIP / 2.0 + 1, (top + bottom) / 2, print_layout_band_name(b));
}

static void
put_bands(drawing *d)
{
    const layout *l = &d->layout;
    bool first = true;

    for (layout_band b = BAND_CENTRAL; b < BAND_COUNT; b++) {
        if (l->band_line[b] == l->band_line[b + 1])
            continue;
        put_band(d, b, first);
        first = false;
    }
}

/* ---- the sheet ---- */

static void
place(drawing *d, unsigned columns, double wider)
{
    print_layout_init(&d->layout, &d->arena, d->graph, d->faces, columns);
    d->layout.left = d->margin + STRIP;
    print_route_init(&d->route, &d->arena, &d->layout, wider);
}

/* What is on the sheet above and below the boxes. */
static double
around(drawing *d, double width)
{
    strbuf unused = STRBUF_INIT;
    double height =
        put_heading(d, &unused, 0, 0, width) + LEGEND +
        print_legend_put(&unused, d->graph, &d->relations, 0, 0, width);

    strbuf_release(&unused);
    return height;
}

static paper
choose_paper(drawing *d)
{
    paper_need needs[COLUMNS];
    unsigned most = print_layout_widest(d->graph);

    if (most > COLUMNS)
        most = COLUMNS;
    for (unsigned c = 1; c <= most; c++) {
        double width;

        place(d, c, 0);
        width = STRIP + print_layout_width(&d->layout);
        needs[c - 1] = (paper_need){
            c, width, print_layout_height(&d->layout) + around(d, width)};
    }
    return print_paper_choose(needs, most);
}

/* Lets the gutters and channels fill the sheet. */
static void
stretch(drawing *d, unsigned columns)
{
    double inside = d->width - 2 * d->margin;
    double wide, high;

    place(d, columns, 0);
    wide = inside - STRIP - print_layout_width(&d->layout);
    place(d, columns, wide > 0 ? wide / (columns + 1) : 0);
    high = d->height - 2 * d->margin - around(d, inside) -
           print_layout_height(&d->layout);
    high /= d->layout.lines + 1;
    if (high > STRETCH)
        high = STRETCH;
    for (unsigned c = 0; c <= d->layout.lines && high > 0; c++)
        d->layout.channels[c] += high;
}

static void
put_sheet(drawing *d)
{
    double inside = d->width - 2 * d->margin;
    layout *l = &d->layout;
    strbuf legend = STRBUF_INIT;
    double bottom;

    l->top = d->margin + put_heading(d, d->out, d->margin, d->margin, inside);
    print_route_settle(&d->route);
    put_bands(d);
    print_wires_put(d->out, &d->route);
    for (size_t i = 0; i < d->graph->node_count; i++) {
        const layout_box *b = &l->boxes[i];

        print_face_put(d->out, &d->faces[i], print_layout_column(l, b->column),
            print_layout_line(l, b->line), l->heights[b->line], i == 0);
    }
    print_wires_badges(d->out, &d->route, &d->relations);
    bottom = d->height - d->margin -
             print_legend_put(&legend, d->graph, &d->relations, 0, 0, inside);
    strbuf_release(&legend);
    print_legend_put(
        d->out, d->graph, &d->relations, d->margin, bottom, inside);
}

/* ---- a name that several bear ---- */

static void
put_choices(drawing *d)
{
    double x = d->margin, at = d->margin, width = d->width - 2 * d->margin;

    put_lines(d->out,
        SPAN("Nhiều văn bản mang số này; hãy thêm khóa, năm, ngày hoặc cơ "
             "quan"),
        TITLE, " font-weight=\"bold\"", x, &at, width, 2);
    for (size_t i = 0; i < d->graph->ambiguous_count; i++) {
        const tracuu_document *doc = d->graph->ambiguous[i];
        strbuf name = STRBUF_INIT;

        say_name(&name, doc);
        at += ABOUT;
        put_lines(d->out, strbuf_span(&name), ABOUT, " font-weight=\"bold\"", x,
            &at, width, 2);
        put_lines(
            d->out, span_of(doc->title), ABOUT, "", x, &at, width, TITLE_LINES);
        strbuf_release(&name);
    }
}

/* ---- all ---- */

static void
put_all(drawing *d, const paper *sheet)
{
    strbuf_print(d->out,
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%gmm\" "
        "height=\"%gmm\" viewBox=\"0 0 %.1f %.1f\" "
        "font-family=\"'Noto Sans', 'DejaVu Sans', Arial, sans-serif\">\n"
        "<title>",
        sheet->width, sheet->height, d->width, d->height);
    if (d->graph->node_count) {
        strbuf name = STRBUF_INIT;

        say_name(&name, d->graph->nodes[0].document);
        print_label_escape(d->out, strbuf_span(&name));
        strbuf_release(&name);
    }
    strbuf_add_string(d->out, "</title>\n<rect width=\"100%\" height=\"100%\" "
                              "fill=\"#ffffff\"/>\n");
    print_stroke_markers(d->out);
    if (d->graph->node_count)
        put_sheet(d);
    else
        put_choices(d);
    strbuf_add_string(d->out, "</svg>\n");
}

void
print_graph_svg(strbuf *out, const tracuu_graph *g)
{
    drawing d = {.graph = g, .out = out, .arena = ARENA_INIT};
    paper sheet = {297, 210, 0.3, 1};

    print_stroke_list(&d.relations, g);
    d.faces = arena_array(&d.arena, g->node_count + 1, sizeof *d.faces);
    for (size_t i = 0; i < g->node_count; i++)
        print_face_read(&d.faces[i], &d.arena, g->nodes[i].document,
            g->node_count <= FEW    ? 5
            : g->node_count <= MANY ? 3
                                    : 2);
    if (g->node_count)
        sheet = choose_paper(&d);
    d.margin = PAPER_MARGIN / sheet.scale;
    d.width = sheet.width / sheet.scale;
    d.height = sheet.height / sheet.scale;
    if (g->node_count)
        stretch(&d, sheet.columns);
    put_all(&d, &sheet);
    print_stroke_list_release(&d.relations);
    arena_release(&d.arena);
}
