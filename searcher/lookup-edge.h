/* edge: what an act refers to, and what refers to it.
 *
 * A document states edges of its own (its mentions) and, now and then, edges
 * between two other acts ("Kết luận 13 về tiếp tục thực hiện Chỉ thị 48" in a
 * programme that carries out the former).  Both are read here, from the
 * records of the document itself and of the visible documents that cite it.
 */
#ifndef SEARCHER_EDGE_H
#define SEARCHER_EDGE_H

#include "searcher/lookup-resolver.h"

enum {
    EDGE_CITING_MAX = 1000 /* citing documents that are read for one act */
};

typedef struct edge {
    relation relation; /* as said of the end that refers */
    found other;       /* the other end */
    uint32_t teller;   /* the entry that says so; 0: the end that refers */
    span provision;
    span sentence;
    tracuu_range mention; /* in `sentence` */
    tracuu_range place;   /* in the text of who says so */
    tracuu_range points;  /* the same in code points */
    span rule;
    double confidence;
    bool uncertain; /* several acts agree with what the text says */
    bool news;
} edge;

typedef struct edge_list {
    edge *at;
    size_t count;
} edge_list;

/* The edges of `what`, in the resolver's arena.  Outgoing: in the order of
 * the text, one for each act and relation (a bare citation only where nothing
 * stronger is said), then those that others tell of it.  Incoming: strongest
 * first, one for each act that refers. */
tracuu_status edge_around(edge_list *outgoing, edge_list *incoming,
    resolver *with, const found *what, tracuu_error *err);

#endif
