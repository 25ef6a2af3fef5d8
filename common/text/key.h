/* key: the canonical key of an act, sphere:scope:kind:no:disc.
 *
 *     d:tw:ct:48:k10      d:tu.hau-giang:ctr:59:n2020     s:cp:nd:30:y2020
 *     s:qh:l:64:y2025     s:bnn+bnv:ttlt:11:y2004         m:tld:qd:933:y2024
 *
 * Five parts in lower-case ASCII; "?" for what is not known; a local organ
 * whose place is not known is "tu.?".  disc is the term (k, n, q), the year
 * (y) or, for acts without number, the day (d).  Two keys that name one act
 * are equal unless one has a "?".
 */
#ifndef TEXT_KEY_H
#define TEXT_KEY_H

#include "common/base/arena.h"
#include "common/base/span.h"
#include "common/text/date.h"
#include "common/text/issuer.h"
#include "common/text/kind.h"
#include "common/text/symbol.h"

/* What is known of an act; empty and NULL for the rest. */
typedef struct identity {
    const kind *kind;
    span number; /* full symbol, or the bare number */
    span no;
    unsigned year; /* in the symbol, or 0 */
    const issuer *issuer;
    span issuers; /* scope ids joined by "+", of a joint act */
    span place;   /* slugs, "hau-giang" or "hau-giang.chau-thanh" */
    date date;
    span term;         /* "k13"; empty: from issuer and date */
    unsigned congress; /* the khóa in the symbol, 15 of QH15 */
    sphere sphere;
} identity;

/* The key of `act`, in the arena.  The number is completed in `act->number`
 * where issuer and kind determine it (number 48, chỉ thị, Bộ Chính trị:
 * 48-CT/TW). */
span key_make(arena *a, identity *act);

typedef struct key_parts {
    span sphere, scope, kind, no, disc;
} key_parts;

/* Splits a key; false if it has not five parts or other characters. */
bool key_split(span key, key_parts *out);

/* True if both can name the same act: equal part by part, "?" equal to
 * anything, "tu" and "tu.?" to every "tu.x". */
bool key_agrees(span a, span b);

/* True if a part is "?" or ends in ".?". */
bool key_is_open(span key);

/* The keys that could stand in a document for the act `key`: itself and each
 * form with scope place or disc open, at most 8, the exact one first. */
size_t key_variants(arena *a, span key, span out[8]);

#endif
