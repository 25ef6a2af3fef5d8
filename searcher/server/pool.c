#include "searcher/server/pool.h"

#include <pthread.h>
#include <stdlib.h>

#include "common/base/memory.h"

struct pool {
    pthread_mutex_t lock;
    pthread_cond_t come;
    pool_run *run;
    void **jobs; /* a ring */
    size_t room, first, count, running;
    pthread_t *threads;
    size_t thread_count;
    bool ends;
};

static void *
work(void *closure)
{
    pool *p = closure;

    pthread_mutex_lock(&p->lock);
    for (;;) {
        void *job;

        while (!p->count && !p->ends)
            pthread_cond_wait(&p->come, &p->lock);
        if (!p->count)
            break;
        job = p->jobs[p->first];
        p->first = (p->first + 1) % p->room;
        p->count--;
        p->running++;
        pthread_mutex_unlock(&p->lock);
        p->run(job);
        pthread_mutex_lock(&p->lock);
        p->running--;
    }
    pthread_mutex_unlock(&p->lock);
    return NULL;
}

pool *
pool_new(size_t threads, size_t waiting, pool_run *run)
{
    pool *p = memory_take_zero(1, sizeof *p);

    pthread_mutex_init(&p->lock, NULL);
    pthread_cond_init(&p->come, NULL);
    p->run = run;
    p->room = waiting;
    p->jobs = memory_take_zero(waiting, sizeof *p->jobs);
    p->threads = memory_take_zero(threads, sizeof *p->threads);
    while (p->thread_count < threads &&
           !pthread_create(&p->threads[p->thread_count], NULL, work, p))
        p->thread_count++;
    return p;
}

bool
pool_put(pool *p, void *job)
{
    bool fits;

    pthread_mutex_lock(&p->lock);
    fits = p->count < p->room && !p->ends;
    if (fits) {
        p->jobs[(p->first + p->count++) % p->room] = job;
        pthread_cond_signal(&p->come);
    }
    pthread_mutex_unlock(&p->lock);
    return fits;
}

void
pool_load(pool *p, size_t *waiting, size_t *running)
{
    pthread_mutex_lock(&p->lock);
    *waiting = p->count;
    *running = p->running;
    pthread_mutex_unlock(&p->lock);
}

void
pool_free(pool *p)
{
    if (!p)
        return;
    pthread_mutex_lock(&p->lock);
    p->ends = true;
    pthread_cond_broadcast(&p->come);
    pthread_mutex_unlock(&p->lock);
    for (size_t i = 0; i < p->thread_count; i++)
        pthread_join(p->threads[i], NULL);
    pthread_cond_destroy(&p->come);
    pthread_mutex_destroy(&p->lock);
    free(p->jobs);
    free(p->threads);
    free(p);
}
