#include "searcher/rerank-fact.h"

#include <math.h>
#include <stdlib.h>

#include "common/document/fields.h"
#include "common/document/timeline.h"
#include "searcher/lookup-memo.h"

/* ---- slots of many entries ---- */

typedef struct slots {
    const uint32_t *entries; /* ascending */
    span *values;
    size_t count;
} slots;

static int
by_number(const void *a, const void *b)
{
    uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;

    return x < y ? -1 : x > y;
}

static tracuu_status
read_slot(
    slots *s, arena *a, store_reader *from, uint32_t slot, tracuu_error *err)
{
    return store_values_of(from, a, slot, s->entries, s->count, s->values, err);
}

static slots
slots_of(arena *a, uint32_t *entries, size_t count)
{
    qsort(entries, count, sizeof *entries, by_number);
    return (slots){entries, arena_array(a, count + 1, sizeof(span)), count};
}

static span
value_of(const slots *s, uint32_t entry)
{
    const uint32_t *found =
        bsearch(&entry, s->entries, s->count, sizeof *s->entries, by_number);

    return found ? s->values[found - s->entries] : (span){NULL, 0};
}

/* The documents of the candidates. */
static tracuu_status
read_ids(candidate *at, size_t count, arena *a, tracuu_reader *reader,
    tracuu_error *err)
{
    uint32_t *entries = arena_array(a, count + 1, sizeof *entries);
    tracuu_status status;
    slots s;

    for (size_t i = 0; i < count; i++)
        entries[i] = at[i].entry;
    s = slots_of(a, entries, count);
    status = read_slot(&s, a, reader->passages, SLOT_ID, err);
    for (size_t i = 0; i < count && !status; i++)
        at[i].id = value_of(&s, at[i].entry);
    return status;
}

/* ---- facts of documents ---- */

typedef struct document_facts {
    uint32_t entry;
    facts facts;
} document_facts;

static double
cited_of(tracuu_reader *reader, arena *a, span key)
{
    uint32_t by;

    if (!key.len)
        return 0;
    by =
        reader_frequency(reader, reader->documents, field_term(a, "XRA:", key));
    return by < FACT_CITED ? log(1.0 + by) / log(1.0 + FACT_CITED) : 1;
}

/* What has no status may well be in force: articles that stand alone. */
static bool
has_ended(span status)
{
    return span_equal(status, SPAN("expired")) ||
           span_equal(status, SPAN("suspended"));
}

static tracuu_status
read_facts(document_facts **list, size_t count, arena *a, tracuu_reader *reader,
    tracuu_error *err)
{
    uint32_t *entries = arena_array(a, count + 1, sizeof *entries);
    tracuu_status status;
    slots s;

    for (size_t i = 0; i < count; i++)
        entries[i] = list[i]->entry;
    s = slots_of(a, entries, count);
    status = read_slot(&s, a, reader->documents, SLOT_STATUS, err);
    for (size_t i = 0; i < count && !status; i++) {
        span line = value_of(&s, list[i]->entry);

        list[i]->facts.stands =
            !has_ended(timeline_at(line, reader->today).status);
    }
    if (!status)
        status = read_slot(&s, a, reader->documents, SLOT_KEY, err);
    for (size_t i = 0; i < count && !status; i++)
        list[i]->facts.cited =
            cited_of(reader, a, value_of(&s, list[i]->entry));
    return status;
}

static tracuu_status
read_documents(candidate *at, size_t count, arena *a, tracuu_reader *reader,
    tracuu_error *err)
{
    document_facts **list = arena_array(a, count + 1, sizeof *list);
    memo known = {.arena = a};
    tracuu_status status = TRACUU_OK;
    size_t documents = 0;

    for (size_t i = 0; i < count && !status; i++) {
        document_facts *d = memo_find(&known, at[i].id);

        if (d)
            continue;
        d = arena_take(a, sizeof *d);
        memo_add(&known, at[i].id, d);
        status = reader_find(reader, a, at[i].id, &d->entry, err);
        if (d->entry)
            list[documents++] = d;
    }
    if (!status)
        status = read_facts(list, documents, a, reader, err);
    for (size_t i = 0; i < count && !status; i++) {
        const document_facts *d = memo_find(&known, at[i].id);

        at[i].facts.stands = d->facts.stands;
        at[i].facts.cited = d->facts.cited;
    }
    return status;
}

tracuu_status
fact_run(candidate *at, size_t count, arena *a, tracuu_reader *reader,
    ranker *r, const plan *p, tracuu_error *err)
{
    size_t best = count < FACT_RANKED ? count : FACT_RANKED;
    tracuu_status status;

    if (!p->units.roles.topic)
        return TRACUU_OK;
    status = read_ids(at, best, a, reader, err);
    if (!status)
        status = read_documents(at, best, a, reader, err);
    if (!status)
        rerank_facts(r, at, best);
    return status;
}
