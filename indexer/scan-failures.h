/* failures: the inputs that the index remembers as failed or skipped.
 *
 * Loaded once a run from the items fail:<id> of `documents`.  An item lives as
 * long as each run that looks at its input says the same again; what no run
 * says any more, because the file was mended or is gone, is forgotten.
 */
#ifndef INDEXER_FAILURES_H
#define INDEXER_FAILURES_H

#include "common/base/map.h"
#include "common/document/failure.h"
#include "common/store/store.h"
#include "common/document/stamp.h"

typedef struct remembered {
    span name, value; /* of the item */
    failure failure;
    stamp stamp;
    bool noted; /* said again in this run */
} remembered;

typedef struct failures {
    arena arena;
    map by_name;
    remembered *at;
    size_t count, room;
} failures;

void failures_release(failures *f);

/* Loads all items; one that cannot be read is kept, to be forgotten. */
tracuu_status failures_load(
    failures *f, store_reader *documents, tracuu_error *err);

/* NULL if nothing is remembered of it. */
const remembered *failures_find(const failures *f, span id);

/* Notes that the item has this value in this run; false if it had it
 * already, so that nothing is to be written. */
bool failures_note(failures *f, span name, span value);

#endif
