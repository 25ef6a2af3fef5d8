/* crew: threads that work on items side by side and give them back in the
 * order in which they were handed in.
 *
 *     crew *c = crew_new(2, work, payload);
 *     while ((item = next())) {
 *         while (crew_is_full(c))
 *             if ((done = crew_take(c, 100))) consume(done);
 *         crew_give(c, item);
 *     }
 *     while (crew_open(c))
 *         if ((done = crew_take(c, 100))) consume(done);
 *     crew_free(c);
 *
 * One thread gives and takes.  At most two items a thread and two more are
 * under way, so that a fast reader waits for slow workers.
 */
#ifndef INDEXER_CREW_H
#define INDEXER_CREW_H

#include <stdbool.h>
#include <stddef.h>

typedef struct crew crew;

/* Called in a thread of the crew, `worker` in [0, threads): the item changes
 * in place. */
typedef void crew_work(void *payload, unsigned worker, void *item);

/* Starts the threads, `threads` > 0; as many as the system gives, at least
 * one (NULL if it gives none). */
crew *crew_new(unsigned threads, crew_work *work, void *payload);

/* Ends the threads.  Items that were not taken are dropped: take them all
 * first.  NULL is fine. */
void crew_free(crew *c);

bool crew_is_full(const crew *c);
size_t crew_open(const crew *c); /* items given and not taken */

/* Hands an item in; the crew must not be full. */
void crew_give(crew *c, void *item);

/* The oldest open item if it is done, waiting up to `milliseconds` for it;
 * else NULL. */
void *crew_take(crew *c, unsigned milliseconds);

#endif
