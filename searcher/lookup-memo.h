/* memo: what was worked out for a name, so that it is done once a request.
 *
 * A hash table from spans to pointers in an arena; nothing is ever removed.
 */
#ifndef SEARCHER_MEMO_H
#define SEARCHER_MEMO_H

#include "common/base/arena.h"

typedef struct memo_slot {
    span name;
    void *value;
} memo_slot;

typedef struct memo {
    arena *arena; /* holds the table and copies of the names */
    memo_slot *slots;
    size_t room; /* 0 or a power of two */
    size_t count;
} memo;

/* The value of `name`; NULL if there is none.  O(1). */
void *memo_find(const memo *m, span name);

/* Adds a value that is not NULL for a name that has none yet. */
void memo_add(memo *m, span name, void *value);

#endif
