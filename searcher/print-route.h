/* print-route: the ways of the edges of a drawing.
 *
 * Edges of one relation that meet in one document share a way, as wires do in
 * a plan: a trunk in one gutter, and a run in each channel that a branch
 * leaves in.  Such a way is a net.  No two nets lie over one another; where
 * they cross, one passes over the other, and a dot says where a net branches.
 */
#ifndef SEARCHER_PRINT_ROUTE_H
#define SEARCHER_PRINT_ROUTE_H

#include "searcher/print-layout.h"

enum { ROUTE_TOP, ROUTE_BOTTOM };

/* An edge of a net, at the end that is not shared. */
typedef struct route_branch {
    size_t edge, leaf; /* leaf: a node */
    unsigned channel;
    int side; /* of the leaf's box */
    double x;
} route_branch;

/* The part of a net inside one channel, from left to right. */
typedef struct route_run {
    size_t net;
    unsigned channel, track;
    double low, high;
    double y;
} route_run;

typedef struct route_net {
    size_t hub;    /* the node that its edges share */
    bool incoming; /* they refer to the hub; else the hub refers */
    const tracuu_edge *like;
    int side; /* of the hub's box */
    route_branch *branches;
    size_t count;
    unsigned channel;                    /* of the hub */
    double x;                            /* at the hub */
    bool trunk;                          /* it leaves the hub's channel */
    unsigned gutter, track, first, last; /* channels of the trunk */
    double trunk_x;
} route_net;

typedef struct route {
    layout *layout;
    arena *arena;
    route_net *nets;
    size_t net_count;
    route_run *runs; /* by channel */
    size_t run_count;
    unsigned *tracks; /* by channel */
    double wider;     /* added to each gutter */
} route;

/* Finds the ways and sets the layout's gutters, each `wider` than it need be,
 * and channels; in the arena. */
void print_route_init(route *r, arena *a, layout *l, double wider);

/* Sets the heights of the runs; to be called again when channels change. */
void print_route_settle(route *r);

/* The run of a net in a channel; NULL where it goes straight. */
const route_run *print_route_run(
    const route *r, const route_net *net, unsigned channel);

/* Where a band begins whose first line is `line`, below the runs. */
double print_route_border(const layout *l, unsigned line);

/* Where an end touches its box. */
double print_route_end(const route *r, size_t node, int side);

#endif
