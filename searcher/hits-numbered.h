/* numbered: the documents that a query names by their number.
 *
 * They stand before all others; where several are named, in the order of their
 * names.  First an article that the query names of the
 * act ("Điều 5 Luật An ninh mạng"), then acts whose whole symbol is typed.  If
 * one number means several acts, those whose title has the rest of the query
 * come first, then those whose text is here, the best match of the rest, and
 * the newest.
 */
#ifndef SEARCHER_NUMBERED_H
#define SEARCHER_NUMBERED_H

#include "searcher/hits-group.h"
#include "searcher/lookup-resolver.h"
#include "searcher/lookup.h"

enum { NUMBERED_MAX = 50 };

typedef struct numbered {
    found what;
    bool article; /* an article that the query names, of such an act */
    bool exact;   /* its symbol is the one typed */
    bool titled;  /* its title has half of the other words at least */
    group group;  /* its passages that match best; none of a stub */
} numbered;

typedef struct numbered_list {
    numbered *at;
    size_t count;
} numbered_list;

/* All that the numbers of `q` mean, in order; none if it has no number.  With
 * fields in the query only what they let through.  Notes in `q` tell of a
 * number that several acts bear, and of one that nobody has. */
tracuu_status numbered_find(
    numbered_list *out, resolver *with, query *q, tracuu_error *err);

#endif
