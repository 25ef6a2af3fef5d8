/* distinct: each act once on a page.
 *
 * Several documents can hold one act (see copies.h); the one that matches best
 * stands for all of them.
 */
#ifndef SEARCHER_DISTINCT_H
#define SEARCHER_DISTINCT_H

#include "searcher/hits-group.h"
#include "searcher/hits-numbered.h"

/* Fills in the entries of the groups and takes out those that are not in the
 * documents' index (what an update that was cut short left behind), those of
 * `first`, and copies of what stands before them; then keeps the first
 * `wanted`, without looking at the others. */
tracuu_status distinct_groups(group_list *list, arena *a, tracuu_reader *reader,
    const numbered_list *first, size_t wanted, tracuu_error *err);

#endif
