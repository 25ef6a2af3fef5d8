#include "searcher/hits-facet.h"

#include <stdlib.h>

#include "common/base/memory.h"
#include "common/document/fields.h"
#include "common/document/timeline.h"
#include "common/text/kind.h"
#include "common/text/place.h"
#include "searcher/lookup-memo.h"

/* Documents that are looked up one by one, though there is a table; and how
 * many steps of a walk through all of them cost as much as one of those. */
enum { FEW = 300, FIND = 50 };

/* The values of one slot, numbered as they come. */
typedef struct column {
    field field;
    arena *arena;
    memo known; /* number + 1 of a value */
    const char **names;
    size_t count, room;
    uint32_t *of_entry; /* number + 1 by entry; 0: no value */
    date today;
} column;

typedef struct facet_table {
    arena arena;
    unsigned generation;
    uint64_t revision;
    date day;   /* whose statuses it holds */
    bool asked; /* a second time */
    bool filled;
    memo entries;  /* entry by id */
    uint32_t last; /* entry */
    column columns[FIELD_COUNT];
    size_t count;
} facet_table;

static void *
number_pointer(size_t number)
{
    return (void *)(uintptr_t)number;
}

/* ---- columns ---- */

/* The number of a value, from 1 on. */
static uint32_t
column_number(column *c, span value)
{
    size_t number;

    if (c->field == FIELD_STATUS)
        value = timeline_at(value, c->today).status;
    number = (size_t)(uintptr_t)memo_find(&c->known, value);
    if (number)
        return (uint32_t)number;
    if (c->count == c->room) {
        size_t room = c->room ? 2 * c->room : 32;
        const char **names = arena_array(c->arena, room, sizeof *names);

        if (c->count)
            memcpy(names, c->names, c->count * sizeof *names);
        c->names = names;
        c->room = room;
    }
    c->names[c->count++] = arena_string(c->arena, value);
    memo_add(&c->known, value, number_pointer(c->count));
    return (uint32_t)c->count;
}

static size_t
start_columns(column *columns, arena *a, date today)
{
    size_t count = 0;

    for (field f = 0; f < FIELD_COUNT; f++)
        if (field_about(f)->facet && field_about(f)->slot >= 0)
            columns[count++] = (column){
                .field = f, .arena = a, .known = {.arena = a}, .today = today};
    return count;
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

static int
by_count(const void *a, const void *b)
{
    const tracuu_facet_value *x = a, *y = b;

    if (x->count != y->count)
        return x->count < y->count ? 1 : -1;
    return strcmp(x->value, y->value);
}

/* The facet of a column whose values occur so often. */
static tracuu_facet
finish(const column *c, const size_t *counts, arena *a)
{
    tracuu_facet_value *values = arena_array(a, c->count + 1, sizeof *values);
    size_t kept = 0;

    for (size_t i = 0; i < c->count; i++)
        if (counts[i + 1])
            values[kept++] = (tracuu_facet_value){c->names[i], counts[i + 1]};
    qsort(values, kept, sizeof *values, by_count);
    if (kept > FACET_VALUES)
        kept = FACET_VALUES;
    for (size_t i = 0; i < kept; i++)
        values[i].value =
            arena_string(a, span_of(shown(c->field, values[i].value)));
    return (tracuu_facet){field_about(c->field)->facet, values, kept};
}

/* ---- once ---- */

/* Entries of documents that match. */
typedef struct matching {
    arena *arena;
    tracuu_reader *reader;
    memo ids;
    uint32_t *entries;
    size_t count;
} matching;

static int
by_entry(const void *a, const void *b)
{
    uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;

    return x < y ? -1 : x > y;
}

/* One by one: half a hundred steps of a walk each. */
static tracuu_status
find_few(
    matching *m, const store_count *counted, size_t count, tracuu_error *err)
{
    tracuu_status status = TRACUU_OK;

    for (size_t i = 0; i < count && !status && !reader_is_late(m->reader);
         i++) {
        uint32_t *entry = &m->entries[m->count];

        status = reader_find(m->reader, m->arena, counted[i].value, entry, err);
        m->count += *entry != 0;
    }
    qsort(m->entries, m->count, sizeof *m->entries, by_entry);
    return status;
}

static bool
take_match(void *payload, uint32_t entry, span id)
{
    matching *m = payload;

    if (memo_find(&m->ids, id))
        m->entries[m->count++] = entry;
    return true;
}

static tracuu_status
find_many(
    matching *m, const store_count *counted, size_t count, tracuu_error *err)
{
    m->ids.arena = m->arena;
    for (size_t i = 0; i < count; i++)
        memo_add(&m->ids, counted[i].value, m);
    return store_walk_values(m->reader->documents, SLOT_ID, take_match, m, err);
}

static tracuu_status
count_column(tracuu_facet *out, column *c, const matching *m, span *values,
    tracuu_error *err)
{
    size_t *counts = arena_array(m->arena, m->count + 2, sizeof *counts);
    uint32_t slot = (uint32_t)field_about(c->field)->slot;
    tracuu_status status = store_values_of(m->reader->documents, m->arena, slot,
        m->entries, m->count, values, err);

    for (size_t i = 0; i < m->count && !status; i++)
        if (values[i].len)
            counts[column_number(c, values[i])]++;
    *out = finish(c, counts, m->arena);
    return status;
}

static tracuu_status
count_once(tracuu_facet *out, size_t *out_count, arena *a,
    tracuu_reader *reader, const store_count *counted, size_t count,
    tracuu_error *err)
{
    matching m = {.arena = a, .reader = reader};
    column columns[FIELD_COUNT];
    size_t column_count = start_columns(columns, a, reader->today);
    uint32_t all = 0;
    span *values;
    tracuu_status status = store_entries(reader->documents, &all, err);

    m.entries = arena_array(a, count + 1, sizeof *m.entries);
    if (!status)
        status = count < all / FIND ? find_few(&m, counted, count, err)
                                    : find_many(&m, counted, count, err);
    values = arena_array(a, m.count + 1, sizeof *values);
    for (size_t i = 0; i < column_count && !status; i++)
        status =
            count_column(&out[(*out_count)++], &columns[i], &m, values, err);
    return status;
}

/* ---- the table ---- */

static bool
take_id(void *payload, uint32_t entry, span id)
{
    facet_table *t = payload;

    if (!memo_find(&t->entries, id))
        memo_add(&t->entries, id, number_pointer(entry));
    t->last = entry;
    return true;
}

typedef struct filling {
    facet_table *table;
    column *column;
} filling;

static bool
take_value(void *payload, uint32_t entry, span value)
{
    filling *f = payload;

    if (entry <= f->table->last)
        f->column->of_entry[entry] = column_number(f->column, value);
    return entry < f->table->last;
}

static tracuu_status
fill(facet_table *t, tracuu_reader *reader, tracuu_error *err)
{
    tracuu_status status;

    t->entries.arena = &t->arena;
    status = store_walk_values(reader->documents, SLOT_ID, take_id, t, err);
    t->count = start_columns(t->columns, &t->arena, t->day);
    for (size_t i = 0; i < t->count && !status; i++) {
        filling f = {t, &t->columns[i]};

        f.column->of_entry =
            arena_array(&t->arena, t->last + 1u, sizeof(uint32_t));
        status = store_walk_values(reader->documents,
            (uint32_t)field_about(f.column->field)->slot, take_value, &f, err);
    }
    return status;
}

/* The table for what the reader has open now; it is empty when it is asked for
 * the first time, since a process may ask once only. */
static facet_table *
table_of(tracuu_reader *reader)
{
    uint64_t revision = store_revision(reader->documents);
    facet_table *t = reader->facets;

    if (t && t->generation == reader->now.number && t->revision == revision &&
        date_number(t->day) == date_number(reader->today)) {
        t->asked = true;
        return t;
    }
    facet_release(reader);
    t = reader->facets = memory_take_zero(1, sizeof *t);
    t->generation = reader->now.number;
    t->revision = revision;
    t->day = reader->today;
    return t;
}

void
facet_release(tracuu_reader *reader)
{
    if (!reader->facets)
        return;
    arena_release(&reader->facets->arena);
    free(reader->facets);
    reader->facets = NULL;
}

static void
count_table(tracuu_facet *out, size_t *out_count, arena *a,
    const facet_table *t, const store_count *counted, size_t count)
{
    uint32_t *entries = arena_array(a, count, sizeof *entries);

    for (size_t i = 0; i < count; i++)
        entries[i] =
            (uint32_t)(uintptr_t)memo_find(&t->entries, counted[i].value);
    for (size_t i = 0; i < t->count; i++) {
        const column *c = &t->columns[i];
        size_t *counts = arena_array(a, c->count + 1, sizeof *counts);

        for (size_t k = 0; k < count; k++)
            counts[c->of_entry[entries[k]]]++;
        out[(*out_count)++] = finish(c, counts, a);
    }
}

static tracuu_status
count_many(tracuu_facet *out, size_t *out_count, arena *a,
    tracuu_reader *reader, const store_count *counted, size_t count,
    tracuu_error *err)
{
    facet_table *t = table_of(reader);
    tracuu_status status = TRACUU_OK;

    if (!t->asked)
        return count_once(out, out_count, a, reader, counted, count, err);
    if (!t->filled)
        status = fill(t, reader, err);
    if (status || reader_is_late(reader)) {
        facet_release(reader);
        return status;
    }
    t->filled = true;
    count_table(out, out_count, a, t, counted, count);
    return TRACUU_OK;
}

tracuu_status
facet_count(tracuu_facet **out, size_t *facet_count, arena *a,
    tracuu_reader *reader, const store_count *counted, size_t count,
    tracuu_error *err)
{
    *out = arena_array(a, FIELD_COUNT, sizeof **out);
    *facet_count = 0;
    if (count > FEW)
        return count_many(*out, facet_count, a, reader, counted, count, err);
    return count_once(*out, facet_count, a, reader, counted, count, err);
}
