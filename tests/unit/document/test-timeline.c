#include "common/document/timeline.h"

#include "tests/unit/unit.h"

static const date today = {2026, 1, 15};

static status_evidence
says(relation r, date from, const char *cause)
{
    return (status_evidence){r, true, from, span_of(cause)};
}

static void
check_at(span line, date day, const char *status, const char *cause)
{
    status_verdict v = timeline_at(line, day);

    ck_assert_span_eq(v.status, status);
    ck_assert_span_eq(v.cause, cause);
}

START_TEST(an_act_comes_into_force_and_ends_by_the_calendar)
{
    record r = {.key = SPAN("s:cp:nd:30:y2026"),
        .date = {2026, 1, 5},
        .effective_from = {2026, 3, 1},
        .effective_to = {2026, 12, 31}};
    arena a = ARENA_INIT;
    span line = timeline_of(&a, &r, NULL, 0, today);

    ck_assert_span_eq(line, "pending;20260301 in_force;20270101 expired");
    check_at(line, today, "pending", "");
    check_at(line, (date){2026, 2, 28}, "pending", "");
    check_at(line, (date){2026, 3, 1}, "in_force", "");
    check_at(line, (date){2026, 12, 31}, "in_force", "");
    check_at(line, (date){2027, 1, 1}, "expired", "");
    arena_release(&a);
}
END_TEST

START_TEST(what_others_say_counts_from_the_day_it_takes_effect)
{
    record r = {.key = SPAN("s:cp:nd:1:y2010"), .date = {2010, 1, 5}};
    const status_evidence list[] = {
        says(REL_AMENDS, (date){2020, 1, 1}, "s:cp:nd:2:y2020"),
        says(REL_REPLACES, (date){2026, 7, 1}, "s:cp:nd:3:y2026")};
    arena a = ARENA_INIT;
    span line = timeline_of(&a, &r, list, 2, today);

    ck_assert_span_eq(line,
        "amended amends s:cp:nd:2:y2020;20260701 expired replaces "
        "s:cp:nd:3:y2026");
    check_at(line, today, "amended", "s:cp:nd:2:y2020");
    check_at(line, (date){2030, 1, 1}, "expired", "s:cp:nd:3:y2026");
    ck_assert_int_eq(timeline_at(line, today).relation, REL_AMENDS);
    arena_release(&a);
}
END_TEST

START_TEST(what_no_day_changes_is_one_word)
{
    record r = {.key = SPAN("s:cp:nd:1:y2010"),
        .date = {2010, 1, 5},
        .effective_from = {2010, 3, 1}};
    arena a = ARENA_INIT;

    ck_assert_span_eq(timeline_of(&a, &r, NULL, 0, today), "in_force");
    r.key = SPAN("");
    r.effective_from = (date){2027, 1, 1};
    ck_assert_span_eq(timeline_of(&a, &r, NULL, 0, today), "unknown");
    arena_release(&a);
}
END_TEST

START_TEST(the_earliest_of_too_many_days_are_kept)
{
    record r = {.key = SPAN("s:cp:nd:1:y2010"), .date = {2010, 1, 5}};
    status_evidence list[20];
    arena a = ARENA_INIT;
    timeline_step step;
    size_t count = 0;
    span line;

    for (size_t i = 0; i < 20; i++)
        list[i] = says(REL_AMENDS, (date){(uint16_t)(2060 - i), 1, 1},
            arena_print(&a, "s:cp:nd:%zu:y2020", i).ptr);
    line = timeline_of(&a, &r, list, 20, today);
    while (timeline_next(&line, &step))
        ck_assert_uint_eq(
            step.from, count++ ? (2039 + (uint32_t)count) * 10000 + 101 : 0);
    ck_assert_uint_eq(count, TIMELINE_STEPS + 1);
    ck_assert_uint_eq(step.to, TIMELINE_NEVER);
    arena_release(&a);
}
END_TEST

START_TEST(damaged_lines_do_no_harm)
{
    static const char *const lines[] = {
        "", ";", ";;", "x;2", "a b;20x", "  ;2026", "expired nonsense key"};

    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++)
        timeline_at(span_of(lines[i]), today);
    check_at((span){NULL, 0}, today, "unknown", "");
}
END_TEST

UNIT_MAIN("timeline", an_act_comes_into_force_and_ends_by_the_calendar,
    what_others_say_counts_from_the_day_it_takes_effect,
    what_no_day_changes_is_one_word, the_earliest_of_too_many_days_are_kept,
    damaged_lines_do_no_harm)
