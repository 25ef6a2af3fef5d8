#include "searcher/print-legend.h"

#include "searcher/print-face.h"
#include "searcher/print-label.h"
#include "searcher/print-page.h"

enum { SIZE = 12, STEP = 21, SAMPLE = 52, MARK = 34, GAP = 22 };

/* Where the next sign stands. */
typedef struct flow {
    strbuf *out;
    double left, width;
    double x, y; /* the base line of the words */
} flow;

/* Makes room for a sign and its words; returns the left side of the sign. */
static double
take_place(flow *f, double sign, span words)
{
    double length = sign + print_label_width(words, SIZE, false) + GAP, x;

    if (f->x > f->left && f->x + length - GAP > f->left + f->width) {
        f->x = f->left;
        f->y += STEP;
    }
    x = f->x;
    f->x += length;
    return x;
}

static void
new_line(flow *f)
{
    if (f->x > f->left) {
        f->x = f->left;
        f->y += STEP;
    }
}

/* ---- relations ---- */

static void
put_relation(flow *f, const stroke_list *list, size_t i)
{
    const stroke *s = print_stroke_of(list->at[i]->relation);
    strbuf words = STRBUF_INIT;
    double x;

    strbuf_print(&words, "%s (%zu)", list->at[i]->label, list->counts[i]);
    x = take_place(f, SAMPLE, strbuf_span(&words));
    strbuf_print(f->out,
        "<path d=\"M%.1f %.1fh38\" fill=\"none\" stroke=\"%s\" "
        "stroke-width=\"1.8\" marker-end=\"url(#a%s)\"",
        x + 7, f->y - 4, s->colour, s->colour + 1);
    if (s->dash[0])
        strbuf_print(f->out, " stroke-dasharray=\"%s\"", s->dash);
    strbuf_add_string(f->out, "/>\n");
    print_stroke_badge(f->out, list, list->at[i]->relation, x + 7, f->y - 4);
    print_label_put(f->out, x + SAMPLE, f->y, SIZE, "", strbuf_span(&words));
    strbuf_release(&words);
}

/* ---- documents ---- */

static void
put_frame(flow *f, const char *look, const char *words)
{
    double x = take_place(f, MARK, span_of(words));

    strbuf_print(f->out,
        "<rect x=\"%.1f\" y=\"%.1f\" width=\"26\" height=\"14\" rx=\"3\" "
        "%s/>\n",
        x + 1, f->y - 11, look);
    print_label_put(f->out, x + MARK, f->y, SIZE, "", span_of(words));
}

static bool
has_status(const tracuu_graph *g, const char *status)
{
    for (size_t i = 0; i < g->node_count; i++) {
        const tracuu_document *d = g->nodes[i].document;

        if (!d->stub && !strcmp(d->status, status))
            return true;
    }
    return false;
}

static void
put_statuses(flow *f, const tracuu_graph *g)
{
    static const char *const codes[] = {"in_force", "amended", "partly_expired",
        "suspended", "pending", "expired"};
    static const print_style style = {.vietnamese = true};

    for (size_t i = 0; i < sizeof codes / sizeof *codes; i++) {
        span words = span_of(print_page_status(&style, codes[i]));
        double x;

        if (!has_status(g, codes[i]))
            continue;
        x = take_place(f, 16, words);
        print_face_mark(f->out, codes[i], x + 6, f->y - 4);
        print_label_put(f->out, x + 16, f->y, SIZE, "", words);
    }
}

static bool
has_stub(const tracuu_graph *g)
{
    for (size_t i = 0; i < g->node_count; i++)
        if (g->nodes[i].document->stub)
            return true;
    return false;
}

static void
put_documents(flow *f, const tracuu_graph *g)
{
    put_frame(f, "fill=\"#fff8e1\" stroke=\"#000000\" stroke-width=\"2.5\"",
        "văn bản được hỏi");
    if (has_stub(g))
        put_frame(f,
            "fill=\"#ffffff\" stroke=\"#607d8b\" stroke-dasharray=\"5 3\"",
            "được dẫn chiếu nhưng chưa có văn bản");
    put_statuses(f, g);
}

/* ---- lines ---- */

static void
put_faint(flow *f, const tracuu_graph *g)
{
    static const char *const words = "nét mảnh: chưa chắc, hoặc theo tin, bài";
    size_t i = 0;
    double x;

    while (i < g->edge_count && !g->edges[i].uncertain && !g->edges[i].news)
        i++;
    if (i == g->edge_count)
        return;
    x = take_place(f, MARK, span_of(words));
    strbuf_print(f->out,
        "<path d=\"M%.1f %.1fh26\" stroke=\"#546e7a\" "
        "stroke-width=\"0.8\"/>\n",
        x, f->y - 4);
    print_label_put(f->out, x + MARK, f->y, SIZE, "", span_of(words));
}

static void
put_branching(flow *f)
{
    static const char *const words =
        "chấm: chỗ rẽ nhánh; không có chấm là hai đường đi qua nhau";
    double x = take_place(f, 16, span_of(words));

    strbuf_print(f->out,
        "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"2.6\" fill=\"#37474f\"/>\n", x + 6,
        f->y - 4);
    print_label_put(f->out, x + 16, f->y, SIZE, "", span_of(words));
}

double
print_legend_put(strbuf *out, const tracuu_graph *g,
    const stroke_list *relations, double x, double y, double width)
{
    flow f = {out, x, width, x, y + SIZE + 4};

    for (size_t i = 0; i < relations->count; i++)
        put_relation(&f, relations, i);
    new_line(&f);
    put_documents(&f, g);
    put_faint(&f, g);
    if (relations->count)
        put_branching(&f);
    new_line(&f);
    return f.y - y - SIZE;
}
