/* pool: threads that do jobs, and a queue of those that wait.
 *
 * The queue has an end: what does not fit is refused at once, so that a
 * server with too much to do says so and does not grow.
 */
#ifndef SERVER_POOL_H
#define SERVER_POOL_H

#include <stdbool.h>
#include <stddef.h>

typedef struct pool pool;
typedef void pool_run(void *job);

/* `waiting` jobs at the most besides those that are being done. */
pool *pool_new(size_t threads, size_t waiting, pool_run *run);

/* False if the queue is full. */
bool pool_put(pool *p, void *job);

/* Jobs that wait, and those that are being done. */
void pool_load(pool *p, size_t *waiting, size_t *running);

/* Does what waits, and ends the threads. */
void pool_free(pool *p);

#endif
