/* stored: documents as the index has them.
 */
#ifndef INDEXER_STORED_H
#define INDEXER_STORED_H

#include "common/document/record.h"
#include "common/store/store.h"

/* The entries that have `term`, ascending, in the arena. */
tracuu_status stored_entries(store_reader *documents, arena *a, span term,
    uint32_t **out, size_t *count, tracuu_error *err);

/* The record of one entry. */
tracuu_status stored_record(store_reader *documents, arena *a, uint32_t entry,
    record *out, tracuu_error *err);

/* The record of the document `id`; TRACUU_NOT_FOUND if there is none. */
tracuu_status stored_by_id(
    store_reader *documents, arena *a, span id, record *out, tracuu_error *err);

#endif
