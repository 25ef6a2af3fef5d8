/* total: how many acts the pages list, one after the other.
 *
 * The index counts documents; several can hold one act (see copies.h), which a
 * page shows once.  Of a few documents the copies are found, and the total and
 * the facets are exact; of many they are not looked for, and both are
 * estimates.
 */
#ifndef SEARCHER_TOTAL_H
#define SEARCHER_TOTAL_H

#include "searcher/hits-numbered.h"

enum { TOTAL_FEW = 300 /* documents, of which copies are looked for */ };

/* Takes copies out of `in->counted`, and sets `in->documents` and
 * `in->exact` to what is listed: what is counted, and what of `first` is
 * not among it. */
tracuu_status total_settle(matches *in, arena *a, tracuu_reader *reader,
    const numbered_list *first, tracuu_error *err);

#endif
