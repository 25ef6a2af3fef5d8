#include "searcher/print-wires.h"

#include "searcher/print-label.h"

/* The net that is being drawn. */
typedef struct pen {
    strbuf *out;
    const route *route;
    const route_net *net;
    const stroke *stroke;
    bool faint;
    bool plain; /* without arrow heads */
} pen;

/* ---- pieces ---- */

static double
trunk_y(const pen *p, unsigned channel)
{
    const route_run *run = print_route_run(p->route, p->net, channel);

    return run ? run->y : print_layout_channel(p->route->layout, channel);
}

/* Begins a path whose commands follow. */
static void
begin(const pen *p)
{
    strbuf_add_string(p->out, "<path d=\"");
}

static void
end(const pen *p, bool arrow)
{
    strbuf_add_char(p->out, '"');
    if (arrow && !p->plain)
        strbuf_print(
            p->out, " marker-end=\"url(#a%s)\"", p->stroke->colour + 1);
    strbuf_add_string(p->out, "/>\n");
}

/* From the hub to its run, or from the run to the hub with an arrow. */
static void
put_hub(const pen *p)
{
    const route_net *net = p->net;
    const route_run *run = print_route_run(p->route, net, net->channel);
    double y = print_route_end(p->route, net->hub, net->side);

    if (!run)
        return;
    begin(p);
    if (net->incoming)
        strbuf_print(p->out, "M%.1f %.1fV%.1f", net->x, run->y, y);
    else
        strbuf_print(p->out, "M%.1f %.1fV%.1f", net->x, y, run->y);
    end(p, net->incoming);
}

/* From a leaf to its run, or straight to the hub. */
static void
put_branch(const pen *p, const route_branch *b)
{
    const route_net *net = p->net;
    const route_run *run = print_route_run(p->route, net, b->channel);
    double leaf = print_route_end(p->route, b->leaf, b->side);
    double other =
        run ? run->y : print_route_end(p->route, net->hub, net->side);

    begin(p);
    if (net->incoming)
        strbuf_print(p->out, "M%.1f %.1fV%.1f", b->x, leaf, other);
    else
        strbuf_print(p->out, "M%.1f %.1fV%.1f", b->x, other, leaf);
    end(p, !net->incoming || !run);
}

static void
put_pieces(const pen *p)
{
    const route *r = p->route;
    const route_net *net = p->net;

    if (net->trunk) {
        begin(p);
        strbuf_print(p->out, "M%.1f %.1fV%.1f", net->trunk_x,
            trunk_y(p, net->first), trunk_y(p, net->last));
        end(p, false);
    }
    for (unsigned c = net->first; c <= net->last; c++) {
        const route_run *run = print_route_run(r, net, c);

        if (!run)
            continue;
        begin(p);
        strbuf_print(p->out, "M%.1f %.1fH%.1f", run->low, run->y, run->high);
        end(p, false);
    }
    put_hub(p);
    for (size_t i = 0; i < net->count; i++)
        put_branch(p, &net->branches[i]);
}

/* ---- where a net branches ---- */

static void
put_dot(const pen *p, double x, double y)
{
    strbuf_print(p->out, "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"2.4\"/>\n", x, y);
}

static void
put_dots(const pen *p)
{
    const route_net *net = p->net;

    for (unsigned c = net->first; c <= net->last; c++) {
        const route_run *run = print_route_run(p->route, net, c);
        bool inside;

        if (!run)
            continue;
        inside = net->trunk_x > run->low && net->trunk_x < run->high;
        if (net->trunk && (inside || (c > net->first && c < net->last)))
            put_dot(p, net->trunk_x, run->y);
        if (c == net->channel && net->x > run->low && net->x < run->high)
            put_dot(p, net->x, run->y);
        for (size_t i = 0; i < net->count; i++) {
            const route_branch *b = &net->branches[i];

            if (b->channel == c && b->x > run->low && b->x < run->high)
                put_dot(p, b->x, run->y);
        }
    }
}

static void
put_net(const pen *p)
{
    const char *colour = p->stroke->colour;
    pen below = *p;

    /* White around it, so that what it crosses passes below. */
    strbuf_add_string(p->out, "<g stroke=\"#ffffff\" stroke-width=\"5\">\n");
    below.plain = true;
    put_pieces(&below);
    strbuf_print(p->out, "</g>\n<g stroke=\"%s\" stroke-width=\"%s\"", colour,
        p->faint ? "0.8" : "1.7");
    if (p->stroke->dash[0])
        strbuf_print(p->out, " stroke-dasharray=\"%s\"", p->stroke->dash);
    strbuf_add_string(p->out, ">\n");
    put_pieces(p);
    strbuf_print(p->out, "</g>\n<g fill=\"%s\">\n", colour);
    put_dots(p);
    strbuf_add_string(p->out, "</g>\n");
}

/* ---- what the pointer meets ---- */

static void
put_sentence(const pen *p, const route_branch *b)
{
    const route_net *net = p->net;
    const tracuu_edge *e = &p->route->layout->graph->edges[b->edge];
    const route_run *near = print_route_run(p->route, net, b->channel);
    const route_run *far = print_route_run(p->route, net, net->channel);

    strbuf_print(p->out, "<path d=\"M%.1f %.1f", b->x,
        print_route_end(p->route, b->leaf, b->side));
    if (near)
        strbuf_print(p->out, "V%.1f", near->y);
    if (near && far && b->channel != net->channel)
        strbuf_print(p->out, "H%.1fV%.1f", net->trunk_x, far->y);
    if (far)
        strbuf_print(p->out, "H%.1f", net->x);
    strbuf_print(p->out, "V%.1f\"><title>",
        print_route_end(p->route, net->hub, net->side));
    print_label_escape(p->out, span_of(e->label));
    strbuf_add_string(p->out, e->sentence[0] ? ": " : "");
    print_label_escape(p->out, span_of(e->sentence));
    strbuf_add_string(p->out, "</title></path>\n");
}

static pen
pen_of(strbuf *out, const route *r, const route_net *net)
{
    return (pen){.out = out,
        .route = r,
        .net = net,
        .stroke = print_stroke_of(net->like->relation),
        .faint = net->like->uncertain || net->like->news};
}

void
print_wires_put(strbuf *out, const route *r)
{
    strbuf_add_string(out, "<g fill=\"none\">\n");
    for (size_t i = 0; i < r->net_count; i++) {
        pen p = pen_of(out, r, &r->nets[i]);

        put_net(&p);
    }
    strbuf_add_string(out,
        "</g>\n<g fill=\"none\" stroke=\"none\" stroke-width=\"9\" "
        "pointer-events=\"stroke\">\n");
    for (size_t i = 0; i < r->net_count; i++) {
        pen p = pen_of(out, r, &r->nets[i]);

        for (size_t k = 0; k < r->nets[i].count; k++)
            put_sentence(&p, &r->nets[i].branches[k]);
    }
    strbuf_add_string(out, "</g>\n");
}

void
print_wires_badges(strbuf *out, const route *r, const stroke_list *relations)
{
    for (size_t i = 0; i < r->net_count; i++) {
        const route_net *net = &r->nets[i];
        const char *relation = net->like->relation;

        if (!net->incoming)
            print_stroke_badge(out, relations, relation, net->x,
                print_route_end(r, net->hub, net->side));
        for (size_t k = 0; net->incoming && k < net->count; k++) {
            const route_branch *b = &net->branches[k];

            print_stroke_badge(out, relations, relation, b->x,
                print_route_end(r, b->leaf, b->side));
        }
    }
}
