/* facet: how the documents that match spread over kind, issuer, year ...
 *
 * The passages' index counts documents by their ids; what they are is joined
 * from the slots of the documents' index, so that a value is counted once a
 * document.  A few documents are looked up one by one; for many a table over
 * all documents is made, which the reader keeps until a commit changes them
 * (about half a microsecond and 60 bytes a document).
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
