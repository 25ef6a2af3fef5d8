/* frame: to which place of a query's tree what is read next belongs.
 *
 * OR joins what stands directly beside it: a run of words, a phrase, a field
 * or a group.  A group in brackets is what it holds, unless OR joins it or
 * "-" stands before it.
 *
 *     tội phạm OR "ma túy" năm:2020     (any of: tội phạm | "ma túy"), năm
 *     loại:luật (giá OR phí)            loại, (any of: giá | phí)
 *     -(giá phí)                        not both of them
 */
#ifndef SEARCHER_FRAME_H
#define SEARCHER_FRAME_H

#include "searcher/query.h"

typedef struct frame {
    size_t group, branch; /* of what stands in it */
    size_t close;         /* byte of the bracket that ends it */
    size_t node, mark;    /* first node and group of the last item */
    bool begun;           /* there is an item */
    bool words;           /* it is a run of words */
    bool open;            /* OR came behind it */
    size_t chain;         /* the group that OR joined it to, 0 if none */
} frame;

typedef struct frame_stack {
    query *query;
    frame at[QUERY_DEPTH];
    size_t depth;         /* of the innermost, from 0 */
    size_t group, branch; /* where the next node belongs */
} frame_stack;

/* Starts a line of `length` bytes; makes room for the groups. */
void frame_start(frame_stack *s, query *q, arena *a, size_t length);

/* Before the nodes of an item are added. */
void frame_item(frame_stack *s, bool words);

/* OR; false where nothing stands before it, or there are too many. */
bool frame_or(frame_stack *s);

/* A bracket that byte `close` ends; false if they stand too deep. */
bool frame_open(frame_stack *s, size_t close, bool without);
void frame_close(frame_stack *s);

/* The innermost one. */
frame *frame_here(frame_stack *s);

#endif
