/* copies: the documents that are the same act.
 *
 * Several files can hold one act: the signed text, a copy from the web, an
 * extract.  They are one act only if their full key is the same and so is
 * their letterhead (number, date, issuer) or their text; a number alone never
 * merges anything.
 */
#ifndef SEARCHER_COPIES_H
#define SEARCHER_COPIES_H

#include "common/document/record.h"
#include "searcher/reader.h"

/* One act: its entries of `documents`, the best copy first. */
typedef struct copy_group {
    uint32_t *at;
    size_t count;
    uint32_t date; /* of the best copy, YYYYMMDD */
} copy_group;

typedef struct copy_groups {
    copy_group *at;
    size_t count;
} copy_groups;

/* The visible documents that bear `key`, grouped.  Reads one record for each;
 * at most 200 documents are looked at. */
tracuu_status copies_of_key(copy_groups *out, tracuu_reader *reader, arena *a,
    span key, tracuu_error *err);

#endif
