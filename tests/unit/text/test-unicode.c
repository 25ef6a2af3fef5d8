#include "common/text/unicode.h"

#include "common/text/utf8.h"
#include "tests/unit/unit.h"

static uint32_t
code(const char *s)
{
    size_t at = 0;

    return utf8_next(span_of(s), &at);
}

START_TEST(folds_every_latin_letter_to_ascii)
{
    static const char *const rows[][2] = {{"Đ", "d"}, {"đ", "d"}, {"Ð", "d"},
        {"ð", "d"}, {"Ɖ", "d"}, {"ở", "o"}, {"Ự", "u"}, {"ỹ", "y"}, {"ł", "l"},
        {"Ø", "o"}, {"ß", "s"}, {"ñ", "n"}, {"İ", "i"}, {"Ａ", "a"}, {"٣", "3"},
        {"A", "a"}, {"7", "7"}, {"ж", "ж"}, {"한", "한"}, {"-", "-"}};

    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        ck_assert_msg(unicode_fold(code(rows[i][0])) == code(rows[i][1]), "%s",
            rows[i][0]);
    for (uint32_t c = 0xC0; c < 0x180; c++)
        if (unicode_class(c) == CHAR_LETTER)
            ck_assert_msg(unicode_fold(c) < 0x80, "%x", c);
    for (uint32_t c = 0x1EA0; c < 0x1EFA; c++)
        ck_assert_msg(unicode_fold(c) < 0x80, "%x", c);
}
END_TEST

START_TEST(takes_tones_off_and_puts_them_on)
{
    static const char *const vowels = "aăâeêioôơuưyAĂÂEÊIOÔƠUƯY";
    span s = span_of(vowels);
    size_t at = 0;

    while (at < s.len) {
        uint32_t letter = utf8_next(s, &at);

        for (int t = TONE_NONE; t <= TONE_DOT; t++) {
            uint32_t with = unicode_with_tone(letter, (tone)t);

            ck_assert_int_eq(unicode_tone(with), t);
            ck_assert_uint_eq(unicode_toneless(with), letter);
        }
    }
    ck_assert_uint_eq(unicode_with_tone('n', TONE_ACUTE), 'n');
    ck_assert_uint_eq(unicode_with_tone(code("ơ"), TONE_DOT), code("ợ"));
    ck_assert_int_eq(unicode_tone(code("ñ")), TONE_NONE);
}
END_TEST

START_TEST(knows_classes)
{
    static const struct {
        uint32_t code;
        char_class class;
    } rows[] = {{'a', CHAR_LETTER}, {'5', CHAR_DIGIT}, {' ', CHAR_SPACE},
        {'\n', CHAR_SPACE}, {'-', CHAR_OTHER}, {0x301, CHAR_MARK},
        {0xAD, CHAR_IGNORABLE}, {0x200B, CHAR_IGNORABLE},
        {0xFEFF, CHAR_IGNORABLE}, {0x34F, CHAR_IGNORABLE}, {0xA0, CHAR_SPACE},
        {0x3000, CHAR_SPACE}, {0x1EC7, CHAR_LETTER}, {0x2019, CHAR_OTHER},
        {0xBA, CHAR_OTHER}, {0xD800, CHAR_OTHER}, {0x1F600, CHAR_OTHER},
        {0xE0001, CHAR_IGNORABLE}, {0x110000, CHAR_OTHER}, {0, CHAR_OTHER}};

    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        ck_assert_msg(
            unicode_class(rows[i].code) == rows[i].class, "%x", rows[i].code);
}
END_TEST

START_TEST(lower_case_is_never_turkish)
{
    ck_assert_uint_eq(unicode_lower('I'), 'i');
    ck_assert_uint_eq(unicode_lower(0x130), 'i');
    ck_assert_uint_eq(unicode_lower(code("Ủ")), code("ủ"));
    ck_assert(unicode_is_upper(code("Đ")));
    ck_assert(!unicode_is_upper(code("đ")));
    ck_assert(!unicode_is_upper('1'));
}
END_TEST

START_TEST(tells_lookalikes_from_other_scripts)
{
    ck_assert_uint_eq(unicode_lookalike(code("Ð")), code("Đ"));
    ck_assert_uint_eq(unicode_lookalike(code("ǎ")), code("ă"));
    ck_assert_uint_eq(unicode_lookalike(code("а")), code("а"));
    ck_assert_uint_eq(unicode_confusable(code("а")), 'a');
    ck_assert_uint_eq(unicode_confusable(code("Ð")), code("Ð"));
    ck_assert(unicode_is_dash(0x2013) && unicode_is_dash('-'));
    ck_assert(unicode_is_apostrophe(0x2019) && !unicode_is_apostrophe('"'));
}
END_TEST

UNIT_MAIN("unicode", folds_every_latin_letter_to_ascii,
    takes_tones_off_and_puts_them_on, knows_classes,
    lower_case_is_never_turkish, tells_lookalikes_from_other_scripts)
