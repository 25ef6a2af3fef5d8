#include "common/text/completion.h"
#include "tests/unit/unit.h"

static const struct {
    const char *beginning, *held; /* among the first ten */
} beginnings[] = {
    {"tham nh", "tham nhũng"},
    {"bao hiem x", "bảo hiểm xã hội"},
    {"uy ban n", "ủy ban nhân dân"},
    {"luat dat", "Luật Đất đai"},
    {"bo luat d", "Bộ luật Dân sự"},
    {"hop dong lao", "hợp đồng lao động"},
};

START_TEST(words_are_completed_to_frequent_phrases)
{
    const completion *found[10];
    size_t count =
        completion_find(span_of(beginnings[_i].beginning), found, 10);
    bool held = false;

    for (size_t i = 0; i < count; i++)
        held = held || !strcmp(found[i]->text, beginnings[_i].held);
    ck_assert_msg(held, "%s", beginnings[_i].held);
}
END_TEST

START_TEST(the_most_frequent_come_first)
{
    const completion *found[40];
    size_t count = completion_find(SPAN("t"), found, 40);

    ck_assert_uint_eq(count, 40);
    for (size_t i = 1; i < count; i++)
        ck_assert_uint_ge(found[i - 1]->times, found[i]->times);
}
END_TEST

START_TEST(what_starts_nothing_is_completed_to_nothing)
{
    const completion *found[1];

    ck_assert_uint_eq(completion_find(SPAN("zzz"), found, 1), 0);
    ck_assert_uint_eq(completion_find(SPAN("t"), found, 0), 0);
}
END_TEST

UNIT_TABLES("completion",
    UNIT_TABLE(words_are_completed_to_frequent_phrases, beginnings),
    {the_most_frequent_come_first, 1},
    {what_starts_nothing_is_completed_to_nothing, 1})
