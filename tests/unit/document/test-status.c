#include "common/document/status.h"

#include "tests/unit/unit.h"

static const date today = {2026, 1, 15};

static record
act(const char *key, date day)
{
    return (record){.key = span_of(key), .date = day};
}

static status_evidence
says(relation r, bool whole, date from, const char *cause)
{
    return (status_evidence){r, whole, from, span_of(cause)};
}

static void
check(const record *r, const status_evidence *list, size_t count,
    const char *status, const char *cause)
{
    status_verdict v = status_of(r, list, count, today);

    ck_assert_span_eq(v.status, status);
    ck_assert_span_eq(v.cause, cause);
}

START_TEST(an_act_stands_as_its_own_words_say)
{
    record r = act("s:cp:nd:30:y2020", (date){2020, 3, 5});
    record news = r, nameless = r;

    check(&r, NULL, 0, "in_force", "");
    r.effective_from = (date){2026, 7, 1};
    check(&r, NULL, 0, "pending", "");
    r.effective_from = (date){2020, 3, 5};
    r.effective_to = (date){2025, 12, 31};
    check(&r, NULL, 0, "expired", "");
    news.news = true;
    check(&news, NULL, 0, "unknown", "");
    nameless.key = (span){NULL, 0};
    check(&nameless, NULL, 0, "unknown", "");
}
END_TEST

START_TEST(the_strongest_of_what_others_say_counts)
{
    record r = act("s:cp:nd:110:y2004", (date){2004, 4, 8});
    const status_evidence list[] = {
        says(REL_AMENDS, true, (date){2010, 2, 8}, "s:cp:nd:9:y2010"),
        says(REL_AMENDS, false, (date){2012, 1, 1}, "s:cp:nd:1:y2012"),
        says(REL_REPEALS, false, (date){2013, 1, 1}, "s:cp:nd:2:y2013"),
        says(REL_SUSPENDS, true, (date){2014, 1, 1}, "s:cp:nd:3:y2014"),
        says(REL_REPLACES, true, (date){2020, 3, 5}, "s:cp:nd:30:y2020"),
        says(REL_REPEALS, true, (date){2022, 3, 5}, "s:cp:nd:5:y2022"),
    };

    check(&r, list, 1, "amended", "s:cp:nd:9:y2010");
    check(&r, list, 2, "amended", "s:cp:nd:1:y2012");
    check(&r, list, 3, "partly_expired", "s:cp:nd:2:y2013");
    check(&r, list, 4, "suspended", "s:cp:nd:3:y2014");
    check(&r, list, 5, "expired", "s:cp:nd:30:y2020");
    check(&r, list, 6, "expired", "s:cp:nd:30:y2020");
}
END_TEST

START_TEST(what_is_not_in_effect_yet_changes_nothing)
{
    record r = act("s:qh:l:64:y2010", (date){2010, 11, 24});
    status_evidence later =
        says(REL_REPLACES, true, (date){2026, 7, 1}, "s:qh:l:9:y2025");

    check(&r, &later, 1, "in_force", "");
    later.from = today;
    check(&r, &later, 1, "expired", "s:qh:l:9:y2025");
}
END_TEST

START_TEST(an_act_that_is_extended_has_not_ended_by_itself)
{
    record r = act("s:cp:nd:30:y2020", (date){2020, 3, 5});
    status_evidence longer =
        says(REL_EXTENDS, true, (date){2024, 1, 1}, "s:cp:nd:1:y2024");

    r.effective_to = (date){2024, 12, 31};
    check(&r, &longer, 1, "in_force", "");
}
END_TEST

START_TEST(only_who_stands_as_high_has_a_say)
{
    const struct {
        const char *by, *target;
        bool may;
    } all[] = {
        {"s:cp:nd:30:y2020", "s:cp:nd:110:y2004", true},
        {"s:qh:l:64:y2025", "s:cp:nd:110:y2004", true},
        {"s:bnv:tt:1:y2021", "s:cp:nd:30:y2020", false},
        {"d:tw:kl:13:k13", "d:tw:ct:48:k10", true},
        {"d:tu.hau-giang:ctr:59:n2020", "d:tw:ct:48:k10", false},
        {"s:ubnd.hau-giang:qd:5:y2021", "s:ubnd.hau-giang:qd:4:y2020", true},
        {"s:ubnd.can-tho:qd:5:y2025", "s:ubnd.hau-giang:qd:4:y2020", true},
        {"s:ubnd.lam-dong:qd:5:y2025", "s:ubnd.hau-giang:qd:4:y2020", false},
        {"s:ubnd.?:qd:5:y2025", "s:ubnd.hau-giang:qd:4:y2020", false},
        {"s:cp:nd:30:y2020", "s:cp:nd:30:y2020", false},
        {"", "s:cp:nd:30:y2020", false},
        {"no key", "s:cp:nd:30:y2020", false},
    };

    for (size_t i = 0; i < sizeof all / sizeof *all; i++) {
        record by = act(all[i].by, (date){0}),
               t = act(all[i].target, (date){0});

        ck_assert_msg(status_may_change(&by, &t) == all[i].may, "%s on %s",
            all[i].by, all[i].target);
    }
}
END_TEST

START_TEST(an_act_that_binds_everybody_ends_by_another_such_act)
{
    record by = act("s:bnv:qd:225:y2024", (date){2024, 3, 5});
    record target = act("s:bnv:tt:1:y2021", (date){2021, 1, 5});

    by.number = SPAN("225/QĐ-BNV");
    target.number = SPAN("01/2021/TT-BNV");
    ck_assert(!status_may_change(&by, &target));
    by.number = SPAN("5/2024/TT-BNV");
    ck_assert(status_may_change(&by, &target));
    target.number = SPAN("700/QĐ-BNV");
    by.number = SPAN("225/QĐ-BNV");
    ck_assert(status_may_change(&by, &target));
}
END_TEST

START_TEST(neither_news_nor_an_older_act_has_a_say)
{
    record by = act("s:cp:nd:30:y2020", (date){2020, 3, 5});
    record target = act("s:cp:nd:110:y2004", (date){2004, 4, 8});

    ck_assert(status_may_change(&by, &target));
    ck_assert(!status_may_change(&target, &by));
    by.news = true;
    ck_assert(!status_may_change(&by, &target));
}
END_TEST

UNIT_MAIN("status", an_act_stands_as_its_own_words_say,
    the_strongest_of_what_others_say_counts,
    what_is_not_in_effect_yet_changes_nothing,
    an_act_that_is_extended_has_not_ended_by_itself,
    only_who_stands_as_high_has_a_say,
    an_act_that_binds_everybody_ends_by_another_such_act,
    neither_news_nor_an_older_act_has_a_say)
