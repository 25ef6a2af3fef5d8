/* query-spelling-seen: syllables as the first hits write them.
 */
#ifndef SEARCHER_QUERY_SPELLING_SEEN_H
#define SEARCHER_QUERY_SPELLING_SEEN_H

#include "common/base/arena.h"
#include <tracuu/search.h>

enum { SEEN_PAIRS = 1024 };

/* The forms that stand side by side there, SPELLING_NONE for what is none. */
typedef struct seen {
    struct {
        int first, second;
    } at[SEEN_PAIRS];
    size_t count;
} seen;

/* From titles and snippets, until there are enough. */
void seen_read(seen *out, arena *a, const tracuu_hits *hits);

bool seen_has(const seen *s, int form);
bool seen_has_pair(const seen *s, int first, int second);

#endif
