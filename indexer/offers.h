/* offers: the titles and numbers that are suggested for frequent beginnings.
 *
 * See common/document/offer.h.
 */
#ifndef INDEXER_OFFERS_H
#define INDEXER_OFFERS_H

#include "common/store/store.h"

/* Writes the lists of `documents`, which `reader` reads, as metadata; they
 * are to be committed.  How often an act is cited counts documents without a
 * label only, and where a title has several documents, those come first: the
 * order must not tell of what may not be seen.  About a second for 100,000
 * documents. */
tracuu_status offers_write(
    store_writer *documents, store_reader *reader, tracuu_error *err);

/* True if the index has a quarter of documents more or less than when its
 * lists were written. */
bool offers_are_old(store_reader *reader);

#endif
