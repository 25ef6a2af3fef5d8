/* index: one run, from paths to a published index.
 */
#ifndef INDEXER_INDEX_H
#define INDEXER_INDEX_H

#include "indexer/run.h"

/* tracuu_index_run, or, with `only`, the same for what may have changed;
 * TRACUU_INDEX_MISSING if there is nothing that could be brought up to date. */
tracuu_status index_run(tracuu_summary **out, const char *dir,
    const char *const *paths, size_t path_count,
    const tracuu_index_options *options, const run_changes *only,
    tracuu_error *err);

#endif
