#include "common/document/timeline.h"

#include "common/base/strbuf.h"

/* Days on which something changes, ascending, each once. */
typedef struct day_list {
    date at[TIMELINE_STEPS];
    size_t count;
} day_list;

/* The earliest days stay where there are too many. */
static void
add_day(day_list *list, date day, date today)
{
    uint32_t number = date_number(day);
    size_t at = list->count;

    if (!date_is_full(day) || number <= date_number(today))
        return;
    while (at && date_number(list->at[at - 1]) >= number) {
        if (date_number(list->at[--at]) == number)
            return;
    }
    if (at == TIMELINE_STEPS)
        return;
    if (list->count < TIMELINE_STEPS)
        list->count++;
    memmove(&list->at[at + 1], &list->at[at],
        (list->count - at - 1) * sizeof *list->at);
    list->at[at] = day;
}

static bool
same_verdict(const status_verdict *a, const status_verdict *b)
{
    return span_equal(a->status, b->status) && a->relation == b->relation &&
           span_equal(a->cause, b->cause);
}

static void
add_verdict(strbuf *out, const status_verdict *v)
{
    strbuf_add(out, v->status);
    if (v->cause.len)
        strbuf_print(out, " %s %.*s", relation_about(v->relation)->code,
            SPAN_PRINT(v->cause));
}

span
timeline_of(arena *a, const record *r, const status_evidence *list,
    size_t count, date today)
{
    status_verdict last = status_of(r, list, count, today);
    strbuf out = STRBUF_INIT;
    day_list days = {.count = 0};
    span line;

    add_day(&days, r->effective_from, today);
    add_day(&days, status_end(r), today);
    for (size_t i = 0; i < count; i++)
        add_day(&days, list[i].from, today);
    add_verdict(&out, &last);
    for (size_t i = 0; i < days.count; i++) {
        status_verdict then = status_of(r, list, count, days.at[i]);

        if (same_verdict(&then, &last))
            continue;
        strbuf_print(&out, ";%08u ", date_number(days.at[i]));
        add_verdict(&out, &then);
        last = then;
    }
    line = arena_copy(a, strbuf_span(&out));
    strbuf_release(&out);
    return line;
}

/* The day that starts a step: eight digits. */
static uint32_t
day_of(span s)
{
    uint32_t number = 0;

    for (size_t i = 0; i < 8; i++) {
        if (i >= s.len || s.ptr[i] < '0' || s.ptr[i] > '9')
            return TIMELINE_START;
        number = number * 10 + (uint32_t)(s.ptr[i] - '0');
    }
    return number;
}

bool
timeline_next(span *line, timeline_step *out)
{
    span step, word;
    relation by = REL_CITES;

    if (!line->len || !span_next_field(line, ';', &step))
        return false;
    *out = (timeline_step){.from = day_of(step), .to = TIMELINE_NEVER};
    if (out->from)
        span_next_field(&step, ' ', &word);
    span_next_field(&step, ' ', &out->verdict.status);
    if (span_next_field(&step, ' ', &word))
        by = relation_by_code(word);
    out->verdict.relation = by < RELATION_COUNT ? by : REL_CITES;
    out->verdict.cause = step;
    if (line->len)
        out->to = day_of(*line);
    return true;
}

status_verdict
timeline_at(span line, date today)
{
    status_verdict v = {SPAN("unknown"), REL_CITES, {NULL, 0}};
    timeline_step step;

    while (timeline_next(&line, &step) && step.from <= date_number(today))
        v = step.verdict;
    return v;
}
