/* bare: documents by a number without its symbol.
 */
#ifndef SEARCHER_BARE_H
#define SEARCHER_BARE_H

#include "searcher/lookup.h"

/* As lookup_name, and for a number alone too, "59" or "59/2021": the documents
 * that bear it whatever follows. */
tracuu_status bare_find(tracuu_reader *reader, arena *a, span value,
    found_list *out, tracuu_error *err);

#endif
