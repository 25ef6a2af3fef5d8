/* narrow: of the acts that bear a number, those that the rest of a citation
 * allows.
 */
#ifndef SEARCHER_NARROW_H
#define SEARCHER_NARROW_H

#include "searcher/lookup.h"

/* Keeps what the date and the issuer of the citation allow; if that leaves
 * nothing, the citation is wrong in it and all stay. */
tracuu_status narrow_found(found_list *list, tracuu_reader *reader, arena *a,
    const citation *cite, tracuu_error *err);

#endif
