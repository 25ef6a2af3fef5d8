/* pair: the listed pairs of syllables that are indexed as units.
 *
 * Two neighbouring syllables carry the meaning that one alone does not: a
 * folded syllable means what it seems in 73 % of its places, a folded pair in
 * 90 % (measured on government texts).  Indexing every pair doubles the
 * index; so the index holds the pairs of one list, mined from legal text by
 * association (tables/make-pairs.py), and the re-rank counts all others in
 * the stored text.  The list is the same everywhere, since parts of a
 * federation must agree; its version is stored in every index.
 */
#ifndef TEXT_PAIR_H
#define TEXT_PAIR_H

#include <stdbool.h>
#include <stdint.h>

enum { PAIR_VERSION = 1 };

/* True if the syllables with these ids, in this order, are a listed pair.
 * Ten steps at the most: the seconds of one first are few and sorted. */
bool pair_is_listed(uint16_t first, uint16_t second);

/* The number of that pair, smaller than pair_count; -1 if it is not listed. */
int pair_number(uint16_t first, uint16_t second);

/* How many pairs the list has. */
unsigned pair_count(void);

#endif
