#include "common/text/normalize.h"

#include "common/base/strbuf.h"
#include "tests/unit/unit.h"

struct row {
    const char *source, *want;
};

START_TEST(cleans_what_people_paste)
{
    static const struct row rows[] = {
        {"", ""},
        {"Tội phạm", "Tội phạm"},
        {"a\r\nb\rc\vd\fe\xC2\x85g\xE2\x80\xA8h", "a\nb\nc\nd\ne\ng\nh"},
        {"a\xC2\xA0\xE2\x80\xAF\xE3\x80\x80"
         "b\tc",
            "a   b\tc"},
        {"to\xCC\x82\xCC\xA3i", "tội"},
        {"to\xCC\xA3\xCC\x82i", "tội"},
        {"t\xC3\xA9\xCC\x82", "tế"}, /* é + circumflex */
        {"m\xC3\xB3\xCC\x9B"
         "i",
            "mới"}, /* ó + horn */
        {"qu\xC3\xB4\xCC\x81\xCC\x81"
         "c",
            "quốc"}, /* the same tone twice */
        {"te\xCD\x8F\xCC\x82\xCD\x8F\xCC\x81", "tế"},
        {"\xC3\x90\xE1\xBA\xA3ng", "Đảng"}, /* eth */
        {"\xC6\x89"
         "i\xC3\xB0i",
            "Điđi"},
        {"\xC7\x8E\xCC\x81n", "ắn"}, /* a with caron */
        {"a\xCC\x8C", "ă"},
        {"so\xC2\xAD he\xE2\x80\x8D\xEF\xBB\xBF", "so he"},
        {"tội\xE2\x80\x8Bphạm", "tội phạm"}, /* two syllables */
        {"ng\xE2\x80\x8Bười", "người"},      /* one */
        {"a\xFF"
         "b",
            "a\xEF\xBF\xBD"
            "b"},
        {"a\x01\x7F\xC2\x96"
         "b",
            "a   b"},
        {" \xCC\x81z", " \xCC\x81z"},
        {"u\xCC\x88\xCC\x81", "ǘ"}, /* no Vietnamese letter */
        {"\xE1\x84\x80\xE1\x85\xA1\xE1\x86\xA8", "각"},
    };
    arena a = ARENA_INIT;

    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        ck_assert_span_eq(
            normalize_clean(&a, span_of(rows[i].source)).text, rows[i].want);
    arena_release(&a);
}
END_TEST

START_TEST(clean_text_comes_back_as_it_is)
{
    span source = SPAN("Điều 1. Phạm vi điều chỉnh\n\t1. “Ủy ban” – §");
    arena a = ARENA_INIT;
    clean_text got = normalize_clean(&a, source);

    ck_assert_ptr_eq(got.text.ptr, source.ptr);
    ck_assert_uint_eq(got.map.count, 0);
    ck_assert_uint_eq(got.invalid, 0);
    ck_assert_uint_eq(a.used, 0);
    arena_release(&a);
}
END_TEST

START_TEST(counts_bytes_that_are_no_utf8)
{
    arena a = ARENA_INIT;
    clean_text got =
        normalize_clean(&a, SPAN("a\xC0\xAF\xED\xA0\x80z\xE1\xBB"));

    ck_assert_uint_eq(got.invalid, 7);
    arena_release(&a);
}
END_TEST

START_TEST(maps_every_place_to_its_source)
{
    span source = SPAN("a\r\nte\xCC\x82\xCC\x81 \xE2\x80\x8D\xC3\x90z");
    static const struct {
        const char *text;
        size_t source;
    } places[] = {{"a", 0}, {"\n", 2}, {"t", 3}, {"ế", 4}, {" ", 9}, {"Đ", 13},
        {"z", 15}};
    arena a = ARENA_INIT;
    clean_text got = normalize_clean(&a, source);

    for (size_t i = 0; i < sizeof places / sizeof *places; i++) {
        size_t at = span_find(got.text, span_of(places[i].text), 0);

        ck_assert_uint_eq(offset_map_source(&got.map, at), places[i].source);
    }
    ck_assert_uint_eq(offset_map_source(&got.map, got.text.len), source.len);
    arena_release(&a);
}
END_TEST

START_TEST(many_marks_cost_linear_time)
{
    strbuf text = STRBUF_INIT;
    arena a = ARENA_INIT;

    for (int i = 0; i < 1000000; i++)
        strbuf_add_string(&text, i % 2 ? "\xCC\xA3" : "\xCC\x81");
    ck_assert_uint_gt(normalize_clean(&a, strbuf_span(&text)).text.len, 0);
    strbuf_release(&text);
    arena_release(&a);
}
END_TEST

START_TEST(canonical_has_one_tone_style_and_keeps_case)
{
    static const struct row rows[] = {
        {"Cộng hoà Xã hội", "Cộng hòa Xã hội"},
        {"THUỶ ĐIỆN", "THỦY ĐIỆN"},
        {"Đảm baỏ chất lựơng", "Đảm bảo chất lượng"},
        {"khoẻ, loà xoà; quý", "khỏe, lòa xòa; quý"},
        {"hoà_bình/hoà1", "hòa_bình/hòa1"},
        {"café Zürich", "café Zürich"},
        {"kỉ niệm", "kỉ niệm"},
    };
    arena a = ARENA_INIT;

    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        ck_assert_span_eq(
            normalize_canonical(&a, span_of(rows[i].source)), rows[i].want);
    arena_release(&a);
}
END_TEST

START_TEST(folded_is_words_with_one_blank)
{
    static const struct row rows[] = {
        {"  Nghị quyết số 57-NQ/TW, “Đột phá”. ",
            "nghi quyet so 57 nq tw dot pha"},
        {"...", ""},
        {"Łódź", "lodz"},
    };
    arena a = ARENA_INIT;

    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        ck_assert_span_eq(
            normalize_folded(&a, span_of(rows[i].source)), rows[i].want);
    arena_release(&a);
}
END_TEST

UNIT_MAIN("normalize", cleans_what_people_paste, clean_text_comes_back_as_it_is,
    counts_bytes_that_are_no_utf8, maps_every_place_to_its_source,
    many_marks_cost_linear_time, canonical_has_one_tone_style_and_keeps_case,
    folded_is_words_with_one_blank)
