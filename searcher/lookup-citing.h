/* citing: the documents that refer to a key.
 */
#ifndef SEARCHER_CITING_H
#define SEARCHER_CITING_H

#include "searcher/reader.h"

typedef struct entry_list {
    uint32_t *at;
    size_t count;
} entry_list;

/* The visible documents that cite one of `keys`, each once, at most `limit`,
 * in the arena; where there are more, those of the strongest relations. */
tracuu_status citing_of(entry_list *out, tracuu_reader *reader, arena *a,
    const span *keys, size_t count, size_t limit, tracuu_error *err);

/* A visible document with the term; 0 if there is none. */
uint32_t citing_first(tracuu_reader *reader, span term);

#endif
