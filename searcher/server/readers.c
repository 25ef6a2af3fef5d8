#include "searcher/server/readers.h"

#include <pthread.h>
#include <stdlib.h>
#include <string.h>

#include "common/base/memory.h"
#include "common/base/strbuf.h"

enum { LABELS_MAX = 512 };

typedef struct idle {
    tracuu_reader *reader;
    char *labels;
} idle;

struct readers {
    pthread_mutex_t lock;
    strbuf dir;
    uint64_t deadline_us;
    idle at[READERS_IDLE]; /* that waited longest first */
    size_t count;
};

readers *
readers_new(const char *dir, uint64_t deadline_us)
{
    readers *r = memory_take_zero(1, sizeof *r);

    pthread_mutex_init(&r->lock, NULL);
    strbuf_add_string(&r->dir, dir);
    r->deadline_us = deadline_us;
    return r;
}

static void
close_idle(idle *i)
{
    tracuu_reader_free(i->reader);
    free(i->labels);
}

void
readers_free(readers *r)
{
    if (!r)
        return;
    for (size_t i = 0; i < r->count; i++)
        close_idle(&r->at[i]);
    strbuf_release(&r->dir);
    pthread_mutex_destroy(&r->lock);
    free(r);
}

/* Takes the i-th out of the list. */
static idle
take_out(readers *r, size_t i)
{
    idle one = r->at[i];

    r->count--;
    memmove(&r->at[i], &r->at[i + 1], (r->count - i) * sizeof one);
    return one;
}

static tracuu_status
open_one(tracuu_reader **out, readers *r, const char *labels, tracuu_error *err)
{
    const char *list[LABELS_MAX];
    tracuu_open_options options = {
        .labels = list, .deadline_us = r->deadline_us};
    strbuf copy = STRBUF_INIT;
    char *rest, *one;
    tracuu_status status;

    strbuf_add_string(&copy, labels);
    if (!strcmp(labels, "*"))
        options.labels = NULL;
    rest = copy.len && options.labels ? copy.ptr : NULL;
    while (rest && (one = strsep(&rest, ",")) != NULL &&
           options.label_count < LABELS_MAX)
        list[options.label_count++] = one;
    status = tracuu_open(out, r->dir.ptr, &options, err);
    strbuf_release(&copy);
    return status;
}

tracuu_status
readers_take(
    tracuu_reader **out, readers *r, const char *labels, tracuu_error *err)
{
    idle found = {NULL, NULL};

    pthread_mutex_lock(&r->lock);
    for (size_t i = r->count; i-- > 0 && !found.reader;)
        if (!strcmp(r->at[i].labels, labels))
            found = take_out(r, i);
    pthread_mutex_unlock(&r->lock);
    if (!found.reader)
        return open_one(out, r, labels, err);
    *out = found.reader;
    free(found.labels);
    return TRACUU_OK;
}

void
readers_give(readers *r, tracuu_reader *reader, const char *labels, bool failed)
{
    idle next = {reader, strdup(labels)}, out = {NULL, NULL};

    if (failed || !next.labels) {
        close_idle(&next);
        return;
    }
    pthread_mutex_lock(&r->lock);
    if (r->count == READERS_IDLE)
        out = take_out(r, 0);
    r->at[r->count++] = next;
    pthread_mutex_unlock(&r->lock);
    close_idle(&out);
}
