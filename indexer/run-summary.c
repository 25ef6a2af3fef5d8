#include "indexer/run-summary.h"

#include <stdlib.h>

#include "common/base/arena.h"
#include "common/base/memory.h"
#include "common/base/vec.h"

struct summary {
    tracuu_summary face; /* first: tracuu_summary_free gets its address */
    arena arena;
    VEC(struct noted {
        size_t order;
        tracuu_incident incident;
    })
    noted;
    bool all; /* list every fate but unchanged */
    size_t documents[ENCODING_COUNT];
    tracuu_encoding encodings[ENCODING_COUNT];
};

summary *
summary_new(void)
{
    return memory_take_zero(1, sizeof(summary));
}

void
summary_free(summary *s)
{
    if (!s)
        return;
    vec_release(&s->noted);
    arena_release(&s->arena);
    free(s);
}

void
summary_list_all(summary *s)
{
    s->all = true;
}

void
summary_note(summary *s, size_t order, tracuu_fate fate, span id, span reason)
{
    struct noted n = {order, {.fate = fate}};

    s->face.count[fate]++;
    if (fate == TRACUU_UNCHANGED ||
        (!s->all && fate != TRACUU_SKIPPED && fate != TRACUU_FAILED))
        return;
    n.incident.id = arena_string(&s->arena, id);
    n.incident.reason = arena_string(&s->arena, reason);
    vec_push(&s->noted, n);
}

void
summary_count_encodings(summary *s, const size_t count[ENCODING_COUNT])
{
    for (int e = 0; e < ENCODING_COUNT; e++)
        s->documents[e] += count[e];
}

static void
list_encodings(summary *s)
{
    for (int e = 0; e < ENCODING_COUNT; e++)
        if (s->documents[e])
            s->encodings[s->face.encoding_count++] =
                (tracuu_encoding){encoding_name((encoding)e), s->documents[e]};
    s->face.encodings = s->encodings;
}

tracuu_summary *
summary_face(summary *s)
{
    return &s->face;
}

static int
by_order(const void *a, const void *b)
{
    const struct noted *x = a, *y = b;

    return (x->order > y->order) - (x->order < y->order);
}

tracuu_summary *
summary_finish(summary *s)
{
    size_t count = s->noted.count;
    tracuu_incident *list = arena_array(&s->arena, count + 1, sizeof *list);

    if (count)
        qsort(s->noted.at, count, sizeof *s->noted.at, by_order);
    for (size_t i = 0; i < count; i++)
        list[i] = s->noted.at[i].incident;
    s->face.incidents = list;
    s->face.incident_count = count;
    list_encodings(s);
    vec_release(&s->noted);
    return &s->face;
}

void
tracuu_summary_free(tracuu_summary *face)
{
    summary_free((summary *)face);
}
