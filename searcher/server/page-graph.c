#include "searcher/server/page-graph.h"

#include "searcher/print.h"
#include "searcher/server/page-ask.h"
#include "searcher/server/page-document.h"
#include "searcher/server/page-fold.h"
#include "searcher/server/page-name.h"
#include "searcher/server/page-problem.h"

enum { DEPTHS = 3 };

/* What is drawn. */
typedef struct picture {
    sheet *sheet;
    const char *id;    /* of the act that was asked for */
    const char *depth; /* "2" */
    const char *open;
    const tracuu_graph *graph;
    fold folded;
} picture;

/* ---- what can be done with it ---- */

static void
put_depths(picture *p)
{
    static const char *const depths[DEPTHS] = {"1", "2", "3"};
    sheet *s = p->sheet;
    html *h = &s->h;

    html_open(h, "span", "class", "depths", NULL);
    html_leaf(h, "span", sheet_say(s, SAY_DEPTH), NULL);
    for (size_t i = 0; i < DEPTHS; i++)
        html_leaf(h, "a", depths[i], "href",
            ask_graph(s, p->id, depths[i], NULL), "aria-current",
            strcmp(depths[i], p->depth) == 0 ? "true" : NULL, NULL);
    html_close(h);
}

static void
put_zoom(picture *p, const char *what, const char *sign, say_id label)
{
    html_leaf(&p->sheet->h, "button", sign, "type", "button", "data-zoom", what,
        "hidden", "", "title", sheet_say(p->sheet, label), "aria-label",
        sheet_say(p->sheet, label), NULL);
}

static void
put_tools(picture *p)
{
    sheet *s = p->sheet;
    html *h = &s->h;

    html_open(h, "p", "class", "actions", NULL);
    put_depths(p);
    put_zoom(p, "in", "+", SAY_ZOOM_IN);
    put_zoom(p, "out", "−", SAY_ZOOM_OUT);
    put_zoom(p, "all", "⤢", SAY_ZOOM_ALL);
    if (p->folded.bundle_count)
        sheet_link(s, "button", ask_graph(s, p->id, p->depth, "all"),
            sheet_say(s, SAY_BUNDLES_OPEN));
    else if (*p->open)
        sheet_link(s, "button", ask_graph(s, p->id, p->depth, NULL),
            sheet_say(s, SAY_BUNDLES_CLOSE));
    sheet_link(s, "button", ask_drawing(s, p->id, p->depth, p->open),
        sheet_say(s, SAY_SAVE_SVG));
    html_leaf(h, "button", sheet_say(s, SAY_PRINT), "type", "button", "class",
        "print", "hidden", "", NULL);
    html_close(h);
}

/* ---- the list ---- */

/* "Thực hiện Kết luận 13-KL/TW" for each edge that starts at the node. */
static void
put_edges(picture *p, size_t node)
{
    const tracuu_graph *g = &p->folded.graph;
    sheet *s = p->sheet;
    html *h = &s->h;

    html_open(h, "ul", "class", "edges", NULL);
    for (size_t i = 0; i < g->edge_count; i++) {
        const tracuu_edge *e = &g->edges[i];

        if (e->from != node)
            continue;
        html_open(h, "li", NULL);
        html_open(h, "span", "title", *e->sentence ? e->sentence : NULL, NULL);
        html_text(h, name_relation(s, e->relation, e->label, false));
        html_close(h);
        html_text(h, " ");
        html_leaf(h, "a", name_of(s, g->nodes[e->to].document), "href",
            arena_print(&s->arena, "#n%zu", e->to).ptr, NULL);
        html_close(h);
    }
    html_close(h);
}

static void
put_node(picture *p, size_t node)
{
    const tracuu_document *d = p->folded.graph.nodes[node].document;
    sheet *s = p->sheet;
    html *h = &s->h;

    html_open(h, "li", "id", arena_print(&s->arena, "n%zu", node).ptr, "class",
        p->folded.opens[node] ? "bundle"
        : node                ? NULL
                              : "asked",
        NULL);
    if (p->folded.opens[node]) {
        html_open(h, "p", "class", "identity", NULL);
        sheet_link(s, "number", d->url, d->title);
        html_close(h);
    } else {
        name_identity(s, d, d->url);
        if (*d->number && *d->title)
            html_leaf(h, "p", d->title, "class", "title", NULL);
    }
    put_edges(p, node);
    html_close(h);
}

static void
put_list(picture *p)
{
    sheet *s = p->sheet;
    html *h = &s->h;

    html_open(h, "section", "class", "graph-list", "aria-label",
        sheet_say(s, SAY_GRAPH_LIST), NULL);
    html_leaf(h, "h2", sheet_say(s, SAY_GRAPH_LIST), NULL);
    html_open(h, "ul", "class", "entries", NULL);
    for (size_t i = 0; i < p->folded.graph.node_count; i++)
        put_node(p, i);
    html_close(h);
    html_close(h);
}

/* ---- the picture ---- */

static void
put_canvas(picture *p)
{
    strbuf svg = STRBUF_INIT;
    sheet *s = p->sheet;
    html *h = &s->h;

    html_open(h, "figure", "class", "canvas", "role", "group", "aria-label",
        sheet_say(s, SAY_GRAPH_PICTURE), "tabindex", "0", NULL);
    print_graph_svg(&svg, &p->folded.graph);
    html_drawing(h, strbuf_span(&svg));
    html_close(h);
    strbuf_release(&svg);
}

static void
put_page(picture *p)
{
    const tracuu_document *d = p->graph->nodes[0].document;
    sheet *s = p->sheet;
    html *h = &s->h;

    sheet_begin(
        s, &(sheet_about){.title = sheet_fill(s, SAY_GRAPH_OF, name_of(s, d)),
               .look = "graph",
               .script = "graph.js"});
    html_open(h, "header", "class", "title", NULL);
    name_identity(s, d, ask_document(s, d->id));
    html_leaf(h, "h1", *d->title ? d->title : name_of(s, d), NULL);
    put_tools(p);
    sheet_leaf(s, "p", "hint", SAY_GRAPH_HINT);
    if (p->graph->cut)
        sheet_leaf(s, "p", "remark", SAY_GRAPH_CUT);
    html_close(h);
    if (p->graph->edge_count) {
        html_open(h, "div", "class", "columns", NULL);
        put_canvas(p);
        put_list(p);
        html_close(h);
    } else {
        sheet_leaf(s, "p", "remark", SAY_ALONE);
    }
    sheet_end(s);
}

static void
put_file(picture *p)
{
    reply *out = p->sheet->out;

    strbuf_clear(&out->body);
    out->type = "image/svg+xml";
    out->filename = "tracuu-so-do.svg";
    print_graph_svg(&out->body, &p->folded.graph);
}

/* ---- all ---- */

static void
put_picture(sheet *s, const tracuu_graph *g, const char *depth)
{
    const char *open = s->in->param(s->in, "open");
    const char *format = s->in->param(s->in, "format");
    picture p = {.sheet = s,
        .graph = g,
        .id = g->nodes[0].document->id,
        .depth = depth,
        .open = open ? open : ""};

    fold_make(&p.folded, s, g, p.id, p.open, depth);
    if (format && strcmp(format, "svg") == 0)
        put_file(&p);
    else
        put_page(&p);
}

/* Two steps, unless another of the choices is asked for. */
static const char *
depth_of(const request *in)
{
    const char *asked = in->param(in, "depth");

    if (asked && (!strcmp(asked, "1") || !strcmp(asked, "3")))
        return asked;
    return "2";
}

void
graph_put(sheet *s, const char *name)
{
    const char *depth = depth_of(s->in);
    tracuu_graph *g;
    tracuu_error err;
    tracuu_status status = tracuu_graph_of(
        &g, s->in->reader, name, (unsigned)(depth[0] - '0'), &err);

    if (status == TRACUU_NOT_FOUND)
        problem_put_missing(s, name);
    else if (status != TRACUU_OK)
        problem_put(s, &err);
    else if (g->ambiguous_count)
        document_put_choice(s, name, g->ambiguous, g->ambiguous_count);
    else
        put_picture(s, g, depth);
    if (status == TRACUU_OK) {
        s->out->partial |= g->partial;
        tracuu_graph_free(g);
    }
}
