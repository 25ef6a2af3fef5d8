/* pending: provisions that wait for the act they belong to.
 *
 * "khoản 2 Điều 21; bãi bỏ cụm từ ... tại Điều 16 của Nghị định ...": the
 * provisions of a sentence wait until its act is named; those that never
 * meet one are let loose.
 */
#ifndef TEXT_PENDING_H
#define TEXT_PENDING_H

#include "common/base/vec.h"
#include "common/text/citation.h"
#include "common/text/provision.h"

enum { PENDING_MAX = 64 };

typedef struct pending {
    arena *arena;
    const token_list *list;
    provision at[PENDING_MAX]; /* of this sentence, not yet taken */
    size_t count;
    VEC(citation_loose) loose; /* what belongs to no act, in order */
} pending;

/* One more provision waits. */
void pending_add(pending *s, const provision *p);

/* Gives what waits to the act of `c`, whose range may grow by it. */
void pending_take(pending *s, citation *c);

/* Lets loose what still waits. */
void pending_end(pending *s);

#endif
