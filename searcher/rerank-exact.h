/* exact: the order of the first hits once the marks of their texts are seen.
 *
 * The index and the forward forms know folded syllables only.  When the query
 * bears marks, the best passages are read and scored again, until as many as
 * are shown stand on what was read; a score can only fall, so the others
 * cannot be better than they seem.
 */
#ifndef SEARCHER_EXACT_H
#define SEARCHER_EXACT_H

#include "searcher/rerank.h"

enum {
    EXACT_READ = 30,        /* texts that are read at the most */
    EXACT_READ_TOPIC = 60,  /* for a few words, which fold together more */
    EXACT_READ_SHORT = 120, /* for one or two */
    EXACT_SHOWN = 10        /* first places that are settled */
};

tracuu_status exact_run(candidate *at, size_t count, arena *a,
    tracuu_reader *reader, ranker *r, const plan *p, tracuu_error *err);

#endif
