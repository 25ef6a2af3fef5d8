/* suggest-found: documents that have the words anywhere in their title.
 */
#ifndef SEARCHER_SUGGEST_FOUND_H
#define SEARCHER_SUGGEST_FOUND_H

#include "searcher/suggest-list.h"

/* Adds documents whose title has the words of `beginning`, the last one
 * begun.  A search of the passages: for what no title starts with. */
tracuu_status suggest_found(suggest_list *l, span beginning, tracuu_error *err);

#endif
