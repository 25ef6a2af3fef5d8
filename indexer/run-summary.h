/* summary: what a run did, as it is told at its end.
 */
#ifndef INDEXER_SUMMARY_H
#define INDEXER_SUMMARY_H

#include "common/base/span.h"
#include "common/text/legacy.h"
#include <tracuu/index.h>

typedef struct summary summary;

summary *summary_new(void);
void summary_free(summary *s); /* NULL is fine */

/* From now on notes the ids of every fate but unchanged. */
void summary_list_all(summary *s);

/* What became of the input at place `order`; skipped and failed ones with
 * their id and reason. */
void summary_note(
    summary *s, size_t order, tracuu_fate fate, span id, span reason);

/* Adds the documents of a chunk, by their encodings. */
void summary_count_encodings(summary *s, const size_t count[ENCODING_COUNT]);

/* The public face, whose counters the caller adds to; valid as long as `s`. */
tracuu_summary *summary_face(summary *s);

/* Puts the incidents into the order of the input and gives everything to the
 * caller, who frees it with tracuu_summary_free. */
tracuu_summary *summary_finish(summary *s);

#endif
