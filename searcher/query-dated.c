#include "searcher/query-dated.h"

#include "common/base/vec.h"

enum { DAY = 8 /* digits */ };

typedef struct walking {
    arena *arena;
    uint32_t today;
    size_t prefix;
    VEC(filter_term) found;
} walking;

static uint32_t
day_at(span s, size_t at)
{
    uint32_t day = 0;

    for (size_t i = at; i < at + DAY && i < s.len; i++)
        day = day * 10 + ((unsigned char)s.ptr[i] - '0') % 10u;
    return day;
}

/* "XSpending:00000000-20270101" */
static bool
visit_term(void *payload, span term, uint32_t frequency)
{
    walking *w = payload;
    uint32_t from = day_at(term, w->prefix);
    uint32_t to = day_at(term, w->prefix + DAY + 1);

    (void)frequency;
    if (from <= w->today && w->today < to)
        vec_push(&w->found, (filter_term){.term = arena_copy(w->arena, term)});
    return from <= w->today;
}

tracuu_status
dated_add(filter *f, arena *a, tracuu_reader *reader, tracuu_error *err)
{
    walking w = {.arena = a, .today = date_number(reader->today)};
    tracuu_status status = TRACUU_OK;
    filter all = {0};

    for (size_t i = 0; i < f->count && !status; i++) {
        span prefix = arena_print(a, "%.*s:", SPAN_PRINT(f->at[i].term));

        w.prefix = prefix.len;
        status = store_walk_terms(
            reader->passages, prefix, SPAN(""), visit_term, &w, err);
    }
    all.count = all.room = f->count + w.found.count;
    all.at = arena_array(a, all.count + 1, sizeof *all.at);
    if (f->count)
        memcpy(all.at, f->at, f->count * sizeof *all.at);
    if (w.found.count)
        memcpy(all.at + f->count, w.found.at, w.found.count * sizeof *all.at);
    vec_release(&w.found);
    *f = all;
    return status;
}
