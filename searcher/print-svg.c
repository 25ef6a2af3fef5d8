#include "searcher/print-layout.h"
#include "searcher/print-page.h"

enum { LEGEND_LINE = 22, TEXT_ROOM = LAYOUT_BOX_WIDTH - 24, TITLE_LINES = 2 };

/* Bold letters are wider, and text_width is generous. */
static const double BOLD = 0.95;

static const char *const band_names[BAND_COUNT] = {
    "Trung ương", "Tỉnh, thành phố", "Huyện, quận", "Xã, phường", "Tin, bài"};

typedef struct drawing {
    const tracuu_graph *graph;
    strbuf *out;
    layout layout;
} drawing;

/* ---- text ---- */

static void
put_escaped(strbuf *out, span text)
{
    strbuf safe = STRBUF_INIT;

    print_page_safe(&safe, text);
    for (size_t i = 0; i < safe.len; i++) {
        switch (safe.ptr[i]) {
        case '&':
            strbuf_add_string(out, "&amp;");
            break;
        case '<':
            strbuf_add_string(out, "&lt;");
            break;
        case '>':
            strbuf_add_string(out, "&gt;");
            break;
        case '"':
            strbuf_add_string(out, "&quot;");
            break;
        default:
            strbuf_add_char(out, safe.ptr[i]);
        }
    }
    strbuf_release(&safe);
}

/* About how wide text is at `size` pixels, rather more than less: no font is
 * at hand, and the widest of the usual ones is taken. */
static double
text_width(span text, double size)
{
    double em = 0;

    for (size_t i = 0; i < text.len; i++) {
        unsigned char c = (unsigned char)text.ptr[i];

        if ((c & 0xC0) == 0x80)
            continue;
        if (strchr("ijl.,:;'|!()[] ftrI", c) && c)
            em += 0.38;
        else if (strchr("mwMW", c) && c)
            em += 0.95;
        else if (c < 0x80 && (c < 'a' || c > 'z'))
            em += 0.68;
        else
            em += 0.60;
    }
    return em * size;
}

/* The words at the front of `rest` that fit into `room` pixels, at least one
 * character; taken off `rest`. */
static span
take_line(span *rest, double size, double room)
{
    size_t end = 0, at = 0;

    *rest = span_trim(*rest);
    while (at < rest->len) {
        size_t next = at + 1;

        while (next < rest->len && rest->ptr[next] != ' ')
            next++;
        if (text_width(span_slice(*rest, 0, next), size) > room)
            break;
        end = at = next;
    }
    /* A word that is wider than the line is cut at a character. */
    while (!end && at < rest->len) {
        size_t next = at + 1;

        while (
            next < rest->len && ((unsigned char)rest->ptr[next] & 0xC0) == 0x80)
            next++;
        if (at && text_width(span_slice(*rest, 0, next), size) > room) {
            end = at;
            break;
        }
        at = next;
        if (at == rest->len)
            end = at;
    }
    *rest = span_from(*rest, end);
    return (span){rest->ptr - end, end};
}

/* One line of text, cut with "…" where it is too long. */
static void
put_line(
    drawing *d, double x, double y, double size, const char *look, span text)
{
    span rest = text, line = take_line(&rest, size, TEXT_ROOM);

    if (!line.len)
        return;
    strbuf_print(d->out, "<text x=\"%.1f\" y=\"%.1f\" font-size=\"%.0f\"%s>", x,
        y, size, look);
    put_escaped(d->out, line);
    strbuf_add_string(d->out, span_trim(rest).len ? "…</text>\n" : "</text>\n");
}

/* ---- colours ---- */

typedef struct stroke {
    const char *relation, *colour, *dash;
} stroke;

/* A colour and a dash for each family of relations, so that neither alone
 * carries the meaning. */
static const stroke *
stroke_of(const char *relation)
{
    static const stroke all[] = {
        {"implement", "#1769aa", ""},
        {"deploy", "#1769aa", "8 3"},
        {"continue", "#2e7d32", ""},
        {"extend", "#2e7d32", "8 3"},
        {"guide", "#00838f", ""},
        {"detail", "#00838f", "8 3"},
        {"amend", "#b26a00", ""},
        {"suspend", "#b26a00", "2 3"},
        {"correct", "#b26a00", "8 3"},
        {"replace", "#b71c1c", ""},
        {"repeal", "#b71c1c", "8 3"},
        {"consolidate", "#6a1b9a", ""},
        {"review", "#6a1b9a", "8 3"},
        {"based_on", "#546e7a", "6 3"},
        {"basis_of", "#546e7a", "6 3"},
        {"", "#90a4ae", "2 3"},
    };
    size_t i = 0;

    while (strncmp(relation, all[i].relation, strlen(all[i].relation)) != 0)
        i++;
    return &all[i];
}

static const char *
status_colour(const char *status)
{
    static const char *const colours[][2] = {{"in_force", "#2e7d32"},
        {"expired", "#b71c1c"}, {"suspended", "#b71c1c"},
        {"amended", "#b26a00"}, {"partly_expired", "#b26a00"},
        {"pending", "#b26a00"}};

    for (size_t i = 0; i < sizeof colours / sizeof *colours; i++) {
        if (!strcmp(colours[i][0], status))
            return colours[i][1];
    }
    return "#78909c";
}

/* ---- edges ---- */

static void
put_edge(drawing *d, size_t i)
{
    const tracuu_edge *e = &d->graph->edges[i];
    const stroke *s = stroke_of(e->relation);

    strbuf_add_string(d->out, "<path d=\"");
    print_layout_path(d->out, &d->layout, i);
    strbuf_print(d->out, "\" stroke=\"%s\" marker-end=\"url(#a%s)\"", s->colour,
        s->colour + 1);
    if (s->dash[0])
        strbuf_print(d->out, " stroke-dasharray=\"%s\"", s->dash);
    if (e->uncertain || e->news)
        strbuf_add_string(d->out, " opacity=\"0.5\"");
    strbuf_add_string(d->out, "><title>");
    put_escaped(d->out, span_of(e->label));
    strbuf_add_string(d->out, e->sentence[0] ? ": " : "");
    put_escaped(d->out, span_of(e->sentence));
    strbuf_add_string(d->out, "</title></path>\n");
}

static void
put_edges(drawing *d)
{
    strbuf_add_string(d->out,
        "<g fill=\"none\" stroke-width=\"1.6\" stroke-linejoin=\"round\">\n");
    for (size_t i = 0; i < d->graph->edge_count; i++)
        put_edge(d, i);
    strbuf_add_string(d->out, "</g>\n");
}

/* ---- boxes ---- */

static void
put_box_text(drawing *d, const layout_box *b, const tracuu_document *doc)
{
    static const print_style style = {.vietnamese = true};
    double x = print_layout_x(b) + 14, y = print_layout_y(b->line);
    strbuf text = STRBUF_INIT;
    span rest;

    print_page_name(&text, doc);
    rest = span_of(doc->title);
    /* What has no number is named by its title, which needs its lines. */
    if (span_equal(strbuf_span(&text), rest)) {
        strbuf_clear(&text);
        strbuf_add_string(&text, doc->news ? "Tin, bài" : "Văn bản");
    }
    put_line(d, x, y + 19,
        text_width(strbuf_span(&text), 13) * BOLD > TEXT_ROOM ? 11 : 13,
        " font-weight=\"bold\"", strbuf_span(&text));
    strbuf_clear(&text);
    print_page_date(&text, &style, doc->date);
    strbuf_print(
        &text, "%s%s", text.len && doc->issuer[0] ? " · " : "", doc->issuer);
    put_line(d, x, y + 36, 11, " fill=\"#37474f\"", strbuf_span(&text));
    for (unsigned i = 0; i < TITLE_LINES; i++) {
        span line = take_line(&rest, 11, TEXT_ROOM);
        bool last = i + 1 == TITLE_LINES;

        put_line(d, x, y + 53 + 15 * i, 11, "",
            last ? (span){line.ptr, line.len + rest.len} : line);
    }
    strbuf_clear(&text);
    if (doc->stub)
        strbuf_add_string(&text, "chưa có văn bản");
    if (doc->status[0] && strcmp(doc->status, "unknown"))
        strbuf_print(&text, "%s%s", text.len ? " · " : "",
            print_page_status(&style, doc->status));
    if (text.len) {
        strbuf look = STRBUF_INIT;

        strbuf_print(&look, " font-style=\"italic\" fill=\"%s\"",
            status_colour(doc->status));
        put_line(
            d, x, y + LAYOUT_BOX_HEIGHT - 9, 11, look.ptr, strbuf_span(&text));
        strbuf_release(&look);
    }
    strbuf_release(&text);
}

static void
put_box(drawing *d, const layout_box *b)
{
    const tracuu_document *doc = d->graph->nodes[b->node].document;
    double x = print_layout_x(b), y = print_layout_y(b->line);

    strbuf_print(d->out,
        "<g><rect x=\"%.1f\" y=\"%.1f\" width=\"%d\" height=\"%d\" rx=\"5\" "
        "fill=\"%s\" stroke=\"%s\" stroke-width=\"%s\"%s/>\n",
        x, y, LAYOUT_BOX_WIDTH, LAYOUT_BOX_HEIGHT,
        doc->stub ? "#fafafa" : "#ffffff", b->node == 0 ? "#0d47a1" : "#90a4ae",
        b->node == 0 ? "3" : "1", doc->stub ? " stroke-dasharray=\"5 3\"" : "");
    strbuf_print(d->out,
        "<rect x=\"%.1f\" y=\"%.1f\" width=\"5\" height=\"%d\" "
        "fill=\"%s\"/>\n",
        x + 3, y + 6, LAYOUT_BOX_HEIGHT - 12, status_colour(doc->status));
    strbuf_add_string(d->out, "<title>");
    put_escaped(d->out, span_of(doc->title[0] ? doc->title : doc->id));
    strbuf_add_string(d->out, "</title>\n");
    put_box_text(d, b, doc);
    strbuf_add_string(d->out, "</g>\n");
}

/* ---- around ---- */

static void
put_bands(drawing *d)
{
    for (layout_band b = BAND_CENTRAL; b < BAND_COUNT; b++) {
        double top =
            print_layout_y(d->layout.band_line[b]) - LAYOUT_CHANNEL / 2.0;
        double bottom =
            print_layout_y(d->layout.band_line[b + 1]) - LAYOUT_CHANNEL / 2.0;
        span rest = span_of(band_names[b]), line;

        if (d->layout.band_line[b] == d->layout.band_line[b + 1])
            continue;
        strbuf_print(d->out,
            "<rect x=\"%d\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" "
            "fill=\"%s\"/>\n",
            LAYOUT_MARGIN, top,
            print_layout_width(&d->layout) - 2 * LAYOUT_MARGIN, bottom - top,
            b % 2 ? "#f1f5f7" : "#f8fafb");
        for (unsigned i = 0; rest.len; i++) {
            line = take_line(&rest, 13, LAYOUT_NAMES - 16);
            strbuf_print(d->out,
                "<text x=\"%d\" y=\"%.1f\" font-size=\"13\" "
                "font-weight=\"bold\" fill=\"#455a64\">",
                LAYOUT_MARGIN + 10, top + LAYOUT_CHANNEL / 2.0 + 20 + 18 * i);
            put_escaped(d->out, line);
            strbuf_add_string(d->out, "</text>\n");
        }
    }
}

/* Each relation of the drawing once: colour, dash and word. */
static unsigned
put_legend(drawing *d, double top)
{
    double x = LAYOUT_MARGIN + 10, width = print_layout_width(&d->layout);
    unsigned line = 0;

    for (size_t i = 0; i < d->graph->edge_count; i++) {
        const tracuu_edge *e = &d->graph->edges[i];
        const stroke *s = stroke_of(e->relation);
        double length = 60 + text_width(span_of(e->label), 12);
        bool known = false;

        for (size_t k = 0; k < i && !known; k++)
            known = !strcmp(d->graph->edges[k].label, e->label);
        if (known)
            continue;
        if (x + length > width - LAYOUT_MARGIN) {
            x = LAYOUT_MARGIN + 10;
            line++;
        }
        strbuf_print(d->out,
            "<path d=\"M%.1f %.1fh34\" stroke=\"%s\" stroke-width=\"2\" "
            "stroke-dasharray=\"%s\"/><text x=\"%.1f\" y=\"%.1f\" "
            "font-size=\"12\">",
            x, top + line * LEGEND_LINE - 4.0, s->colour,
            s->dash[0] ? s->dash : "none", x + 40, top + line * LEGEND_LINE);
        put_escaped(d->out, span_of(e->label));
        strbuf_add_string(d->out, "</text>\n");
        x += length;
    }
    return line + 1;
}

static void
put_markers(drawing *d)
{
    static const char *const colours[] = {"1769aa", "2e7d32", "00838f",
        "b26a00", "b71c1c", "6a1b9a", "546e7a", "90a4ae"};

    strbuf_add_string(d->out, "<defs>\n");
    for (size_t i = 0; i < sizeof colours / sizeof *colours; i++)
        strbuf_print(d->out,
            "<marker id=\"a%s\" viewBox=\"0 0 8 8\" refX=\"7\" refY=\"4\" "
            "markerWidth=\"7\" markerHeight=\"7\" orient=\"auto\"><path "
            "d=\"M0 0L8 4L0 8z\" fill=\"#%s\"/></marker>\n",
            colours[i], colours[i]);
    strbuf_add_string(d->out, "</defs>\n");
}

static void
put_heading(drawing *d)
{
    strbuf text = STRBUF_INIT;

    print_page_name(&text, d->graph->nodes[0].document);
    strbuf_print(d->out,
        "<text x=\"%d\" y=\"%d\" font-size=\"18\" font-weight=\"bold\">",
        LAYOUT_MARGIN + 10, LAYOUT_MARGIN + 16);
    put_escaped(d->out, strbuf_span(&text));
    strbuf_print(d->out,
        "</text>\n<text x=\"%d\" y=\"%d\" font-size=\"12\" "
        "fill=\"#455a64\">%zu văn bản, mũi tên đi từ văn bản dẫn chiếu đến "
        "văn bản được dẫn chiếu%s</text>\n",
        LAYOUT_MARGIN + 10, LAYOUT_MARGIN + 36, d->graph->node_count,
        d->graph->cut ? "; còn nữa, không vẽ hết" : "");
    strbuf_release(&text);
}

void
print_graph_svg(strbuf *out, const tracuu_graph *g)
{
    strbuf body = STRBUF_INIT;
    drawing d = {.graph = g, .out = &body};
    double width, bottom;

    print_layout_init(&d.layout, g);
    put_markers(&d);
    put_bands(&d);
    if (g->node_count)
        put_heading(&d);
    put_edges(&d);
    for (size_t i = 0; i < g->node_count; i++)
        put_box(&d, &d.layout.boxes[i]);
    width = print_layout_width(&d.layout);
    bottom = print_layout_y(d.layout.lines) + LEGEND_LINE;
    bottom += put_legend(&d, bottom) * LEGEND_LINE + LAYOUT_MARGIN;
    strbuf_print(out,
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%.0f\" "
        "height=\"%.0f\" viewBox=\"0 0 %.0f %.0f\" "
        "font-family=\"'Noto Sans', 'DejaVu Sans', Arial, sans-serif\">\n"
        "<rect width=\"100%%\" height=\"100%%\" fill=\"#ffffff\"/>\n",
        width, bottom, width, bottom);
    strbuf_add(out, strbuf_span(&body));
    strbuf_add_string(out, "</svg>\n");
    strbuf_release(&body);
    print_layout_release(&d.layout);
}
