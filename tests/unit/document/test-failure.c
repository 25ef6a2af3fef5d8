#include "common/document/failure.h"

#include "common/document/stamp.h"
#include "tests/unit/unit.h"

static arena memory;

START_TEST(a_stamp_is_read_as_it_was_printed)
{
    const stamp all[] = {
        {.hash = 1, .size = 2, .time = 3, .root = SPAN("goc")},
        {.hash = UINT64_MAX,
            .size = 0,
            .time = 9,
            .rules = 7,
            .root = SPAN("a b/c d")},
        {.hash = 5, .size = 6, .time = 7, .encodings = 6, .root = SPAN("x")},
        {.hash = 5, .rules = 1, .encodings = UINT64_MAX, .root = SPAN("")},
    };

    for (size_t i = 0; i < sizeof all / sizeof *all; i++) {
        stamp s;

        ck_assert(stamp_parse(&s, stamp_print(&memory, &all[i])));
        ck_assert(s.hash == all[i].hash && s.size == all[i].size &&
                  s.time == all[i].time && s.rules == all[i].rules &&
                  s.encodings == all[i].encodings);
        ck_assert(span_equal(s.root, all[i].root));
    }
    arena_release(&memory);
}
END_TEST

START_TEST(what_is_no_stamp_is_refused)
{
    static const char *const bad[] = {"", " ", "1", "1 2", "1  3 goc",
        "1 2 x goc", "1 2 3+ goc", "1 2 3+g goc", "1 2 3+1+ goc",
        "11111111111111111 2 3 goc", "-1 2 3 goc"};
    stamp s;

    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        ck_assert_msg(!stamp_parse(&s, span_of(bad[i])), "%s", bad[i]);
}
END_TEST

START_TEST(a_failure_is_one_line_whatever_the_name_of_its_file)
{
    const failure f = {.stamp = SPAN("1 2 3 goc"),
        .fate = TRACUU_FAILED,
        .id = SPAN("goc/a\tb\nc\x7F.txt"),
        .reason = SPAN("binary\nnot\ttext")};
    span value = failure_print(&memory, &f);
    failure back;

    ck_assert(failure_parse(&back, value));
    ck_assert_int_eq(back.fate, TRACUU_FAILED);
    ck_assert_span_eq(back.id, "goc/a?b?c?.txt");
    ck_assert_span_eq(back.reason, "binary?not?text");
    ck_assert_span_eq(back.stamp, "1 2 3 goc");
    arena_release(&memory);
}
END_TEST

START_TEST(what_is_no_failure_is_refused)
{
    static const char *const bad[] = {"", "\t", "1 2 3 goc", "1 2 3 goc\t5",
        "1 2 3 goc\t5\t", "1 2 3 goc\t0\tid\twhy", "1 2 3 goc\t9\tid\twhy",
        "1 2 3 goc\t55\tid\twhy", "1 2 3 goc\t\tid\twhy"};
    failure f;

    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        ck_assert_msg(!failure_parse(&f, span_of(bad[i])), "%s", bad[i]);
}
END_TEST

UNIT_MAIN("failure", a_stamp_is_read_as_it_was_printed,
    what_is_no_stamp_is_refused,
    a_failure_is_one_line_whatever_the_name_of_its_file,
    what_is_no_failure_is_refused)
