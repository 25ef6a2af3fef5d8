#include "common/document/impact.h"

#include "tests/unit/unit.h"

START_TEST(a_term_weighs_more_the_oftener_it_stands_there)
{
    ck_assert_uint_eq(impact_of(0, 100), 0);
    for (uint32_t count = 1; count < 20; count++)
        ck_assert_uint_le(impact_of(count, 180), impact_of(count + 1, 180));
    ck_assert_uint_lt(impact_of(1, 180), impact_of(3, 180));
}
END_TEST

START_TEST(a_term_weighs_less_in_a_long_passage)
{
    ck_assert_uint_eq(impact_of(1, IMPACT_MEAN_LENGTH), 32);
    ck_assert_uint_gt(impact_of(1, 20), 32);
    ck_assert_uint_lt(impact_of(1, 2000), 32);
}
END_TEST

START_TEST(what_is_stored_is_one_byte_and_not_nothing)
{
    ck_assert_uint_ge(impact_of(1, 100000000), 1);
    ck_assert_uint_le(impact_of(UINT32_MAX, 1), IMPACT_MAX);
    ck_assert_uint_eq(impact_length(0), 1);
    ck_assert_uint_eq(impact_length(180), 23);
    ck_assert_uint_eq(impact_length(100000000), IMPACT_MAX);
}
END_TEST

UNIT_MAIN("impact", a_term_weighs_more_the_oftener_it_stands_there,
    a_term_weighs_less_in_a_long_passage,
    what_is_stored_is_one_byte_and_not_nothing)
