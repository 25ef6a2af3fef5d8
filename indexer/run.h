/* run: what one run of the indexer holds, and its steps but the analysis.
 *
 * The thread that called reads the inputs, hands chunks of them to the crew
 * and takes them back in order; what is written to a published index it
 * writes itself.
 */
#ifndef INDEXER_RUN_H
#define INDEXER_RUN_H

#include <stdatomic.h>

#include "common/store/generation.h"
#include "indexer/build-chunk.h"
#include "indexer/build-crew.h"
#include "indexer/extract.h"
#include "indexer/run-summary.h"
#include "indexer/scan-intake.h"
#include "indexer/update.h"

/* The paths that may have changed since the last run: all others are taken to
 * be as the index has them. */
typedef struct run_changes {
    const char *const *paths; /* real ones, none inside another */
    size_t count;
} run_changes;

typedef struct run {
    const char *dir;
    tracuu_index_options options;
    date today;
    arena arena;
    int lock;                /* -1: none */
    const run_changes *only; /* NULL: look at everything */
    rules rules;
    scan_options looking;
    scan scan;
    generation current; /* number 0: none that is to be kept */
    known known;
    failures failures;
    store_reader *old; /* documents of `current`, or NULL */
    intake intake;
    crew *crew;
    extractor **extractors; /* one a thread */
    unsigned jobs;
    chunk *filling;
    size_t chunks, inputs; /* handed in, met */
    const char *scratch;   /* of a build; NULL: an update, or a dry run */
    update update;
    strbuf notes; /* of a build: metadata items to be written */
    summary *summary;
    tracuu_progress progress;
    int64_t started, reported; /* milliseconds */
    bool stopped;
    atomic_bool abandoned; /* the crew need not finish what it has */
} run;

/* Takes the lock, looks at the paths, or only at those in `only`, and at what
 * the index holds; with `only` there must be one. */
tracuu_status run_open(run *r, const char *dir, const char *const *paths,
    size_t path_count, const tracuu_index_options *options,
    const run_changes *only, tracuu_error *err);

/* Reads all inputs; `work` is the crew's, its payload the run. */
tracuu_status run_read(run *r, crew_work *work, tracuu_error *err);

/* Removes what vanished, and publishes. */
tracuu_status run_finish(run *r, tracuu_error *err);

/* Gives everything back; what was not published is gone. */
void run_close(run *r);

/* The summary, for the caller. */
tracuu_summary *run_summary(run *r);

#endif
