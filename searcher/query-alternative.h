/* query-alternative: other words for words of the query.
 *
 *     UBND        ủy ban nhân dân, and the other way
 *     Hậu Giang   Cần Thơ and Sóc Trăng, which are one province today
 *
 * A passage that has them is found and counts as if it had the words
 * themselves; a loose one counts less: letters that may stand for something
 * else, and places.  Letters beside "/" or "-" are the code of a symbol and
 * stand for nothing.
 */
#ifndef SEARCHER_QUERY_ALTERNATIVE_H
#define SEARCHER_QUERY_ALTERNATIVE_H

#include "searcher/query.h"

enum { ALTERNATIVES = 24, ALTERNATIVE_WORDS = 12 };

typedef struct alternative {
    size_t first, last; /* tokens of the query, the last not included */
    span words[ALTERNATIVE_WORDS]; /* folded */
    uint16_t ids[ALTERNATIVE_WORDS];
    size_t count;
    bool loose;
} alternative;

/* Those of the words that rank (`ranks`, by token), ALTERNATIVES at most; in
 * the arena. */
size_t alternative_collect(
    alternative **out, arena *a, const query *q, const bool *ranks);

#endif
