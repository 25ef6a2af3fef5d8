/* binding: the trigger that the words before a mention bind it to.
 */
#ifndef INDEXER_BINDING_H
#define INDEXER_BINDING_H

#include "indexer/references-region.h"
#include "indexer/references-trigger.h"

typedef struct binding {
    const trigger *by; /* NULL: nothing binds it */
    size_t start, end; /* tokens of its words */
    bool passive;      /* "được", "bị" stands before it */
    bool agent;        /* "bởi", "theo" stands behind it */
} binding;

/* The nearest trigger in the region that reaches the mention. */
binding binding_find(const region *r);

bool binding_is_strong(const binding *b);

/* "đã sửa đổi ... tại" behind another mention: as good as a passive. */
bool binding_is_perfect(const region *r, size_t at);

#endif
