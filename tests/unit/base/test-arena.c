#include "common/base/arena.h"

#include <stdint.h>

#include "common/base/strbuf.h"
#include "common/base/vec.h"
#include "tests/unit/unit.h"

START_TEST(gives_aligned_zeroed_memory)
{
    arena a = ARENA_INIT;

    for (size_t size = 0; size < 100000; size = size * 3 + 1) {
        char *p = arena_take(&a, size);

        ck_assert_uint_eq((uintptr_t)p % 16, 0);
        for (size_t i = 0; i < size; i++)
            ck_assert_int_eq(p[i], 0);
        memset(p, 0xAA, size);
    }
    arena_release(&a);
}
END_TEST

START_TEST(resizes_the_newest_piece_where_it_stands)
{
    arena a = ARENA_INIT;
    char *first = arena_resize(&a, NULL, 0, 100), *second;

    strcpy(first, "first");
    ck_assert_ptr_eq(arena_resize(&a, first, 100, 1000), first);
    ck_assert_ptr_eq(arena_resize(&a, first, 1000, 10), first);
    ck_assert_uint_eq(a.used, 16);
    second = arena_take(&a, 10);
    ck_assert_ptr_eq(second, first + 16);
    ck_assert_ptr_ne(arena_resize(&a, first, 10, 20), first);
    second = arena_resize(&a, first, 10, 1000000);
    ck_assert_str_eq(second, "first");
    ck_assert_str_eq(first, "first");
    arena_release(&a);
}
END_TEST

START_TEST(is_usable_after_a_reset)
{
    arena a = ARENA_INIT;

    for (int round = 0; round < 3; round++) {
        for (int i = 0; i < 1000; i++)
            ck_assert_span_eq(arena_print(&a, "%d-%s", i, "CT/TW"),
                arena_string(&a, arena_print(&a, "%d-CT/TW", i)));
        arena_reset(&a);
    }
    arena_release(&a);
    ck_assert_ptr_null(a.block);
}
END_TEST

START_TEST(a_strbuf_grows_and_stays_a_string)
{
    strbuf b = STRBUF_INIT;

    for (int i = 0; i < 1000; i++)
        strbuf_print(&b, "%03d", i);
    ck_assert_uint_eq(b.len, 3000);
    ck_assert_uint_eq(strlen(b.ptr), 3000);
    ck_assert_int_eq(memcmp(b.ptr + 2997, "999", 3), 0);
    strbuf_clear(&b);
    ck_assert_str_eq(b.ptr, "");
    strbuf_release(&b);
}
END_TEST

START_TEST(a_vec_keeps_what_was_pushed)
{
    VEC(span) lines = VEC_INIT;

    for (size_t i = 0; i < 1000; i++)
        vec_push(&lines, (span){"abc", i % 4});
    ck_assert_uint_eq(lines.count, 1000);
    for (size_t i = 0; i < 1000; i++)
        ck_assert_uint_eq(lines.at[i].len, i % 4);
    vec_release(&lines);
    ck_assert_uint_eq(lines.room, 0);
}
END_TEST

UNIT_MAIN("arena", gives_aligned_zeroed_memory,
    resizes_the_newest_piece_where_it_stands, is_usable_after_a_reset,
    a_strbuf_grows_and_stays_a_string, a_vec_keeps_what_was_pushed)
