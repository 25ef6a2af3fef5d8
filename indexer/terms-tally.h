/* tally: the terms of one passage, counted.
 *
 * Folded syllables, other folded words and numbers, and listed pairs "dat
 * dai" (see common/text/pair.h).  The terms before the mark, the filters of a
 * document, stay when the tally is cleared for its next passage.
 */
#ifndef INDEXER_TALLY_H
#define INDEXER_TALLY_H

#include "common/base/map.h"
#include "common/base/vec.h"
#include "common/store/store.h"
#include "common/text/token.h"

typedef struct tally {
    VEC(store_term) terms;
    size_t mark;
    map places; /* term -> place in `terms` */
} tally;

#define TALLY_INIT                                                             \
    {                                                                          \
        VEC_INIT, 0, MAP_INIT                                                  \
    }

void tally_release(tally *t);

/* Forgets the terms behind the mark. */
void tally_clear(tally *t);

/* Counts the tokens [first, last).  Terms borrow from the list or are in the
 * arena. */
void tally_add(
    tally *t, arena *a, const token_list *list, size_t first, size_t last);

/* When all is counted: what each term weighs, in the place of how often it
 * stands there, and the length of the passage (see impact.h). */
void tally_weigh(tally *t);

#endif
