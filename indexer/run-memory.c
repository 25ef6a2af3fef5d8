#include "indexer/run-memory.h"

#include "common/document/fields.h"
#include "indexer/run-publish.h"

#define FORMER "former:"
#define WAS "was:"

tracuu_status
memory_note(run *r, span id, const stamp *s, tracuu_fate fate, span reason,
    tracuu_error *err)
{
    arena a = ARENA_INIT;
    stamp now = *s;
    failure f = {.fate = fate, .id = id, .reason = reason};
    tracuu_status status = TRACUU_OK;
    span name = failure_name(&a, id), value;

    now.rules = intake_rules(s->rules);
    f.stamp = stamp_print(&a, &now);
    value = failure_print(&a, &f);
    if (failures_note(&r->failures, name, value)) {
        if (r->scratch)
            publish_note(&r->notes, name, value);
        else if (r->update.documents)
            status = update_remember(&r->update, name, value, err);
    }
    arena_release(&a);
    return status;
}

tracuu_status
memory_forget_mended(run *r, tracuu_error *err)
{
    tracuu_status status = TRACUU_OK;

    for (size_t i = 0; i < r->failures.count && status == TRACUU_OK; i++) {
        const remembered *m = &r->failures.at[i];

        if (intake_is_mended(&r->intake, m))
            status = update_remember(&r->update, m->name, (span){NULL, 0}, err);
    }
    return status;
}

static tracuu_status
former_places(run *r, arena *a, span id, span *out, tracuu_error *err)
{
    return store_metadata(r->old, a, field_term(a, FORMER, id), out, err);
}

/* Sets was:<id> of each former place to `now`, which may be nothing. */
static tracuu_status
lead(run *r, arena *a, span places, span now, tracuu_error *err)
{
    tracuu_status status = TRACUU_OK;
    span line, day;

    while (status == TRACUU_OK && span_next_line(&places, &line)) {
        if (span_next_field(&line, ' ', &day) && line.len)
            status =
                update_remember(&r->update, field_term(a, WAS, line), now, err);
    }
    return status;
}

/* The places with `from` behind them, the last MEMORY_PLACES. */
static span
add_place(arena *a, span places, span from, date day)
{
    strbuf all = STRBUF_INIT;
    size_t count = 0;
    span line, rest = places;

    while (span_next_line(&rest, &line))
        count++;
    for (; count >= MEMORY_PLACES; count--)
        span_next_line(&places, &line);
    strbuf_add(&all, places);
    strbuf_print(&all, "%04d-%02d-%02d %.*s\n", day.year, day.month, day.day,
        SPAN_PRINT(from));
    places = arena_copy(a, strbuf_span(&all));
    strbuf_release(&all);
    return places;
}

tracuu_status
memory_move(run *r, span from, span to, tracuu_error *err)
{
    arena a = ARENA_INIT;
    span places;
    tracuu_status status = former_places(r, &a, from, &places, err);

    if (status == TRACUU_OK && places.len)
        status = update_remember(
            &r->update, field_term(&a, FORMER, from), (span){NULL, 0}, err);
    places = add_place(&a, places, from, r->today);
    if (status == TRACUU_OK)
        status = update_remember(
            &r->update, field_term(&a, FORMER, to), places, err);
    if (status == TRACUU_OK)
        status = lead(r, &a, places, to, err);
    if (status == TRACUU_OK)
        status = update_remember(
            &r->update, field_term(&a, WAS, to), (span){NULL, 0}, err);
    arena_release(&a);
    return status;
}

tracuu_status
memory_forget(run *r, span id, tracuu_error *err)
{
    arena a = ARENA_INIT;
    span places;
    tracuu_status status = TRACUU_OK;

    if (r->update.documents)
        status = former_places(r, &a, id, &places, err);
    if (status == TRACUU_OK && r->update.documents && places.len) {
        status = update_remember(
            &r->update, field_term(&a, FORMER, id), (span){NULL, 0}, err);
        if (status == TRACUU_OK)
            status = lead(r, &a, places, (span){NULL, 0}, err);
    }
    arena_release(&a);
    return status;
}

static bool
take_item(void *payload, span name, span value)
{
    publish_note(payload, name, value);
    return true;
}

void
memory_take_over(run *r)
{
    generation g;
    store_reader *old = NULL;

    if (generation_current(&g, &r->arena, r->dir, NULL) != TRACUU_OK ||
        store_reader_open(&old, g.documents, NULL) != TRACUU_OK)
        return;
    store_walk_metadata(old, SPAN(FORMER), take_item, &r->notes, NULL);
    store_walk_metadata(old, SPAN(WAS), take_item, &r->notes, NULL);
    store_reader_free(old);
}
