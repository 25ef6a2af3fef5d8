#include "indexer/scan-moved.h"

#include <stdlib.h>

#include "common/base/memory.h"

enum { TRIED = 256 /* copies of one file: more are new ones */ };

void
moved_release(moved *m)
{
    free(m->gone);
    *m = (moved){NULL, 0};
}

static int
by_hash(const void *a, const void *b)
{
    const known_document *x = *(known_document *const *)a;
    const known_document *y = *(known_document *const *)b;

    if (x->stamp.hash != y->stamp.hash)
        return x->stamp.hash < y->stamp.hash ? -1 : 1;
    return (x > y) - (x < y);
}

void
moved_list(moved *m, known *k, moved_is_gone *is_gone, void *payload)
{
    size_t room = 0;

    for (size_t i = 0; i < k->count; i++) {
        if (!is_gone(payload, &k->at[i]))
            continue;
        m->gone = memory_grow(m->gone, &room, m->count + 1, sizeof *m->gone);
        m->gone[m->count++] = &k->at[i];
    }
    if (m->count)
        qsort(m->gone, m->count, sizeof *m->gone, by_hash);
}

static span
name_in(span id)
{
    const char *slash = memrchr(id.ptr, '/', id.len);

    return slash ? span_from(id, (size_t)(slash + 1 - id.ptr)) : id;
}

/* The first place with the hash or a larger one. */
static size_t
lower_bound(const moved *m, uint64_t hash)
{
    size_t low = 0, high = m->count;

    while (low < high) {
        size_t middle = low + (high - low) / 2;

        if (m->gone[middle]->stamp.hash < hash)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

known_document *
moved_take(moved *m, const stamp *now, span id)
{
    known_document *first = NULL;
    size_t tried = 0;

    for (size_t i = lower_bound(m, now->hash);
         i < m->count && m->gone[i]->stamp.hash == now->hash && tried < TRIED;
         i++, tried++) {
        known_document *d = m->gone[i];

        if (d->moved || d->stamp.size != now->size)
            continue;
        if (span_equal(name_in(d->id), name_in(id))) {
            first = d;
            break;
        }
        if (!first)
            first = d;
    }
    if (first)
        first->moved = true;
    return first;
}
