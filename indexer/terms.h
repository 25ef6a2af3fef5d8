/* terms: from a document to what the two databases hold of it.
 *
 * The schema is in common/document/fields.h.
 */
#ifndef INDEXER_TERMS_H
#define INDEXER_TERMS_H

#include "common/document/record.h"
#include "common/document/timeline.h"
#include "common/store/store.h"

/* The term by which all entries of a document are found in `passages`
 * (XD<id>) and in `documents` (Q<id>). */
span terms_passages_of(arena *a, span id);
span terms_document_of(arena *a, span id);

#define TERMS_STATUS "XS"

/* The XS terms of a status over time; returns how many. */
size_t terms_status(arena *a, span timeline, span out[TIMELINE_STEPS + 1]);

/* The entry of one document, from its record alone, so that it can be made
 * again when only its status has changed. */
store_entry terms_document(arena *a, const record *r);

/* Called with the entry of each passage, valid during the call. */
typedef tracuu_status terms_take(
    void *payload, const store_entry *entry, tracuu_error *err);

/* The entries of the passages, in their order.  `r` is the record of `d`.
 * Linear in the text. */
tracuu_status terms_passages(const document *d, const record *r,
    terms_take *take, void *payload, tracuu_error *err);

#endif
