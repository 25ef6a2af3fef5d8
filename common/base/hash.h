/* hash: 64 bits of a text, the same on every machine.
 *
 * FNV-1a (Fowler, Noll, Vo), for tables, fingerprints and shortened terms.
 * Not against an attacker who chooses the text: what must not be forged does
 * not rest on it.
 */
#ifndef BASE_HASH_H
#define BASE_HASH_H

#include <stdint.h>

#include "common/base/span.h"

#define HASH_START UINT64_C(0xCBF29CE484222325)

/* Goes on from `hash` (HASH_START at first) over the bytes of `s`. */
uint64_t hash_add(uint64_t hash, span s);

static inline uint64_t
hash_of(span s)
{
    return hash_add(HASH_START, s);
}

#endif
