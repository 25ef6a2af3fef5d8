/* offer: which titles and numbers are suggested for a beginning.
 *
 * Many titles start with "quyết định"; which of them are worth to be offered
 * is worked out when the index is made, for each beginning that more than
 * OFFER_MANY terms of titles (XT) or numbers (XNUM) have, and kept in its
 * metadata as "offer:<prefix>:<beginning>".  Rarer beginnings are looked up.
 */
#ifndef DOCUMENT_OFFER_H
#define DOCUMENT_OFFER_H

#include <stdbool.h>
#include <stdint.h>

#include "common/base/arena.h"
#include "common/base/strbuf.h"

enum {
    OFFER_MANY = 64,
    OFFER_LIST = 24,         /* entries that a list has at the most */
    OFFER_BEGINNING = 64,    /* bytes of a beginning with a list at the most */
    OFFER_PHRASE_BYTES = 40, /* of a title from one of its phrases on */
    OFFER_STARTS = 6
};

#define OFFER_TITLE "XT"
#define OFFER_NUMBER "XNUM"

/* What speaks for one title. */
typedef struct offer {
    bool act;        /* it has a key of its own, an article of an act has not */
    uint32_t cited;  /* documents that refer to the act */
    unsigned year;   /* 0: unknown */
    size_t length;   /* bytes of the title */
    uint32_t copies; /* documents with this title */
} offer;

/* Acts before articles, the cited, newer and shorter ones first. */
uint32_t offer_merit(const offer *o);

/* The name of the metadata item for a beginning of terms with `prefix`. */
span offer_name(arena *a, const char *prefix, span beginning);

/* Appends an entry to a list. */
void offer_add(strbuf *list, uint32_t entry);

/* Takes the next entry; false at the end, or where the bytes are damaged. */
bool offer_next(span *list, uint32_t *entry);

/* The folded title from each of its phrases on, without the first: behind
 * the name of a kind, words of grammar and commas; cut at OFFER_PHRASE_BYTES.
 * Returns how many. */
size_t offer_starts(arena *a, span title, span out[OFFER_STARTS]);

#endif
