/* schema: what an index says of itself, in the metadata of its databases.
 */
#ifndef INDEXER_SCHEMA_H
#define INDEXER_SCHEMA_H

#include "common/store/store.h"
#include "indexer/scan.h"

/* Writes the versions of the schema, the syllables and the pairs. */
tracuu_status schema_write(store_writer *w, tracuu_error *err);

/* TRACUU_INDEX_VERSION if the database was made with other ones. */
tracuu_status schema_check(store_reader *r, tracuu_error *err);

/* Notes the path of each root, where `old` (NULL: nothing) has another. */
tracuu_status schema_write_roots(store_writer *documents, store_reader *old,
    const scan *s, tracuu_error *err);

/* TRACUU_USAGE if a folder of the run has the name of another folder, still
 * there, that was indexed before: its files would be taken for vanished. */
tracuu_status schema_check_roots(
    store_reader *documents, const scan *s, tracuu_error *err);

#endif
