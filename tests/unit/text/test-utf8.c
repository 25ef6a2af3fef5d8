#include "common/text/utf8.h"

#include "tests/unit/unit.h"

START_TEST(reads_both_ways_what_it_writes)
{
    static const uint32_t codes[] = {
        1, 0x7F, 0x80, 0x7FF, 0x800, 0xD7FF, 0xE000, 0xFFFF, 0x10000, 0x10FFFF};
    char bytes[4];

    for (size_t i = 0; i < sizeof codes / sizeof *codes; i++) {
        span s = {bytes, utf8_put(bytes, codes[i])};
        size_t at = 0;

        ck_assert(utf8_is_valid(s));
        ck_assert_uint_eq(utf8_next(s, &at), codes[i]);
        ck_assert_uint_eq(at, s.len);
        ck_assert_uint_eq(utf8_previous(s, &at), codes[i]);
        ck_assert_uint_eq(at, 0);
    }
}
END_TEST

START_TEST(refuses_what_is_no_utf8)
{
    static const char *const rows[] = {"\x80", "\xC0\x80", "\xC1\xBF",
        "\xE0\x9F\xBF", "\xED\xA0\x80", "\xF0\x8F\xBF\xBF", "\xF4\x90\x80\x80",
        "\xF5\x80\x80\x80", "\xE1\xBB", "\xC3", "abcdefgh\xFFijklmnop"};

    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        ck_assert_msg(!utf8_is_valid(span_of(rows[i])), "row %zu", i);
}
END_TEST

START_TEST(a_bad_byte_moves_by_one)
{
    span s = SPAN("\xE1\xBBz");
    size_t at = 0;

    ck_assert_uint_eq(utf8_next(s, &at), UTF8_REPLACEMENT);
    ck_assert_uint_eq(at, 1);
    at = 2;
    ck_assert_uint_eq(utf8_previous(s, &at), UTF8_REPLACEMENT);
    ck_assert_uint_eq(at, 1);
}
END_TEST

START_TEST(repairs_and_counts)
{
    strbuf out = STRBUF_INIT;

    ck_assert_uint_eq(utf8_repair(&out, SPAN("t\xFF\xE1\xBBội")), 3);
    ck_assert_span_eq(
        strbuf_span(&out), "t\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBDội");
    ck_assert_uint_eq(utf8_count(strbuf_span(&out)), 6);
    strbuf_release(&out);
}
END_TEST

UNIT_MAIN("utf8", reads_both_ways_what_it_writes, refuses_what_is_no_utf8,
    a_bad_byte_moves_by_one, repairs_and_counts)
