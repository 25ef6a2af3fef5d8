#include "common/text/points.h"

#include "tests/unit/unit.h"

START_TEST(bytes_are_counted_as_code_points_in_any_order)
{
    points p = {.text = SPAN("Điều 1")};
    static const size_t cases[][2] = {
        {0, 0}, {2, 1}, {9, 6}, {6, 3}, {2, 1}, {99, 6}, {0, 0}};

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        ck_assert_uint_eq(points_at(&p, cases[i][0]), cases[i][1]);
}
END_TEST

START_TEST(a_range_has_both_ends)
{
    points p = {.text = SPAN("Điều 1")};
    tracuu_range r = points_range(&p, 2, 9);

    ck_assert_uint_eq(r.start, 1);
    ck_assert_uint_eq(r.end, 6);
}
END_TEST

UNIT_MAIN("points", bytes_are_counted_as_code_points_in_any_order,
    a_range_has_both_ends)
