/* links: the status of acts, from what other acts say of them.
 *
 * An act that is replaced or repealed as a whole has expired, in parts partly
 * expired; amended, suspended likewise (SPEC of the domain, §10).  It counts
 * only what an act of an organ that stands as high or higher says, and only
 * from the day on which that act takes effect.  A Party act does not expire
 * with a new khóa.  What results from `today` on, and the keys of the acts
 * that caused it, stand in the record, in slot 16 and in the XS terms.
 */
#ifndef INDEXER_LINKS_H
#define INDEXER_LINKS_H

#include "common/base/map.h"
#include "common/document/record.h"
#include "common/store/store.h"

/* Adds the keys whose status the document may bear upon: its own and those
 * that it replaces, repeals, amends, suspends or extends. */
void links_touch(map *keys, arena *a, const record *r);

/* Computes the status of each act that bears one of the keys and writes what
 * has changed, for the caller to commit.  `reader` reads what `documents` has
 * committed. */
tracuu_status links_update(store_writer *passages, store_writer *documents,
    store_reader *reader, const map *keys, date today, tracuu_error *err);

/* All keys of the documents that `reader` reads which others bear upon. */
tracuu_status links_all(
    map *keys, arena *a, store_reader *reader, tracuu_error *err);

#endif
