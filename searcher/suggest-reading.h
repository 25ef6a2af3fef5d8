/* suggest-reading: the ways in which the beginning of a query may be meant.
 */
#ifndef SEARCHER_SUGGEST_READING_H
#define SEARCHER_SUGGEST_READING_H

#include "common/base/arena.h"

enum { SUGGEST_READINGS = 4 };

/* Folded, as typed and then where these differ: without "số" before a number;
 * with the kind or the words that letters at the start stand for ("nđ 59",
 * "UBND t").  A blank at the end stays, since it ends a word.  Returns how
 * many, none for what has no letter or digit. */
size_t suggest_readings(arena *a, span typed, span out[SUGGEST_READINGS]);

/* Folded, with keys of Telex and VNI as the letters they stand for; empty if
 * no word is such keys. */
span suggest_decoded(arena *a, span typed);

#endif
