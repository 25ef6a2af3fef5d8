#include "searcher/print-route-ports.h"

#include <math.h>
#include <stdlib.h>

enum { STEP = 6 /* between the places at a side; the other's lie between */ };

typedef struct port {
    size_t node;
    int side;
    double goes_to; /* left or right */
    size_t order;
    double *x; /* to be set */
} port;

static double
middle_of(const route *r, size_t node)
{
    return print_layout_column(r->layout, r->layout->boxes[node].column) +
           FACE_WIDTH / 2.0;
}

static int
compare_ports(const void *left, const void *right)
{
    const port *a = left, *b = right;

    if (a->node != b->node)
        return a->node < b->node ? -1 : 1;
    if (a->side != b->side)
        return a->side < b->side ? -1 : 1;
    if (a->goes_to != b->goes_to)
        return a->goes_to < b->goes_to ? -1 : 1;
    return a->order < b->order ? -1 : a->order > b->order;
}

/* The ends of one net; returns how many. */
static size_t
add_ports(port *out, const route *r, route_net *net)
{
    double sum = 0;
    size_t count = 0;

    for (size_t i = 0; i < net->count; i++) {
        route_branch *b = &net->branches[i];
        bool through = b->channel != net->channel;

        sum += middle_of(r, b->leaf);
        out[count++] = (port){b->leaf, b->side,
            through ? net->trunk_x : middle_of(r, net->hub), b->edge, &b->x};
    }
    out[count++] = (port){net->hub, net->side,
        net->trunk ? net->trunk_x : sum / (double)net->count,
        net->branches[0].edge, &net->x};
    return count;
}

/* Spreads `count` ends over a side of their box. */
static void
spread(const route *r, port *ports, size_t count)
{
    double left =
        print_layout_column(r->layout, r->layout->boxes[ports->node].column);
    double shift = ports->side == ROUTE_BOTTOM ? STEP / 2.0 : 0;

    for (size_t i = 0; i < count; i++) {
        double x = FACE_WIDTH * (double)(i + 1) / (double)(count + 1);

        *ports[i].x = left + STEP * floor(x / STEP) + shift;
    }
}

/* Ends that all but face one another do, for a straight line. */
static void
straighten(route *r)
{
    for (size_t n = 0; n < r->net_count; n++) {
        route_net *net = &r->nets[n];

        for (size_t i = 0; i < net->count; i++) {
            route_branch *b = &net->branches[i];

            if (b->channel == net->channel && fabs(b->x - net->x) < STEP)
                b->x = net->x;
        }
    }
}

void
print_route_ports(route *r)
{
    size_t most = r->layout->graph->edge_count + r->net_count, count = 0;
    port *ports = arena_array(r->arena, most + 1, sizeof *ports);

    for (size_t i = 0; i < r->net_count; i++)
        count += add_ports(ports + count, r, &r->nets[i]);
    if (count)
        qsort(ports, count, sizeof *ports, compare_ports);
    for (size_t i = 0, end; i < count; i = end) {
        for (end = i + 1; end < count && ports[end].node == ports[i].node &&
                          ports[end].side == ports[i].side;)
            end++;
        spread(r, ports + i, end - i);
    }
    straighten(r);
}
