#include "common/text/legacy.h"

#include "common/text/utf8.h"
#include "tests/unit/unit.h"

struct row {
    encoding from;
    const char *surface; /* the bytes as Latin-1, in UTF-8 */
    const char *want;
};

static const struct row rows[] = {
    {ENCODING_TCVN3, "Céng hoµ x· héi chñ nghÜa ViÖt Nam",
        "Cộng hoà xã hội chủ nghĩa Việt Nam"},
    {ENCODING_TCVN3, "§éc lËp - Tù do - H¹nh phóc",
        "Độc lập - Tự do - Hạnh phúc"},
    {ENCODING_TCVN3, "Th«ng t\xC2\xAD h\xC2\xAD\xC3\xADng dÉn thùc hiÖn",
        "Thông tư hướng dẫn thực hiện"},
    {ENCODING_TCVN3, "NghÞ quyÕt cña Ban ChÊp hµnh Trung \xC2\xAD¬ng",
        "Nghị quyết của Ban Chấp hành Trung ương"},
    {ENCODING_TCVN3, "QUYÕT §ÞNH cña Bé tr\xC2\xADëng",
        "QUYẾT ĐỊNH của Bộ trưởng"},
    {ENCODING_VNI, "Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam",
        "Cộng hòa xã hội chủ nghĩa Việt Nam"},
    {ENCODING_VNI, "UÛY BAN NHAÂN DAÂN TÆNH ÑAËT SAÜN ÔÛ ÑAÁT",
        "ỦY BAN NHÂN DÂN TỈNH ĐẶT SẴN Ở ĐẤT"},
    {ENCODING_VNI, "Caên cöù Luaät Toå chöùc HÑND vaø UBND",
        "Căn cứ Luật Tổ chức HĐND và UBND"},
    {ENCODING_VNI, "quyeát ñònh naøy coù hieäu löïc thi haønh töø ngaøy kyù",
        "quyết định này có hiệu lực thi hành từ ngày ký"},
};

static void
as_bytes(strbuf *out, span surface)
{
    size_t at = 0;

    strbuf_clear(out);
    while (at < surface.len)
        strbuf_add_char(out, (char)utf8_next(surface, &at));
}

START_TEST(recognises_and_decodes_bytes_and_mojibake)
{
    strbuf bytes = STRBUF_INIT, out = STRBUF_INIT;

    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        span surface = span_of(rows[i].surface);

        as_bytes(&bytes, surface);
        ck_assert_int_eq(legacy_detect(strbuf_span(&bytes)), rows[i].from);
        ck_assert_int_eq(legacy_detect(surface), rows[i].from);
        strbuf_clear(&out);
        legacy_decode(&out, strbuf_span(&bytes), rows[i].from);
        ck_assert_span_eq(strbuf_span(&out), rows[i].want);
        strbuf_clear(&out);
        legacy_decode(&out, surface, rows[i].from);
        ck_assert_span_eq(strbuf_span(&out), rows[i].want);
    }
    strbuf_release(&bytes);
    strbuf_release(&out);
}
END_TEST

START_TEST(leaves_other_texts_alone)
{
    static const char *const texts[] = {"", "plain text of no language",
        "Tiếng Việt đã là Unicode; chỉ số tăng 5 − 3 điểm",
        "El señor niño mañana español años también está aquí",
        "größe Straße für über schön müde Bücher Äpfel",
        "Les élèves ont été reçus à l'école où Noël fut fêté"};

    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        ck_assert_msg(
            legacy_detect(span_of(texts[i])) == ENCODING_UTF8, "%s", texts[i]);
    ck_assert_int_eq(
        legacy_detect(SPAN("\xFF\x80\x81 \xC0 \xF5")), ENCODING_UNKNOWN);
}
END_TEST

START_TEST(signs_between_words_stay_signs)
{
    strbuf out = STRBUF_INIT;

    legacy_decode(&out, SPAN("nhµ n−íc, x∙ héi, t¨ng 5 − 3"), ENCODING_TCVN3);
    ck_assert_span_eq(strbuf_span(&out), "nhà nước, xã hội, tăng 5 − 3");
    strbuf_release(&out);
}
END_TEST

START_TEST(reads_utf16_with_and_without_a_mark)
{
    static const char little[] = "\xFF\xFE\x11\x01\xC3\x1E\x3D\xD8\x00\xDE";
    static const char big[] = "\xFE\xFF\x01\x11\x1E\xC3\xD8\x3D\xDE\x00";
    static const char bare[] = "a\0b\0c\0\n\0d\0e\0";
    strbuf out = STRBUF_INIT;
    span s = {little, sizeof little - 1};

    ck_assert_int_eq(legacy_detect(s), ENCODING_UTF16LE);
    legacy_decode(&out, s, ENCODING_UTF16LE);
    ck_assert_span_eq(strbuf_span(&out), "để😀");
    s = (span){big, sizeof big - 1};
    ck_assert_int_eq(legacy_detect(s), ENCODING_UTF16BE);
    strbuf_clear(&out);
    legacy_decode(&out, s, ENCODING_UTF16BE);
    ck_assert_span_eq(strbuf_span(&out), "để😀");
    s = (span){bare, sizeof bare - 1};
    ck_assert_int_eq(legacy_detect(s), ENCODING_UTF16LE);
    strbuf_clear(&out);
    legacy_decode(&out, (span){little, 3}, ENCODING_UTF16LE);
    ck_assert_span_eq(strbuf_span(&out), "\xEF\xBF\xBD");
    strbuf_release(&out);
}
END_TEST

START_TEST(a_broken_byte_does_not_make_unicode_legacy)
{
    strbuf out = STRBUF_INIT;
    span s = SPAN("Nghị quyết của Bộ Chính trị về phát tri\xE1\xBBn kinh tế");

    ck_assert_int_eq(legacy_detect(s), ENCODING_UNKNOWN);
    legacy_decode(&out, s, ENCODING_UNKNOWN);
    ck_assert(utf8_is_valid(strbuf_span(&out)));
    ck_assert(span_starts_with(strbuf_span(&out), SPAN("Nghị quyết của")));
    strbuf_release(&out);
}
END_TEST

UNIT_MAIN("legacy", recognises_and_decodes_bytes_and_mojibake,
    leaves_other_texts_alone, signs_between_words_stay_signs,
    reads_utf16_with_and_without_a_mark,
    a_broken_byte_does_not_make_unicode_legacy)
