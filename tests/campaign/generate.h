/* generate: queries that nobody would type, and those that everybody does.
 *
 * The same seed and the same lines give the same queries everywhere.
 */
#ifndef CAMPAIGN_GENERATE_H
#define CAMPAIGN_GENERATE_H

#include <stdint.h>

#include "common/base/strbuf.h"

typedef struct generator {
    uint64_t state;    /* the seed; not 0 */
    const span *lines; /* real queries, titles, numbers; one at least */
    size_t line_count;
} generator;

/* A number from 0 to `limit` - 1; 0 if the limit is 0. */
size_t generate_below(generator *g, size_t limit);

/* Writes the next query into `out`, which it empties first: any bytes but NUL,
 * up to 16 KB.  Returns what sort of query it is: "grammar". */
const char *generate_query(generator *g, strbuf *out);

#endif
