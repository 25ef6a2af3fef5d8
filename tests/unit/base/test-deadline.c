#include "common/base/deadline.h"
#include "tests/unit/unit.h"

static uint64_t time_now;

static uint64_t
clock_of_test(void)
{
    return time_now;
}

START_TEST(without_a_limit_it_never_passes)
{
    deadline d = {.clock = clock_of_test};

    ck_assert(!deadline_passed(&d));
    deadline_start(&d, 0);
    time_now = UINT64_MAX;
    ck_assert(!deadline_passed(&d));
    for (int i = 0; i < 2 * DEADLINE_TICKS; i++)
        ck_assert(!deadline_tick(&d));
}
END_TEST

START_TEST(passes_at_its_end_and_stays_so_until_it_starts_anew)
{
    deadline d = {.clock = clock_of_test};

    time_now = 1000;
    deadline_start(&d, 50);
    time_now = 1049;
    ck_assert(!deadline_passed(&d));
    time_now = 1050;
    ck_assert(!d.passed);
    ck_assert(deadline_passed(&d));
    time_now = 1000;
    ck_assert(deadline_passed(&d));
    deadline_start(&d, 50);
    ck_assert(!deadline_passed(&d));
}
END_TEST

START_TEST(a_tick_looks_at_the_clock_now_and_then)
{
    deadline d = {.clock = clock_of_test};
    unsigned ticks = 1;

    time_now = 0;
    deadline_start(&d, 1);
    time_now = 1;
    while (!deadline_tick(&d))
        ticks++;
    ck_assert_uint_eq(ticks, DEADLINE_TICKS);
    ck_assert(deadline_tick(&d));
}
END_TEST

START_TEST(a_limit_beyond_all_time_is_one)
{
    deadline d = {.clock = clock_of_test};

    time_now = 1000;
    deadline_start(&d, UINT64_MAX);
    ck_assert(!deadline_passed(&d));
    for (int i = 0; i < 2 * DEADLINE_TICKS; i++)
        ck_assert(!deadline_tick(&d));
}
END_TEST

START_TEST(what_is_left_is_never_below_nothing)
{
    deadline d = {.clock = clock_of_test};

    time_now = 1000;
    deadline_start(&d, 0);
    ck_assert_uint_eq(deadline_left(&d), UINT64_MAX);
    deadline_start(&d, 50);
    ck_assert_uint_eq(deadline_left(&d), 50);
    time_now = 1051;
    ck_assert_uint_eq(deadline_left(&d), 0);
    ck_assert(deadline_passed(&d));
    time_now = 1000;
    ck_assert_uint_eq(deadline_left(&d), 0);
}
END_TEST

UNIT_MAIN("deadline", what_is_left_is_never_below_nothing,
    without_a_limit_it_never_passes,
    passes_at_its_end_and_stays_so_until_it_starts_anew,
    a_tick_looks_at_the_clock_now_and_then, a_limit_beyond_all_time_is_one)
