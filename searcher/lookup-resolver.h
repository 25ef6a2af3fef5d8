/* resolver: the acts that a key can mean, worked out once a request.
 */
#ifndef SEARCHER_RESOLVER_H
#define SEARCHER_RESOLVER_H

#include "searcher/lookup-memo.h"
#include "searcher/lookup.h"

typedef struct resolver {
    tracuu_reader *reader;
    arena *arena;   /* results live in it */
    memo homes;     /* key -> its copies, grouped */
    memo meanings;  /* key -> acts that it can mean */
    memo documents; /* act -> its public face */
} resolver;

void resolver_init(resolver *r, tracuu_reader *reader, arena *a);

/* The act that the document at `entry` belongs to: its best copy. */
found resolver_home(resolver *r, uint32_t entry);

/* The acts that `key` can mean where it stands in a document: those present
 * that agree with it (several only for an open key), or else a stub.  Never
 * empty. */
const found_list *resolver_meanings(resolver *r, span key);

/* lookup_document, read once a request. */
tracuu_status resolver_read(resolver *r, const found *act,
    const tracuu_document **out, tracuu_error *err);

/* The public face of an act; NULL if its record cannot be read. */
const tracuu_document *resolver_document(resolver *r, const found *act);

/* A name of the act for a memo: "#12", or the key of a stub. */
span resolver_name(resolver *r, const found *act);

/* True for two copies of one act too. */
bool resolver_same(const found *a, const found *b);

#endif
