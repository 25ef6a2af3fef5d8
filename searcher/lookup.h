/* lookup: from names and keys to documents and stubs.
 *
 * Everything here stays inside what the reader may see.
 */
#ifndef SEARCHER_LOOKUP_H
#define SEARCHER_LOOKUP_H

#include "common/document/record.h"
#include "common/text/citation.h"
#include "searcher/reader.h"

/* One thing that a name means: an entry of `documents`, or the key of an act
 * that is only cited (entry 0). */
typedef struct found {
    uint32_t entry;
    span key;      /* may be empty for an entry without key */
    uint32_t date; /* YYYYMMDD as far as known, for the order */
    span number;   /* of an act that is here in parts only; else empty */
    uint32_t part; /* the entry of one of them, or 0 */
} found;

typedef struct found_list {
    found *at; /* newest first; copies of one act once, the best copy */
    size_t count;
} found_list;

/* All documents and stubs that `name` means: an id, a path, a canonical key,
 * or a number as people write it.  An empty list is no error. */
tracuu_status lookup_name(tracuu_reader *reader, arena *a, span name,
    found_list *out, tracuu_error *err);

/* The visible documents with the term. */
tracuu_status lookup_term(tracuu_reader *reader, arena *a, span term,
    found_list *out, tracuu_error *err);

/* As lookup_name, for a request that cannot go on without: goes over to the
 * newest state first, and TRACUU_NOT_FOUND if nothing bears or cites `name`. */
tracuu_status lookup_asked(tracuu_reader *reader, arena *a, const char *name,
    found_list *out, tracuu_error *err);

/* The same for a citation that was read from a query. */
tracuu_status lookup_citation(tracuu_reader *reader, arena *a,
    const citation *cite, found_list *out, tracuu_error *err);

/* The entry that bears `key` (the best copy), 0 if none. */
uint32_t lookup_key(tracuu_reader *reader, arena *a, span key);

/* Entry, key and date of a document. */
found lookup_entry(tracuu_reader *reader, arena *a, uint32_t entry);

/* The record of an entry, no deeper than this. */
tracuu_status lookup_record(tracuu_reader *reader, arena *a, uint32_t entry,
    record_depth depth, record *out, tracuu_error *err);

/* The public face of an entry, or of a stub (from its key and from what the
 * documents that cite it say: number, kind, issuer, date). */
tracuu_status lookup_document(tracuu_reader *reader, arena *a,
    const found *what, const tracuu_document **out, tracuu_error *err);

/* True if no act that is present but `key` agrees with the open key
 * `variant`. */
bool lookup_means_only(tracuu_reader *reader, arena *a, span variant, span key);

/* How many distinct documents cite the act `key`, in any relation, open keys
 * that only it can mean included. */
size_t lookup_cited_by(tracuu_reader *reader, arena *a, span key);

#endif
