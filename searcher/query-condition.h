/* condition: what a passage must have, must not have, and be, whatever it is
 * worth.
 */
#ifndef SEARCHER_CONDITION_H
#define SEARCHER_CONDITION_H

#include "searcher/plan-nodes.h"
#include "searcher/query.h"
#include "searcher/reader.h"

/* Words that must stand, or must not, in this order; or each of them in the
 * title. */
typedef struct phrase {
    size_t first, last; /* tokens of the query */
    bool without;
    bool title;
} phrase;

typedef struct condition {
    node_list required; /* terms: all of them */
    node_list without;  /* terms: none of them */
    node_list filters;  /* subtrees: all of them */
    size_t filter_count;
    phrase *phrases; /* to be verified on the passage */
    size_t phrase_count;
} condition;

/* Reads them from the query.  Two values of one field: either will do; two
 * fields: both must.  Release it whatever this returns. */
tracuu_status condition_read(condition *out, arena *a, tracuu_reader *reader,
    const query *q, tracuu_error *err);
void condition_release(condition *c);

/* One more: to be a passage of one of these documents. */
void condition_inside(condition *c, arena *a, const span *ids, size_t count);

#endif
