#include "common/base/span.h"

#include <stdint.h>

#include "tests/unit/unit.h"

START_TEST(finds_from_a_place_on)
{
    span text = SPAN("abcabc");

    ck_assert_uint_eq(span_find(text, SPAN("bc"), 0), 1);
    ck_assert_uint_eq(span_find(text, SPAN("bc"), 2), 4);
    ck_assert_uint_eq(span_find(text, SPAN("x"), 0), SIZE_MAX);
    ck_assert_uint_eq(span_find(text, SPAN("abcabca"), 0), SIZE_MAX);
}
END_TEST

START_TEST(takes_lines_without_their_ends)
{
    span rest = SPAN("one\r\n\ntwo"), line;

    ck_assert(span_next_line(&rest, &line));
    ck_assert_span_eq(line, "one");
    ck_assert(span_next_line(&rest, &line));
    ck_assert_span_eq(line, "");
    ck_assert(span_next_line(&rest, &line));
    ck_assert_span_eq(line, "two");
    ck_assert(!span_next_line(&rest, &line));
}
END_TEST

START_TEST(takes_empty_fields_too)
{
    span rest = SPAN("a,,b,"), field;
    const char *want[] = {"a", "", "b", ""};

    for (size_t i = 0; i < 4; i++) {
        ck_assert(span_next_field(&rest, ',', &field));
        ck_assert_span_eq(field, want[i]);
    }
    ck_assert(!span_next_field(&rest, ',', &field));
}
END_TEST

UNIT_MAIN("span", finds_from_a_place_on, takes_lines_without_their_ends,
    takes_empty_fields_too)
