/* role: what part a word of the query plays.
 *
 *     "Theo Bộ luật Dân sự 2015, vật chính được hiểu như thế nào?"
 *
 * asks by "theo" and "được hiểu như thế nào", names an act, and is about
 * "vật chính".  What asks need not stand in an answer; the act tells where to
 * look and not what for.  A query that is nothing else is about these words.
 */
#ifndef SEARCHER_ROLE_H
#define SEARCHER_ROLE_H

#include "searcher/query.h"

typedef enum role {
    ROLE_SUBJECT,
    ROLE_ACT, /* of the name or number of an act */
    ROLE_ASKS
} role;

typedef struct query_roles {
    uint8_t *of;      /* role of each token of the query */
    bool defines;     /* it asks what something is */
    bool topic;       /* it names a subject, and asks nothing */
    const span *acts; /* symbol_fold of the acts that it may mean */
    size_t act_count;
} query_roles;

/* Into the arena.  Linear. */
void role_read(query_roles *out, arena *a, const query *q);

#endif
