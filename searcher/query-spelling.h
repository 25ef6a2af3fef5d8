/* query-spelling: "Có phải bạn tìm": the query as it was probably meant.
 *
 * Diacritics that were left out are restored, keys of Telex and VNI become the
 * letters they stand for, and a syllable that is one letter off is put right
 * where its neighbours say so.  It only suggests: what is searched is what was
 * typed.
 */
#ifndef SEARCHER_QUERY_SPELLING_H
#define SEARCHER_QUERY_SPELLING_H

#include "searcher/query.h"
#include "searcher/reader.h"

/* A better spelling of the query in the arena, "" if there is none.  What the
 * titles and snippets of `hits` have, which may be NULL, weighs more than the
 * statistics.  Fields,
 * numbers and what must not occur stay.  About a millisecond; asks the index
 * for words only that the statistics do not know.  More than QUERY_WORDS words
 * are a text rather than a query, and get none. */
const char *query_spelling(
    arena *a, tracuu_reader *reader, const query *q, const tracuu_hits *hits);

#endif
