/* cache: answers that were given, to be given again.
 *
 * People ask the same things.  An answer is kept under everything that it
 * depends on: the edition of the index, the labels and the user, the language,
 * the name that the server was called by and the whole address; the keys are
 * compared byte by byte, so that nobody is given what another may see.  What
 * was asked longest ago goes first.  Safe from any thread; O(1), and a copy of
 * the body.
 */
#ifndef SERVER_CACHE_H
#define SERVER_CACHE_H

#include "searcher/server/exchange.h"

typedef struct cache cache;

/* Up to so many bytes; an answer takes an eighth at the most. */
cache *cache_new(size_t bytes);
void cache_free(cache *c);

/* Fills an empty `out` if there is an answer. */
bool cache_find(cache *c, span key, reply *out);

void cache_keep(cache *c, span key, const reply *answer);

#endif
