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

/* Subtrees of a store query, one after the other. */
typedef struct bundle {
    node_list nodes;
    size_t count;
} bundle;

typedef struct condition {
    bundle required; /* all of them; they count for the rank */
    bundle without;  /* none of them */
    bundle filters;  /* all of them */
    phrase *phrases; /* to be verified on the passage */
    size_t phrase_count;
    bool grouped; /* there are phrases in groups, to be verified too */
} condition;

/* Appends to `list` the one subtree, or `op` over all of them; nothing for
 * nothing. */
void condition_join(node_list *list, store_op op, const bundle *b);

/* Reads them from the query.  Two values of one field: either will do; two
 * fields: both must.  Release it whatever this returns. */
tracuu_status condition_read(condition *out, arena *a, tracuu_reader *reader,
    const query *q, tracuu_error *err);
void condition_release(condition *c);

/* One more filter: to be a passage of one of these documents. */
void condition_inside(condition *c, arena *a, const span *ids, size_t count);

#endif
