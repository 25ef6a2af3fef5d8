/* standing: whether an act that nobody has is in force.
 *
 * The index computes that for the documents it holds; of the others only the
 * words of those that cite them are known.  A claim counts if an act makes it
 * of its own accord, if the act may (it stands at the same place or higher),
 * and as far as it goes: a repealed clause does not end the act.
 */
#ifndef SEARCHER_STANDING_H
#define SEARCHER_STANDING_H

#include "searcher/reader.h"

/* Sets status and status_cause of the stub `out`, whose key is `key`. */
void standing_judge(
    tracuu_document *out, tracuu_reader *reader, arena *a, span key);

#endif
