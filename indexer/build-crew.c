#include "indexer/build-crew.h"

#include <errno.h>
#include <pthread.h>
#include <stdint.h>
#include <stdlib.h>
#include <time.h>

#include "common/base/memory.h"

typedef struct place {
    void *item;
    bool done;
} place;

struct crew {
    pthread_mutex_t lock;
    pthread_cond_t given; /* an item waits, or it is over */
    pthread_cond_t done;  /* an item is ready to be taken */
    place *ring;
    size_t room;
    uint64_t first;  /* oldest open item */
    uint64_t next;   /* first that no worker has */
    uint64_t behind; /* where the next one goes */
    bool over;
    crew_work *work;
    void *payload;
    unsigned threads;
    struct member {
        crew *crew;
        unsigned number;
        pthread_t thread;
    } * members;
};

static place *
place_of(crew *c, uint64_t number)
{
    return &c->ring[number % c->room];
}

static void *
run_member(void *argument)
{
    struct member *m = argument;
    crew *c = m->crew;

    pthread_mutex_lock(&c->lock);
    for (;;) {
        place *mine;

        while (c->next == c->behind && !c->over)
            pthread_cond_wait(&c->given, &c->lock);
        if (c->next == c->behind)
            break;
        mine = place_of(c, c->next++);
        pthread_mutex_unlock(&c->lock);
        c->work(c->payload, m->number, mine->item);
        pthread_mutex_lock(&c->lock);
        mine->done = true;
        pthread_cond_signal(&c->done);
    }
    pthread_mutex_unlock(&c->lock);
    return NULL;
}

static void
init_conditions(crew *c)
{
    pthread_condattr_t clock;

    pthread_mutex_init(&c->lock, NULL);
    pthread_cond_init(&c->given, NULL);
    pthread_condattr_init(&clock);
    pthread_condattr_setclock(&clock, CLOCK_MONOTONIC);
    pthread_cond_init(&c->done, &clock);
    pthread_condattr_destroy(&clock);
}

crew *
crew_new(unsigned threads, crew_work *work, void *payload)
{
    crew *c = memory_take_zero(1, sizeof *c);

    init_conditions(c);
    c->work = work;
    c->payload = payload;
    c->room = 2 * (size_t)threads + 2;
    c->ring = memory_take_zero(c->room, sizeof *c->ring);
    c->members = memory_take_zero(threads, sizeof *c->members);
    for (unsigned i = 0; i < threads; i++) {
        struct member *m = &c->members[c->threads];

        *m = (struct member){.crew = c, .number = c->threads};
        if (pthread_create(&m->thread, NULL, run_member, m) == 0)
            c->threads++;
    }
    if (c->threads)
        return c;
    crew_free(c);
    return NULL;
}

void
crew_free(crew *c)
{
    if (!c)
        return;
    pthread_mutex_lock(&c->lock);
    c->over = true;
    c->next = c->behind;
    pthread_cond_broadcast(&c->given);
    pthread_mutex_unlock(&c->lock);
    for (unsigned i = 0; i < c->threads; i++)
        pthread_join(c->members[i].thread, NULL);
    pthread_cond_destroy(&c->given);
    pthread_cond_destroy(&c->done);
    pthread_mutex_destroy(&c->lock);
    free(c->members);
    free(c->ring);
    free(c);
}

bool
crew_is_full(const crew *c)
{
    return c->behind - c->first == c->room;
}

size_t
crew_open(const crew *c)
{
    return (size_t)(c->behind - c->first);
}

void
crew_give(crew *c, void *item)
{
    pthread_mutex_lock(&c->lock);
    *place_of(c, c->behind++) = (place){item, false};
    pthread_cond_signal(&c->given);
    pthread_mutex_unlock(&c->lock);
}

static struct timespec
moment_after(unsigned milliseconds)
{
    struct timespec t;

    clock_gettime(CLOCK_MONOTONIC, &t);
    t.tv_sec += milliseconds / 1000;
    t.tv_nsec += (long)(milliseconds % 1000) * 1000000;
    if (t.tv_nsec >= 1000000000) {
        t.tv_sec++;
        t.tv_nsec -= 1000000000;
    }
    return t;
}

void *
crew_take(crew *c, unsigned milliseconds)
{
    struct timespec until = moment_after(milliseconds);
    void *item = NULL;

    pthread_mutex_lock(&c->lock);
    if (c->first != c->behind) {
        place *oldest = place_of(c, c->first);

        while (!oldest->done &&
               pthread_cond_timedwait(&c->done, &c->lock, &until) != ETIMEDOUT)
            continue;
        if (oldest->done) {
            item = oldest->item;
            c->first++;
        }
    }
    pthread_mutex_unlock(&c->lock);
    return item;
}
