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
    {ENCODING_VISCII, "Cån cÑ Lu§t T± chÑc Hµi ð°ng nhân dân",
        "Căn cứ Luật Tổ chức Hội đồng nhân dân"},
    {ENCODING_VISCII,
        "C\xC2\x93NG H\xC3\x92"
        "A X\xC3\x83 H\xC2\x93I CH\xC2\x9C NGH\xC3\x8E"
        "A VI\xC2\x8ET NAM",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"},
    {ENCODING_VISCII, "Quyªt ð¸nh này có hi®u lñc t× ngày ký",
        "Quyết định này có hiệu lực từ ngày ký"},
    {ENCODING_VPS, "Cæn cÙ LuÆt T° chÙc H¶i ÇÒng nhân dân",
        "Căn cứ Luật Tổ chức Hội đồng nhân dân"},
    {ENCODING_VPS, "C\x12NG H¼A X\xC2\x82 H\x12I CHÑ NGH¸A VI\x06T NAM",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"},
    {ENCODING_VPS, "Quy\xC2\x89t ÇÎnh này có hi\xC2\x8Cu l¿c tØ ngày k\xC2\x9A",
        "Quyết định này có hiệu lực từ ngày ký"},
    {ENCODING_1258, "Cãn cýì Luâòt TôÒ chýìc Hôòi ðôÌng nhân dân",
        "Căn cứ Luật Tổ chức Hội đồng nhân dân"},
    {ENCODING_1258, "CÔòNG HOÌA XAÞ HÔòI CHUÒ NGHIÞA VIÊòT NAM",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"},
    {ENCODING_1258, "Quyêìt ðiònh này có hiêòu lýòc týÌ ngày kyì",
        "Quyết định này có hiệu lực từ ngày ký"},
};

static void
as_bytes(strbuf *out, span surface)
{
    size_t at = 0;

    strbuf_clear(out);
    while (at < surface.len)
        strbuf_add_char(out, (char)utf8_next(surface, &at));
}

static void
check_read(span given, const struct row *r)
{
    arena a = ARENA_INIT;
    legacy_text got = legacy_read(&a, given);

    ck_assert_msg(got.encoding == r->from, "%s: %s, not %s", r->want,
        encoding_name(got.encoding), encoding_name(r->from));
    ck_assert_uint_eq(got.found, 1u << r->from);
    ck_assert_span_eq(got.text, r->want);
    ck_assert(!got.unreadable);
    ck_assert_uint_eq(offset_map_source(&got.map, got.text.len), given.len);
    arena_release(&a);
}

START_TEST(recognises_and_decodes_bytes_and_mojibake)
{
    strbuf bytes = STRBUF_INIT, out = STRBUF_INIT;

    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        span surface = span_of(rows[i].surface);

        as_bytes(&bytes, surface);
        check_read(strbuf_span(&bytes), &rows[i]);
        check_read(surface, &rows[i]);
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
        "Les élèves ont été reçus à l'école où Noël fut fêté",
        "São precisas ações: não há razões, só opiniões; a mãe e a irmã",
        "Við þurfum að lesa þetta, því að öll börn eiga rétt á því",
        "Nghị quyết về diện tích 100 m², 30°C, Müller & Söhne, Citroën",
        "Thuì quì gối, quình quàng, qui định, boòng, xoòng xoọc, cái goòng",
        "ð Khí gây bỏng\nð Chất độc\nð Hơi cay\nð Chất nổ\nð Khí gây ngạt"};
    arena a = ARENA_INIT;

    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        legacy_text got = legacy_read(&a, span_of(texts[i]));

        ck_assert_msg(got.encoding == ENCODING_UTF8, "%s", texts[i]);
        ck_assert_msg(!got.found && !got.unreadable, "%s", texts[i]);
        ck_assert_ptr_eq(got.text.ptr, texts[i]);
    }
    ck_assert_int_eq(legacy_read(&a, SPAN("\xFF\x80\x81 \xC0 \xF5")).encoding,
        ENCODING_UNKNOWN);
    arena_release(&a);
}
END_TEST

/* A line of its own encoding among others. */
static const struct mixed {
    const char *given, *want;
    encoding encoding;
    unsigned found;
} mixed_rows[] = {
    {"QUYÕT §ÞNH vÒ viÖc ban hµnh quy chÕ lµm viÖc\n"
     "Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015;\n"
     "Theo đề nghị của Chánh Văn phòng Ủy ban nhân dân tỉnh tại Tờ trình",
        "QUYẾT ĐỊNH về việc ban hành quy chế làm việc\n"
        "Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015;\n"
        "Theo đề nghị của Chánh Văn phòng Ủy ban nhân dân tỉnh tại Tờ trình",
        ENCODING_UTF8, 1u << ENCODING_TCVN3},
    {"Điều 1. Quyết định này có hiệu lực kể từ ngày ký\n"
     "Ñieàu 2. Chaùnh Vaên phoøng Uûy ban nhaân daân chòu traùch nhieäm\n"
     "Nơi nhận: như Điều 2",
        "Điều 1. Quyết định này có hiệu lực kể từ ngày ký\n"
        "Điều 2. Chánh Văn phòng Ủy ban nhân dân chịu trách nhiệm\n"
        "Nơi nhận: như Điều 2",
        ENCODING_UTF8, 1u << ENCODING_VNI},
    /* What is short follows what is found elsewhere. */
    {"Bé Tµi chÝnh th«ng b¸o kÕt qu¶ thùc hiÖn\n"
     "Phụ lục kèm theo thông báo này gồm những nội dung sau đây:\n"
     "KÕ to¸n tr­ëng\n"
     "Người lập biểu ký tên, ghi rõ họ và tên của mình tại đây\n",
        "Bộ Tài chính thông báo kết quả thực hiện\n"
        "Phụ lục kèm theo thông báo này gồm những nội dung sau đây:\n"
        "Kế toán trưởng\n"
        "Người lập biểu ký tên, ghi rõ họ và tên của mình tại đây\n",
        ENCODING_UTF8, 1u << ENCODING_TCVN3},
    /* Fewer letters than prove anything. */
    {"Số liệu của nhân viên c«ng ty cho thấy rằng mọi việc đều tốt đẹp",
        "Số liệu của nhân viên c«ng ty cho thấy rằng mọi việc đều tốt đẹp",
        ENCODING_UTF8, 0},
    /* UTF-8 taken for windows-1252, and encoded again. */
    {"Nghá»‹ quyáº¿t cá»§a Bá»™ ChÃ\xC2\xADnh trá»‹ vá» káº¿t quáº£ 5 nÄƒm",
        "Nghị quyết của Bộ Chính trị vá» kết quả 5 năm", ENCODING_TWICE,
        1u << ENCODING_TWICE},
    /* The codes of a font of symbols. */
    {"C\xEF\x83\xA9ng h\xEF\x83\xB2"
     "a x\xEF\x82\xB7 h\xEF\x83\xA9i c\xEF\x83\xA9ng"
     " \xEF\x82\xB7 vi\xEF\x83\x96t",
        "Cộng hũa xã hội cộng \xEF\x82\xB7 việt", ENCODING_TCVN3,
        1u << ENCODING_TCVN3},
};

START_TEST(decodes_the_blocks_that_need_it)
{
    for (size_t i = 0; i < sizeof mixed_rows / sizeof *mixed_rows; i++) {
        const struct mixed *r = &mixed_rows[i];
        arena a = ARENA_INIT;
        legacy_text got = legacy_read(&a, span_of(r->given));

        ck_assert_span_eq(got.text, r->want);
        ck_assert_msg(got.encoding == r->encoding, "%zu: %s", i,
            encoding_name(got.encoding));
        ck_assert_uint_eq(got.found, r->found);
        arena_release(&a);
    }
}
END_TEST

START_TEST(mixed_bytes_are_read_line_by_line)
{
    arena a = ARENA_INIT;
    legacy_text got =
        legacy_read(&a, SPAN("Căn cứ Luật Tổ chức chính quyền địa phương\n"
                             "C\xA8n c\xF8 NghÞ \xAE\xDEnh s\xE8 15/CP c\xF1"
                             "a ChÝnh ph\xF1\n"
                             "C\xA8n c\xF8 Ngh\xDE \xAE\xDEnh s\xE8 16/CP c\xF1"
                             "a Ch\xDDnh ph\xF1"
                             " v\xD2 qu\xB6n l\xFD\n"));

    ck_assert(span_starts_with(
        got.text, SPAN("Căn cứ Luật Tổ chức chính quyền địa phương\n")));
    ck_assert(span_ends_with(got.text,
        SPAN("Căn cứ Nghị định số 16/CP của Chính phủ về quản lý\n")));
    ck_assert_int_eq(got.encoding, ENCODING_TCVN3);
    arena_release(&a);
}
END_TEST

START_TEST(what_moved_is_found_in_the_source)
{
    static const char given[] = "Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam";
    arena a = ARENA_INIT;
    legacy_text got = legacy_read(&a, span_of(given));
    size_t here = span_find(got.text, SPAN("nghĩa"), 0);
    size_t there = span_find(span_of(given), SPAN("nghóa"), 0);

    ck_assert_uint_eq(offset_map_source(&got.map, here), there);
    arena_release(&a);
}
END_TEST

START_TEST(the_h_fonts_draw_capitals)
{
    static const char *const lines[][2] = {{"QUYÕT §ÞNH", "QUYẾT ĐỊNH"},
        {"Bé NéI Vô vµ UBND tØnh", "BỘ NỘI VỤ và UBND tỉnh"},
        {"VÒ VIÖC BAN HµNH", "VỀ VIỆC BAN HÀNH"},
        {"Lª ThÞ Ph­¬ng ®Ó UBND ë", "Lê Thị Phương để UBND ở"},
        {"ë TØNH", "Ở TỈNH"}, {"Vµ", "Và"}};
    strbuf out = STRBUF_INIT;

    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++) {
        strbuf_clear(&out);
        legacy_decode(&out, span_of(lines[i][0]), ENCODING_TCVN3);
        ck_assert_span_eq(strbuf_span(&out), lines[i][1]);
    }
    strbuf_release(&out);
}
END_TEST

START_TEST(says_when_a_text_stays_unreadable)
{
    /* Vietware-X, of which we have no table. */
    static const char text[] =
        "Cêng hoìa xaî hêûi chuí nghiîa Viïût Nam Àöûc lêûp Tû do Haûnh phuïc "
        "Uíy ban nhên dên tónh Bònh Phûúùc Quyïët àõnh vïì viïûc phï duyïût "
        "kïë hoaåch sûã duång àêët rûâng";
    arena a = ARENA_INIT;

    ck_assert(legacy_read(&a, span_of(text)).unreadable);
    arena_release(&a);
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

static void
check_utf16(span bytes, encoding from, const char *want)
{
    arena a = ARENA_INIT;
    legacy_text got = legacy_read(&a, bytes);

    ck_assert_int_eq(got.encoding, from);
    ck_assert_span_eq(got.text, want);
    arena_release(&a);
}

START_TEST(reads_utf16_with_and_without_a_mark)
{
    static const char little[] = "\xFF\xFE\x11\x01\xC3\x1E\x3D\xD8\x00\xDE";
    static const char big[] = "\xFE\xFF\x01\x11\x1E\xC3\xD8\x3D\xDE\x00";
    static const char bare[] = "a\0b\0c\0\n\0d\0e\0";

    check_utf16((span){little, sizeof little - 1}, ENCODING_UTF16LE, "để😀");
    check_utf16((span){big, sizeof big - 1}, ENCODING_UTF16BE, "để😀");
    check_utf16((span){bare, sizeof bare - 1}, ENCODING_UTF16LE, "abc\nde");
    check_utf16((span){little, 3}, ENCODING_UTF16LE, "\xEF\xBF\xBD");
}
END_TEST

START_TEST(a_broken_byte_does_not_make_unicode_legacy)
{
    span s = SPAN("Nghị quyết của Bộ Chính trị về phát tri\xE1\xBBn kinh tế");
    arena a = ARENA_INIT;
    legacy_text got = legacy_read(&a, s);

    ck_assert_int_eq(got.encoding, ENCODING_UNKNOWN);
    ck_assert(utf8_is_valid(got.text));
    ck_assert(span_starts_with(got.text, SPAN("Nghị quyết của")));
    arena_release(&a);
}
END_TEST

UNIT_MAIN("legacy", recognises_and_decodes_bytes_and_mojibake,
    leaves_other_texts_alone, decodes_the_blocks_that_need_it,
    mixed_bytes_are_read_line_by_line, what_moved_is_found_in_the_source,
    the_h_fonts_draw_capitals, says_when_a_text_stays_unreadable,
    signs_between_words_stay_signs, reads_utf16_with_and_without_a_mark,
    a_broken_byte_does_not_make_unicode_legacy)
