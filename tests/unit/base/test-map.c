#include "common/base/map.h"

#include <stdio.h>

#include "common/base/hash.h"
#include "tests/unit/unit.h"

START_TEST(finds_all_of_many_names_and_no_other)
{
    enum { COUNT = 5000 };
    static char names[COUNT][12];
    map m = MAP_INIT;
    bool is_new;

    ck_assert_ptr_null(map_find(&m, SPAN("none")));
    for (size_t i = 0; i < COUNT; i++) {
        snprintf(names[i], sizeof names[i], "n%zu", i);
        *map_put(&m, span_of(names[i]), &is_new) = i;
        ck_assert(is_new);
    }
    ck_assert_uint_eq(m.count, COUNT);
    for (size_t i = 0; i < COUNT; i++) {
        size_t *number = map_find(&m, span_of(names[i]));

        ck_assert_ptr_nonnull(number);
        ck_assert_uint_eq(*number, i);
    }
    ck_assert_ptr_null(map_find(&m, SPAN("n5000")));
    map_put(&m, SPAN("n7"), &is_new);
    ck_assert(!is_new);
    map_release(&m);
}
END_TEST

START_TEST(the_empty_name_is_a_name_too)
{
    map m = MAP_INIT;
    bool is_new;

    ck_assert_ptr_null(map_find(&m, (span){NULL, 0}));
    *map_put(&m, (span){NULL, 0}, &is_new) = 3;
    ck_assert(is_new);
    ck_assert_uint_eq(*map_find(&m, SPAN("")), 3);
    map_clear(&m);
    ck_assert_ptr_null(map_find(&m, SPAN("")));
    map_release(&m);
}
END_TEST

START_TEST(a_hash_is_the_published_one_and_goes_on)
{
    /* Test vectors of the authors of FNV. */
    ck_assert_uint_eq(hash_of(SPAN("")), UINT64_C(0xCBF29CE484222325));
    ck_assert_uint_eq(hash_of(SPAN("a")), UINT64_C(0xAF63DC4C8601EC8C));
    ck_assert_uint_eq(hash_of(SPAN("foobar")), UINT64_C(0x85944171F73967E8));
    ck_assert_uint_eq(
        hash_add(hash_of(SPAN("foo")), SPAN("bar")), hash_of(SPAN("foobar")));
}
END_TEST

UNIT_MAIN("map", finds_all_of_many_names_and_no_other,
    the_empty_name_is_a_name_too, a_hash_is_the_published_one_and_goes_on)
