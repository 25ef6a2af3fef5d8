/* suggest-part: acts that are here in articles only, by their number.
 */
#ifndef SEARCHER_SUGGEST_PART_H
#define SEARCHER_SUGGEST_PART_H

#include "common/text/kind.h"
#include "searcher/suggest-list.h"

/* Adds "Nghị định 59/2019/NĐ-CP" for acts whose number starts with
 * `beginning`, as symbol_fold has it, and that may be of the kind, if one is
 * given. */
tracuu_status suggest_parts(
    suggest_list *l, span beginning, const kind *k, tracuu_error *err);

#endif
