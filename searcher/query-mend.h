/* query-mend: a line that was typed in another way than it is written.
 */
#ifndef SEARCHER_QUERY_MEND_H
#define SEARCHER_QUERY_MEND_H

#include "searcher/hits-numbered.h"
#include "searcher/query.h"
#include "searcher/reader.h"

/* Keys of Telex and VNI that no input method turned into letters ("phongf
 * choongs", "phong2 chong61") are put right, and the line is read anew, with
 * a note that says how it was understood.  What is a syllable or a word of the
 * index stays; digits behind syllables are keys where there are two such
 * syllables, since "quy 2" may be glued too.  So are misread numbers; see
 * misread.h. */
void mend_keys(query *q, arena *a, tracuu_reader *reader);

/* Reads `line` as what was meant by the query `q`, with a note that says so;
 * what `q` was read from remains its line. */
void mend_read(query *q, arena *a, span line);

/* True if `typed` has words alone and `line`, a better spelling of it that
 * changes more than diacritics, names an act ("luật đất đay"). */
tracuu_status mend_names_act(bool *out, const query *typed, span line,
    resolver *with, tracuu_error *err);

#endif
