#include "searcher/print-route.h"

#include <stdlib.h>

#include "searcher/print-route-ports.h"
#include "searcher/print-stroke.h"

enum {
    GUTTER = 16,  /* without a trunk */
    TRUNK = 6,    /* what one takes */
    CHANNEL = 12, /* above and below the runs, for arrow heads */
    RUN = 6,      /* what one takes */
    APART = 8,    /* runs on one track */
    BORDER = 12   /* what the border of a band takes, below the runs */
};

/* What a busy gutter costs, in columns. */
#define BUSY 0.25

/* ---- nets ---- */

/* An edge on its way into a net. */
typedef struct thread {
    size_t hub, edge;
    bool incoming;
    unsigned look; /* the relation's number, doubled, and if it is faint */
    int side;
    unsigned channel; /* of the leaf */
} thread;

static size_t
leaf_of(const tracuu_edge *e, const thread *t)
{
    return t->incoming ? e->from : e->to;
}

static int
compare_threads(const void *left, const void *right)
{
    const thread *a = left, *b = right;

    if (a->hub != b->hub)
        return a->hub < b->hub ? -1 : 1;
    if (a->incoming != b->incoming)
        return a->incoming ? -1 : 1;
    if (a->look != b->look)
        return a->look < b->look ? -1 : 1;
    if (a->side != b->side)
        return a->side < b->side ? -1 : 1;
    if (a->channel != b->channel)
        return a->channel < b->channel ? -1 : 1;
    return a->edge < b->edge ? -1 : a->edge > b->edge;
}

static bool
same_net(const thread *a, const thread *b)
{
    return a->hub == b->hub && a->incoming == b->incoming &&
           a->look == b->look && a->side == b->side;
}

/* Edges meet at the end where more of their look do. */
static void
set_hubs(thread *threads, arena *a, const tracuu_graph *g)
{
    stroke_list relations;
    size_t looks;
    unsigned *counts;

    print_stroke_list(&relations, g);
    looks = 2 * relations.count + 2;
    counts = arena_array(a, g->node_count * looks * 2 + 1, sizeof *counts);
    for (size_t i = 0; i < g->edge_count; i++) {
        const tracuu_edge *e = &g->edges[i];

        threads[i].edge = i;
        threads[i].look =
            2 * (unsigned)print_stroke_number(&relations, e->relation) - 2 +
            (e->uncertain || e->news);
        counts[(e->from * looks + threads[i].look) * 2]++;
        counts[(e->to * looks + threads[i].look) * 2 + 1]++;
    }
    for (size_t i = 0; i < g->edge_count; i++) {
        const tracuu_edge *e = &g->edges[i];
        unsigned out = counts[(e->from * looks + threads[i].look) * 2];
        unsigned in = counts[(e->to * looks + threads[i].look) * 2 + 1];

        threads[i].incoming = in >= out;
        threads[i].hub = threads[i].incoming ? e->to : e->from;
    }
    print_stroke_list_release(&relations);
}

static void
set_sides(thread *t, const layout *l)
{
    const tracuu_edge *e = &l->graph->edges[t->edge];
    unsigned hub = l->boxes[t->hub].line;
    unsigned leaf = l->boxes[leaf_of(e, t)].line;

    t->side = leaf > hub ? ROUTE_BOTTOM : ROUTE_TOP;
    t->channel = leaf < hub ? leaf + 1 : leaf;
}

static route_net
net_of(const route *r, const thread *threads, size_t count)
{
    const layout *l = r->layout;
    const thread *t = threads;
    unsigned line = l->boxes[t->hub].line;
    route_net net = {.hub = t->hub,
        .incoming = t->incoming,
        .like = &l->graph->edges[t->edge],
        .side = t->side,
        .channel = t->side == ROUTE_BOTTOM ? line + 1 : line,
        .count = count,
        .branches = arena_array(r->arena, count, sizeof *net.branches)};

    net.first = net.last = net.channel;
    for (size_t i = 0; i < count; i++) {
        const tracuu_edge *e = &l->graph->edges[threads[i].edge];
        size_t leaf = leaf_of(e, t);
        unsigned channel = threads[i].channel;

        net.branches[i] = (route_branch){threads[i].edge, leaf, channel,
            l->boxes[leaf].line == channel ? ROUTE_TOP : ROUTE_BOTTOM, 0};
        net.first = channel < net.first ? channel : net.first;
        net.last = channel > net.last ? channel : net.last;
    }
    net.trunk = net.first < net.last;
    return net;
}

static void
make_nets(route *r)
{
    const tracuu_graph *g = r->layout->graph;
    thread *threads = arena_array(r->arena, g->edge_count + 1, sizeof *threads);

    r->nets = arena_array(r->arena, g->edge_count + 1, sizeof *r->nets);
    set_hubs(threads, r->arena, g);
    for (size_t i = 0; i < g->edge_count; i++)
        set_sides(&threads[i], r->layout);
    if (g->edge_count)
        qsort(threads, g->edge_count, sizeof *threads, compare_threads);
    for (size_t i = 0, end; i < g->edge_count; i = end) {
        for (end = i + 1;
             end < g->edge_count && same_net(&threads[i], &threads[end]);)
            end++;
        r->nets[r->net_count++] = net_of(r, &threads[i], end - i);
    }
}

/* ---- trunks ---- */

/* The length of a net's runs, in columns, with its trunk in a gutter. */
static double
length_through(const route *r, const route_net *net, unsigned gutter)
{
    double total = 0, hub = r->layout->boxes[net->hub].column + 0.5;

    for (size_t i = 0, end; i < net->count; i = end) {
        unsigned channel = net->branches[i].channel;
        double low = gutter, high = gutter;

        for (end = i; end < net->count && net->branches[end].channel == channel;
             end++) {
            double x = r->layout->boxes[net->branches[end].leaf].column + 0.5;

            low = x < low ? x : low;
            high = x > high ? x : high;
        }
        total += high - low;
    }
    return total + (hub > gutter ? hub - gutter : gutter - hub);
}

/* How many trunks the channels of a net would share the gutter with. */
static unsigned
busy(const route *r, size_t count, const route_net *net, unsigned gutter)
{
    unsigned found = 0;

    for (size_t i = 0; i < count; i++) {
        const route_net *other = &r->nets[i];

        if (other->trunk && other->gutter == gutter &&
            other->first <= net->last && net->first <= other->last)
            found++;
    }
    return found;
}

static void
choose_gutter(route *r, size_t number)
{
    route_net *net = &r->nets[number];
    double least = 0;

    for (unsigned g = 0; g <= r->layout->columns; g++) {
        double cost =
            length_through(r, net, g) + BUSY * busy(r, number, net, g);

        if (g && cost >= least)
            continue;
        least = cost;
        net->gutter = g;
    }
}

/* The lowest track of its gutter that is free. */
static void
choose_track(route *r, size_t number)
{
    route_net *net = &r->nets[number];
    bool taken = true;

    for (net->track = 0; taken; net->track += taken) {
        taken = false;
        for (size_t i = 0; i < number && !taken; i++) {
            const route_net *other = &r->nets[i];

            taken = other->trunk && other->gutter == net->gutter &&
                    other->track == net->track && other->first <= net->last &&
                    net->first <= other->last;
        }
    }
}

static void
make_trunks(route *r)
{
    layout *l = r->layout;
    unsigned *tracks = arena_array(r->arena, l->columns + 1, sizeof *tracks);

    for (size_t i = 0; i < r->net_count; i++) {
        route_net *net = &r->nets[i];

        if (!net->trunk)
            continue;
        choose_gutter(r, i);
        choose_track(r, i);
        if (tracks[net->gutter] <= net->track)
            tracks[net->gutter] = net->track + 1;
    }
    for (unsigned g = 0; g <= l->columns; g++)
        l->gutters[g] = GUTTER + TRUNK * tracks[g] + r->wider;
    for (size_t i = 0; i < r->net_count; i++) {
        route_net *net = &r->nets[i];
        double room = l->gutters[net->gutter] - GUTTER;

        if (net->trunk)
            net->trunk_x = print_layout_gutter(l, net->gutter) + GUTTER / 2.0 +
                           room * (net->track + 0.5) / tracks[net->gutter];
    }
}

/* ---- runs ---- */

static void
add_run(route *r, size_t number, size_t first, size_t end, unsigned channel)
{
    const route_net *net = &r->nets[number];
    double low = net->trunk ? net->trunk_x : net->x, high = low;

    if (channel == net->channel) {
        low = net->x < low ? net->x : low;
        high = net->x > high ? net->x : high;
    }
    for (size_t i = first; i < end; i++) {
        low = net->branches[i].x < low ? net->branches[i].x : low;
        high = net->branches[i].x > high ? net->branches[i].x : high;
    }
    if (high > low)
        r->runs[r->run_count++] = (route_run){number, channel, 0, low, high, 0};
}

static int
compare_runs(const void *left, const void *right)
{
    const route_run *a = left, *b = right;

    if (a->channel != b->channel)
        return a->channel < b->channel ? -1 : 1;
    if (a->low != b->low)
        return a->low < b->low ? -1 : 1;
    return a->net < b->net ? -1 : a->net > b->net;
}

static void
make_runs(route *r)
{
    size_t most = r->layout->graph->edge_count + r->net_count;

    r->runs = arena_array(r->arena, most + 1, sizeof *r->runs);
    for (size_t n = 0; n < r->net_count; n++) {
        const route_net *net = &r->nets[n];
        bool at_hub = false;

        for (size_t i = 0, end; i < net->count; i = end) {
            unsigned channel = net->branches[i].channel;

            for (end = i;
                 end < net->count && net->branches[end].channel == channel;)
                end++;
            add_run(r, n, i, end, channel);
            at_hub = at_hub || channel == net->channel;
        }
        if (!at_hub)
            add_run(r, n, 0, 0, net->channel);
    }
    if (r->run_count)
        qsort(r->runs, r->run_count, sizeof *r->runs, compare_runs);
}

/* The room for a border in a channel: two bands meet there. */
static double
border_of(const layout *l, unsigned channel)
{
    for (unsigned b = 0; b < BAND_COUNT; b++)
        if (l->band_line[b] == channel && channel && channel < l->lines)
            return BORDER;
    return 0;
}

double
print_route_border(const layout *l, unsigned line)
{
    return print_layout_line(l, line) - CHANNEL - BORDER / 2.0;
}

/* Runs by their left ends, each on the first track that is free again. */
static void
make_tracks(route *r)
{
    layout *l = r->layout;
    double *free_from = arena_array(r->arena, r->run_count + 1, sizeof(double));

    r->tracks = arena_array(r->arena, l->lines + 1, sizeof *r->tracks);
    for (size_t i = 0; i < r->run_count; i++) {
        route_run *run = &r->runs[i];
        unsigned *used = &r->tracks[run->channel], t = 0;

        while (t < *used && free_from[t] > run->low)
            t++;
        if (t == *used)
            ++*used;
        free_from[t] = run->high + APART;
        run->track = t;
    }
    for (unsigned c = 0; c <= l->lines; c++)
        l->channels[c] = 2 * CHANNEL + RUN * r->tracks[c] + border_of(l, c);
}

void
print_route_settle(route *r)
{
    const layout *l = r->layout;

    for (size_t i = 0; i < r->run_count; i++) {
        route_run *run = &r->runs[i];
        double room = l->channels[run->channel] - 2 * CHANNEL -
                      border_of(l, run->channel);

        run->y = print_layout_channel(l, run->channel) + CHANNEL +
                 room * (run->track + 0.5) / r->tracks[run->channel];
    }
}

void
print_route_init(route *r, arena *a, layout *l, double wider)
{
    *r = (route){.layout = l, .arena = a, .wider = wider};
    make_nets(r);
    make_trunks(r);
    print_route_ports(r);
    make_runs(r);
    make_tracks(r);
    print_route_settle(r);
}

/* ---- asking ---- */

const route_run *
print_route_run(const route *r, const route_net *net, unsigned channel)
{
    size_t number = (size_t)(net - r->nets), low = 0, high = r->run_count;

    while (low < high) {
        size_t middle = low + (high - low) / 2;

        if (r->runs[middle].channel < channel)
            low = middle + 1;
        else
            high = middle;
    }
    for (; low < r->run_count && r->runs[low].channel == channel; low++) {
        if (r->runs[low].net == number)
            return &r->runs[low];
    }
    return NULL;
}

double
print_route_end(const route *r, size_t node, int side)
{
    unsigned line = r->layout->boxes[node].line;
    double top = print_layout_line(r->layout, line);

    return side == ROUTE_TOP ? top : top + r->layout->heights[line];
}
