/* update: changing a published index in place.
 *
 * Changes are collected into batches of some seconds' work, each committed
 * twice: passages first, then documents, whose stamps say what the index
 * holds.  A run that is killed in between leaves passages that are newer than
 * their documents; the ids of the batch are in the passages' metadata, and
 * the next update brings both together again (see tracuu.batch in fields.h).
 */
#ifndef INDEXER_UPDATE_H
#define INDEXER_UPDATE_H

#include "common/base/map.h"
#include "common/base/vec.h"
#include "common/store/generation.h"
#include "common/store/store.h"
#include "indexer/build-chunk.h"
#include "indexer/scan-known.h"

typedef struct update {
    store_writer *passages, *documents;
    store_reader *old; /* documents as they were at the last commit */
    arena arena;       /* of the batch: ids and keys */
    VEC(span) ids;
    map touched; /* keys whose acts the batch may have changed the status of */
    uint64_t batch; /* number of the last one committed */
    uint64_t bytes; /* of text in this one */
    date today;
} update;

/* Opens the databases of `g` for writing and repairs what a killed run left
 * behind: documents whose passages are not to be trusted lose their stamps, in
 * `known` too.  Statuses are computed from the day `today` on. */
tracuu_status update_open(
    update *u, const generation *g, known *k, date today, tracuu_error *err);
void update_close(update *u);

/* Puts a stored document in the place of its older state. */
tracuu_status update_put(update *u, const job *j, tracuu_error *err);

/* Removes the document `id` from both databases. */
tracuu_status update_remove(update *u, span id, tracuu_error *err);

/* Sets a metadata item of `documents`; an empty value removes it. */
tracuu_status update_remember(
    update *u, span name, span value, tracuu_error *err);

/* Gives the document `id` another stamp and leaves all else as it is. */
tracuu_status update_restamp(
    update *u, span id, const stamp *s, tracuu_error *err);

/* True if enough was changed for a commit. */
bool update_is_full(const update *u);

/* Commits the batch and computes the statuses that it touched. */
tracuu_status update_commit(update *u, tracuu_error *err);

#endif
