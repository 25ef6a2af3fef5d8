/* build: a whole index out of many small ones.
 *
 * One writer is slow because of its large tables in memory; so each chunk
 * becomes a pair of small databases, written side by side by the crew, and
 * all are merged, in the order of the input, into the two databases of a new
 * generation (INDEX §9).
 */
#ifndef INDEXER_BUILD_H
#define INDEXER_BUILD_H

#include "common/store/generation.h"
#include "indexer/build-chunk.h"

/* Writes the stored documents of a chunk into small databases of its own
 * below the folder `scratch`.  Any thread. */
tracuu_status build_chunk(
    const char *scratch, const chunk *c, tracuu_error *err);

/* Called while the merge goes on; false stops waiting as soon as it can. */
typedef bool build_wait(void *payload);

/* Merges the chunks [0, count) into `into`. */
tracuu_status build_merge(const char *scratch, size_t count,
    const generation *into, build_wait *wait, void *payload, tracuu_error *err);

#endif
