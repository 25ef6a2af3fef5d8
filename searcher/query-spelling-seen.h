/* query-spelling-seen: syllables as the first hits write them.
 */
#ifndef SEARCHER_QUERY_SPELLING_SEEN_H
#define SEARCHER_QUERY_SPELLING_SEEN_H

#include "common/base/arena.h"
#include <tracuu/search.h>

enum { SEEN_PAIRS = 1024 };

/* Two forms that stand side by side, SPELLING_NONE for what is none. */
typedef struct seen_pair {
    int first, second;
} seen_pair;

typedef struct seen {
    seen_pair at[SEEN_PAIRS]; /* by second, then first */
    size_t count;
} seen;

/* From titles and snippets of the first hits, until there are enough. */
void seen_read(seen *out, arena *a, const tracuu_hits *hits, size_t count);

bool seen_has(const seen *s, int form);
bool seen_has_pair(const seen *s, int first, int second);

#endif
