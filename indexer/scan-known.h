/* known: what the index holds already, by id.
 *
 * Loaded once a run from slots 10 and 21 of `documents`; about 150 bytes a
 * document.
 */
#ifndef INDEXER_KNOWN_H
#define INDEXER_KNOWN_H

#include "common/base/map.h"
#include "common/store/store.h"
#include "common/document/stamp.h"

typedef struct known_document {
    span id;
    stamp stamp;
    bool seen;  /* met in this run */
    bool moved; /* its file was met at another place */
} known_document;

typedef struct known {
    arena arena;
    map by_id;
    known_document *at; /* in the order of the entries */
    size_t count;
    size_t room;
} known;

void known_release(known *k);

/* Loads all documents of the index that `documents` reads. */
tracuu_status known_load(known *k, store_reader *documents, tracuu_error *err);

/* NULL if the index does not hold it. */
known_document *known_find(const known *k, span id);

#endif
