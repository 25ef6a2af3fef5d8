#include "common/text/syllable.h"

#include "tests/unit/unit.h"

static const char *const tones[][2] = {
    {"hoà", "hòa"},
    {"hòa", "hòa"},
    {"khoẻ", "khỏe"},
    {"thuỷ", "thủy"},
    {"qúy", "quý"},
    {"quí", "quý"},
    {"gìa", "già"},
    {"gì", "gì"},
    {"gìn", "gìn"},
    {"giưã", "giữa"},
    {"cuả", "của"},
    {"hụê", "huệ"},
    {"lựơng", "lượng"},
    {"hòang", "hoàng"},
    {"ngòai", "ngoài"},
    {"dạị", "dại"},
    {"tội", "tội"},
    {"yến", "yến"},
    {"uống", "uống"},
    {"kỉ", "kỷ"},
    {"lí", "lý"},
    {"quít", "quýt"},
    {"hi", "hy"},
    {"thi", "thi"},
    {"vi", "vi"},
    {"nghỉ", "nghỉ"},
    {"tin", "tin"},
    {"ai", "ai"},
    {"í", "í"},
    {"stroke", "stroke"},
    {"café", "café"},
    {"àá", "àá"},
    {"", ""},
    {"2020", "2020"},
    {"đ", "đ"},
};

START_TEST(puts_the_tone_where_the_old_style_has_it)
{
    char out[64];

    for (size_t i = 0; i < sizeof tones / sizeof *tones; i++) {
        size_t length = syllable_canonical(out, span_of(tones[i][0]));

        ck_assert_span_eq(((span){out, length}), tones[i][1]);
    }
}
END_TEST

START_TEST(canonical_forms_are_their_own)
{
    char out[64];

    for (size_t i = 0; i < sizeof tones / sizeof *tones; i++) {
        size_t length = syllable_canonical(out, span_of(tones[i][1]));

        ck_assert_span_eq(((span){out, length}), tones[i][1]);
    }
}
END_TEST

START_TEST(placing_a_tone_keeps_case_and_spelling)
{
    static const char *const rows[][2] = {
        {"HOÀ", "HÒA"}, {"Thuỷ", "Thủy"}, {"kỉ", "kỉ"}, {"QUÍ", "QUÍ"}};
    char out[64];

    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        size_t length = syllable_place_tone(out, span_of(rows[i][0]));

        ck_assert_span_eq(((span){out, length}), rows[i][1]);
    }
}
END_TEST

START_TEST(tells_syllables_from_other_words)
{
    static const char *const yes[] = {"tiếng", "nghiêng", "a", "ở", "đường",
        "quốc", "giếng", "gì", "yêu", "khuya", "xoong", "hoặc", "quynh"};
    static const char *const no[] = {"tiêngs", "stroke", "law", "cac", "bàc",
        "đ", "qd", "", "2020", "tiế ng", "nghiêngh", "zoo", "hđnd"};

    for (size_t i = 0; i < sizeof yes / sizeof *yes; i++)
        ck_assert_msg(syllable_is_valid(span_of(yes[i])), "%s", yes[i]);
    for (size_t i = 0; i < sizeof no / sizeof *no; i++)
        ck_assert_msg(!syllable_is_valid(span_of(no[i])), "%s", no[i]);
}
END_TEST

START_TEST(ids_are_stable_and_known_ones_are_small)
{
    static const char *const known[] = {"a", "toi", "nghieng", "quyt", "gi",
        "gia", "giac", "cac", "duong", "hanh", "uyen", "y"};
    static const char *const other[] = {"qd", "2020", "tw", "stroke", ""};
    unsigned char seen[SYLLABLE_ID_KNOWN] = {0};

    for (size_t i = 0; i < sizeof known / sizeof *known; i++) {
        uint16_t id = syllable_id(span_of(known[i]));

        ck_assert_msg(syllable_is_folded(span_of(known[i])), "%s", known[i]);
        ck_assert_uint_gt(id, SYLLABLE_ID_END);
        ck_assert_uint_lt(id, SYLLABLE_ID_KNOWN);
        ck_assert_msg(!seen[id]++, "%s", known[i]);
    }
    for (size_t i = 0; i < sizeof other / sizeof *other; i++) {
        ck_assert_msg(!syllable_is_folded(span_of(other[i])), "%s", other[i]);
        ck_assert_uint_ge(syllable_id(span_of(other[i])), SYLLABLE_ID_KNOWN);
    }
    /* Stored in every index: these change with SYLLABLE_VERSION only. */
    ck_assert_int_eq(SYLLABLE_VERSION, 1);
    ck_assert_uint_eq(syllable_id(SPAN("a")), 1);
}
END_TEST

UNIT_MAIN("syllable", puts_the_tone_where_the_old_style_has_it,
    canonical_forms_are_their_own, placing_a_tone_keeps_case_and_spelling,
    tells_syllables_from_other_words, ids_are_stable_and_known_ones_are_small)
