#include "common/text/pair.h"

#include "common/text/syllable.h"
#include "tests/unit/unit.h"

static bool
lists(const char *first, const char *second)
{
    return pair_is_listed(
        syllable_id(span_of(first)), syllable_id(span_of(second)));
}

START_TEST(lists_the_terms_of_the_law)
{
    static const char *const rows[][2] = {{"nghi", "quyet"}, {"hanh", "vi"},
        {"lao", "dong"}, {"bao", "hiem"}, {"toi", "pham"}, {"chi", "thi"},
        {"chinh", "tri"}, {"trung", "uong"}, {"tinh", "uy"}, {"ky", "luat"},
        {"quy", "dinh"}, {"dat", "dai"}, {"nhan", "dan"}, {"uy", "ban"}};

    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        ck_assert_msg(
            lists(rows[i][0], rows[i][1]), "%s %s", rows[i][0], rows[i][1]);
}
END_TEST

START_TEST(does_not_list_chance_neighbours)
{
    static const char *const rows[][2] = {{"quyet", "nghi"},
        {"nghieng", "nghieng"}, {"qd", "ttg"}, {"2020", "nd"}, {"", "a"}};

    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        ck_assert_msg(
            !lists(rows[i][0], rows[i][1]), "%s %s", rows[i][0], rows[i][1]);
    ck_assert(!pair_is_listed(SYLLABLE_ID_END, SYLLABLE_ID_END));
    ck_assert(!pair_is_listed(65535, 65535));
}
END_TEST

START_TEST(has_a_list_of_the_expected_size)
{
    unsigned found = 0;

    for (unsigned i = 0; i < SYLLABLE_ID_KNOWN; i++)
        for (unsigned j = 0; j < 6000; j++)
            found += pair_is_listed((uint16_t)i, (uint16_t)j);
    ck_assert_uint_eq(found, pair_count());
    ck_assert_uint_gt(found, 20000);
}
END_TEST

UNIT_MAIN("pair", lists_the_terms_of_the_law, does_not_list_chance_neighbours,
    has_a_list_of_the_expected_size)
