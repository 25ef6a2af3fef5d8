/* facet: how the documents that match spread over kind, issuer, year ...
 *
 * The passages' index counts documents by their ids; what they are is joined
 * from the slots of the documents' index, so that a value is counted once a
 * document.  A few documents are looked up one by one, many by a walk over the
 * slots.  A reader that asks again makes a table over all documents and keeps
 * it until a commit changes them (about 100 bytes a document).
 */
#ifndef SEARCHER_FACET_H
#define SEARCHER_FACET_H

#include "searcher/reader.h"

enum { FACET_VALUES = 50 /* of one facet, the most frequent */ };

/* The facets of the documents in `counted` (ids), in the arena. */
tracuu_status facet_count(tracuu_facet **out, size_t *facet_count, arena *a,
    tracuu_reader *reader, const store_count *counted, size_t count,
    tracuu_error *err);

/* Frees the table, if there is one. */
void facet_release(tracuu_reader *reader);

#endif
