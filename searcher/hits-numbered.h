/* numbered: the documents that a query names by their number.
 *
 * They stand before all others.  If one number means several acts, the best
 * match of the rest of the query comes first, then the newest.
 */
#ifndef SEARCHER_NUMBERED_H
#define SEARCHER_NUMBERED_H

#include "searcher/hits-group.h"
#include "searcher/lookup.h"

enum { NUMBERED_MAX = 50 };

typedef struct numbered {
    found what;
    group group; /* its passages that match best; none of a stub */
} numbered;

typedef struct numbered_list {
    numbered *at;
    size_t count;
} numbered_list;

/* All that the number of `q` means, in order; none if it has no number.  With
 * fields in the query only what they let through. */
tracuu_status numbered_find(numbered_list *out, arena *a, tracuu_reader *reader,
    const query *q, tracuu_error *err);

#endif
