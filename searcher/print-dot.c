/* dot: a graph in the language of Graphviz. */
#include "searcher/print-label.h"
#include "searcher/print-layout.h"
#include "searcher/print-page.h"
#include "searcher/print-stroke.h"

enum { LINES = 3, SIZE = 11, ROOM = 260 /* of a title's line */ };

/* A string: what is safe, with quotes and backslashes escaped. */
static void
put_quoted(strbuf *out, span text)
{
    strbuf safe = STRBUF_INIT;

    print_page_safe(&safe, text);
    for (size_t i = 0; i < safe.len; i++) {
        if (safe.ptr[i] == '"' || safe.ptr[i] == '\\')
            strbuf_add_char(out, '\\');
        strbuf_add_char(out, safe.ptr[i]);
    }
    strbuf_release(&safe);
}

static void
put_title(strbuf *out, span title)
{
    span rest = title;

    for (unsigned i = 1; rest.len && i <= LINES; i++) {
        strbuf line = STRBUF_INIT;

        if (i < LINES)
            strbuf_add(&line, print_label_take(&rest, SIZE, false, ROOM));
        else
            print_label_last(&line, rest, SIZE, false, ROOM);
        strbuf_add_string(out, "\\n");
        put_quoted(out, strbuf_span(&line));
        strbuf_release(&line);
    }
}

static void
put_label(strbuf *out, const tracuu_document *d)
{
    static const print_style style = {.vietnamese = true};
    strbuf name = STRBUF_INIT, date = STRBUF_INIT;

    print_page_name(&name, d);
    print_page_date(&date, &style, d->date);
    put_quoted(out, strbuf_span(&name));
    if (d->date[0] || d->issuer[0])
        strbuf_add_string(out, "\\n");
    put_quoted(out, strbuf_span(&date));
    strbuf_add_string(out, d->date[0] && d->issuer[0] ? " · " : "");
    put_quoted(out, span_of(d->issuer));
    if (!span_equal(strbuf_span(&name), span_of(d->title)))
        put_title(out, span_of(d->title));
    if (d->stub)
        strbuf_add_string(out, "\\nchưa có văn bản");
    if (d->status[0] && strcmp(d->status, "unknown")) {
        strbuf_add_string(out, "\\n");
        put_quoted(out, span_of(print_page_status(&style, d->status)));
    }
    strbuf_release(&name);
    strbuf_release(&date);
}

static void
put_node(strbuf *out, const tracuu_graph *g, size_t i)
{
    const tracuu_document *d = g->nodes[i].document;
    strbuf address = STRBUF_INIT;

    strbuf_print(out, "    n%zu [label=\"", i);
    put_label(out, d);
    strbuf_add_string(out, "\", tooltip=\"");
    put_quoted(out, span_of(d->title[0] ? d->title : d->id));
    strbuf_print(out, "\", color=\"%s\"", print_face_colour(d->status));
    if (print_label_address(&address, d)) {
        strbuf_add_string(out, ", URL=\"");
        put_quoted(out, strbuf_span(&address));
        strbuf_add_char(out, '"');
    }
    strbuf_print(out, "%s%s];\n", d->stub ? ", style=dashed" : "",
        i == 0 ? ", penwidth=3" : "");
    strbuf_release(&address);
}

/* The acts of each level in a box of their own. */
static void
put_levels(strbuf *out, const tracuu_graph *g)
{
    for (layout_band b = BAND_CENTRAL; b < BAND_COUNT; b++) {
        bool begun = false;

        for (size_t i = 0; i < g->node_count; i++) {
            if (print_layout_band(g->nodes[i].document) != b)
                continue;
            if (!begun)
                strbuf_print(out,
                    "  subgraph cluster_%d {\n    label=\"%s\";\n", b,
                    print_layout_band_name(b));
            begun = true;
            put_node(out, g, i);
        }
        if (begun)
            strbuf_add_string(out, "  }\n");
    }
}

static void
put_edge(strbuf *out, const tracuu_edge *e)
{
    const stroke *s = print_stroke_of(e->relation);
    const char *style = e->uncertain || e->news ? "dotted"
                        : s->dash[0]            ? "dashed"
                                                : "solid";

    strbuf_print(out, "  n%zu -> n%zu [label=\"", e->from, e->to);
    put_quoted(out, span_of(e->label));
    strbuf_add_string(out, "\", tooltip=\"");
    put_quoted(out, span_of(e->sentence));
    strbuf_print(out, "\", color=\"%s\", style=%s];\n", s->colour, style);
}

void
print_graph_dot(strbuf *out, const tracuu_graph *g)
{
    strbuf_add_string(out,
        "digraph tracuu {\n  rankdir=BT;\n"
        "  graph [fontname=\"sans-serif\", color=\"#b0bec5\"];\n"
        "  node [shape=box, fontname=\"sans-serif\", fontsize=11];\n"
        "  edge [fontname=\"sans-serif\", fontsize=9];\n");
    put_levels(out, g);
    for (size_t i = 0; i < g->edge_count; i++)
        put_edge(out, &g->edges[i]);
    strbuf_add_string(out, "}\n");
}
