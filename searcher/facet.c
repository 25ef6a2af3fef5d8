#include "searcher/facet.h"

#include <stdlib.h>

#include "common/document/fields.h"
#include "common/text/kind.h"
#include "common/text/place.h"
#include "searcher/memo.h"

enum { FEW = 300 /* documents that are looked up one by one */ };

/* The values of one slot and how often they occur. */
typedef struct tally {
    arena *arena;
    memo known;
    tracuu_facet_value *at;
    size_t count, room;
} tally;

/* A set of entries of the documents' index. */
typedef struct chosen {
    arena *arena;
    memo ids;     /* of documents that match */
    bool *member; /* by entry */
    uint32_t last;
} chosen;

typedef struct counting {
    const chosen *chosen;
    tally *tally;
} counting;

/* ---- tallies ---- */

static void
tally_add(tally *t, span value)
{
    size_t *at;

    if (!value.len)
        return;
    at = memo_find(&t->known, value);
    if (!at) {
        at = arena_take(t->arena, sizeof *at);
        *at = t->count;
        memo_add(&t->known, value, at);
        if (t->count == t->room) {
            size_t room = t->room ? 2 * t->room : 32;
            tracuu_facet_value *more =
                arena_array(t->arena, room, sizeof *more);

            if (t->count)
                memcpy(more, t->at, t->count * sizeof *more);
            t->at = more;
            t->room = room;
        }
        t->at[t->count++].value = arena_string(t->arena, value);
    }
    t->at[*at].count++;
}

static int
by_count(const void *a, const void *b)
{
    const tracuu_facet_value *x = a, *y = b;

    if (x->count != y->count)
        return x->count < y->count ? 1 : -1;
    return strcmp(x->value, y->value);
}

/* Kinds and places are stored by code and shown by name. */
static const char *
shown(field f, const char *value)
{
    const kind *k;
    const place *p;

    if (f == FIELD_KIND && (k = kind_by_code(span_of(value))))
        return k->name;
    if (f == FIELD_PLACE && (p = place_by_slug(span_of(value))))
        return p->name;
    return value;
}

static tracuu_facet
tally_finish(tally *t, field f)
{
    if (t->count)
        qsort(t->at, t->count, sizeof *t->at, by_count);
    if (t->count > FACET_VALUES)
        t->count = FACET_VALUES;
    for (size_t i = 0; i < t->count; i++)
        t->at[i].value = shown(f, t->at[i].value);
    return (tracuu_facet){field_about(f)->facet, t->at, t->count};
}

/* ---- a few documents ---- */

static bool
take_entry(void *payload, uint32_t entry)
{
    *(uint32_t *)payload = entry;
    return false;
}

static tracuu_status
look_up(tally *t, uint32_t slot, tracuu_reader *reader, const uint32_t *entries,
    size_t count, tracuu_error *err)
{
    tracuu_status status = TRACUU_OK;

    for (size_t i = 0; i < count && !status; i++) {
        span value = {NULL, 0};

        if (entries[i])
            status = store_value_of(
                reader->documents, t->arena, entries[i], slot, &value, err);
        tally_add(t, value);
    }
    return status;
}

static tracuu_status
find_entries(uint32_t *entries, arena *a, tracuu_reader *reader,
    const store_count *counted, size_t count, tracuu_error *err)
{
    tracuu_status status = TRACUU_OK;

    for (size_t i = 0; i < count && !status; i++)
        status = store_walk_entries(reader->documents,
            field_term(a, "Q", counted[i].value), take_entry, &entries[i], err);
    return status;
}

/* ---- many documents ---- */

static bool
choose(void *payload, uint32_t entry, span id)
{
    chosen *c = payload;

    c->member[entry] = memo_find(&c->ids, id) != NULL;
    return entry < c->last;
}

static bool
count_value(void *payload, uint32_t entry, span value)
{
    counting *c = payload;

    if (c->chosen->member[entry])
        tally_add(c->tally, value);
    return entry < c->chosen->last;
}

static bool
see_last(void *payload, uint32_t entry, span id)
{
    (void)id;
    *(uint32_t *)payload = entry;
    return true;
}

static tracuu_status
choose_entries(chosen *c, arena *a, tracuu_reader *reader,
    const store_count *counted, size_t count, tracuu_error *err)
{
    tracuu_status status =
        store_walk_values(reader->documents, SLOT_ID, see_last, &c->last, err);

    if (status)
        return status;
    c->ids.arena = a;
    for (size_t i = 0; i < count; i++)
        memo_add(&c->ids, counted[i].value, c);
    c->member = arena_array(a, c->last + 1u, sizeof *c->member);
    return store_walk_values(reader->documents, SLOT_ID, choose, c, err);
}

/* ---- both ---- */

tracuu_status
facet_count(tracuu_facet **out, size_t *facet_count, arena *a,
    tracuu_reader *reader, const store_count *counted, size_t count,
    tracuu_error *err)
{
    chosen all = {.arena = a};
    uint32_t entries[FEW] = {0};
    tracuu_status status;

    *out = arena_array(a, FIELD_COUNT, sizeof **out);
    *facet_count = 0;
    status = count > FEW
                 ? choose_entries(&all, a, reader, counted, count, err)
                 : find_entries(entries, a, reader, counted, count, err);
    for (field f = 0; f < FIELD_COUNT && !status; f++) {
        const field_info *info = field_about(f);
        tally t = {.arena = a, .known = {.arena = a}};
        counting c = {&all, &t};

        if (!info->facet || info->slot < 0)
            continue;
        if (count > FEW)
            status = store_walk_values(
                reader->documents, (uint32_t)info->slot, count_value, &c, err);
        else
            status =
                look_up(&t, (uint32_t)info->slot, reader, entries, count, err);
        (*out)[(*facet_count)++] = tally_finish(&t, f);
    }
    return status;
}
