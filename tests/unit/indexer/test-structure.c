#include "indexer/structure.h"

#include "common/base/strbuf.h"
#include "tests/unit/unit.h"

static void
read(document *d, const char *text)
{
    document_init(d);
    document_set_text(d, span_of(text));
    structure_read(d);
}

/* One line a section, two blanks for each level: "label|heading". */
static void
check_outline(const char *text, const char *want)
{
    document d;
    strbuf got = STRBUF_INIT;

    read(&d, text);
    for (size_t i = 0; i < d.section_count; i++) {
        const section *s = &d.sections[i];

        for (int up = s->parent; up >= 0; up = d.sections[up].parent)
            strbuf_add_string(&got, "  ");
        strbuf_print(
            &got, "%.*s|%.*s\n", SPAN_PRINT(s->label), SPAN_PRINT(s->heading));
    }
    ck_assert_msg(span_equal(strbuf_span(&got), span_of(want)),
        "got:\n%.*swant:\n%s", SPAN_PRINT(strbuf_span(&got)), want);
    strbuf_release(&got);
    document_release(&d);
}

START_TEST(reads_the_articles_of_the_state)
{
    check_outline("Chương I\nQUY ĐỊNH CHUNG\n\n"
                  "Điều 1. Phạm vi điều chỉnh\n"
                  "1. Luật này quy định.\na) Một;\nđ) Năm;\n2. Hai.\n"
                  "Điều 1a. Áp dụng\nChương II\nTHI HÀNH\nĐiều 2. Hiệu lực\n",
        "Chương I|QUY ĐỊNH CHUNG\n"
        "  Điều 1|Phạm vi điều chỉnh\n"
        "    khoản 1|\n"
        "      điểm a|\n"
        "    khoản 2|\n"
        "  Điều 1a|Áp dụng\n"
        "Chương II|THI HÀNH\n"
        "  Điều 2|Hiệu lực\n");
}
END_TEST

START_TEST(reads_the_sections_of_the_party)
{
    check_outline("I- TÌNH HÌNH\n1- Ưu điểm\nTốt.\n1.1. Về tổ chức\na) Một.\n"
                  "2- Hạn chế\nII - NHIỆM VỤ\n1- Chung\n",
        "I|TÌNH HÌNH\n"
        "  1|Ưu điểm\n"
        "    1.1|Về tổ chức\n"
        "      điểm a|\n"
        "  2|Hạn chế\n"
        "II|NHIỆM VỤ\n"
        "  1|Chung\n");
}
END_TEST

START_TEST(leaves_numbers_that_are_in_no_series)
{
    check_outline(
        "01/10/2025 07:30\n1-2 ngày\n1. Một.\n2020. Năm.\n7. Bảy.\n2. Hai.\n"
        "quy định tại\nĐiều 5 Nghị định này.\n",
        "1|\n2|\n");
}
END_TEST

START_TEST(keeps_the_numbers_of_a_quotation_to_itself)
{
    check_outline("Điều 1. Sửa đổi Luật\n1. Sửa khoản 2 như sau:\n"
                  "“2. Nội dung mới.\n3. Nội dung nữa.”.\n"
                  "2. Bổ sung Điều 9 như sau:\n“Điều 9. Mới\n1. Một.”\n"
                  "Điều 2. Thi hành\n",
        "Điều 1|Sửa đổi Luật\n"
        "  khoản 1|\n"
        "  khoản 2|\n"
        "Điều 2|Thi hành\n");
}
END_TEST

START_TEST(takes_a_wrapped_heading_and_no_sentence)
{
    check_outline("Điều 1. Nguyên tắc xác định giá dịch vụ kiểm định\n"
                  "thiết bị áp lực\n1. Một.\n"
                  "Điều 2. Quyết định này có hiệu lực kể từ ngày ký.\n",
        "Điều 1|Nguyên tắc xác định giá dịch vụ kiểm định thiết bị áp lực\n"
        "  khoản 1|\n"
        "Điều 2|\n");
}
END_TEST

START_TEST(finds_sections_where_line_ends_are_lost)
{
    document d;
    strbuf text = STRBUF_INIT;

    for (int i = 1; i <= 40; i++)
        strbuf_print(&text,
            "Điều %d. Phạm vi. Luật này quy định về công tác văn thư. ", i);
    read(&d, text.ptr);
    ck_assert_uint_eq(d.section_count, 40);
    ck_assert_span_eq(d.sections[39].label, "Điều 40");
    document_release(&d);
    strbuf_release(&text);
}
END_TEST

static void
check_zone(const document *d, const char *words, zone want)
{
    size_t at = span_find(d->text, span_of(words), 0);

    ck_assert_msg(at != SIZE_MAX, "'%s' is not there", words);
    ck_assert_msg(document_zone(d, at) == want, "'%s' is in %s", words,
        zone_name(document_zone(d, at)));
}

START_TEST(tells_the_zones_of_an_act)
{
    document d;

    read(&d, "ỦY BAN NHÂN DÂN\nTỈNH LÀO CAI\n-------\nSố: 12/QĐ-UBND\n"
             "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh "
             "phúc\nLào Cai, ngày 5 tháng 6 năm 2024\n\nQUYẾT ĐỊNH\n"
             "Về việc ban hành Quy chế văn thư\n\n"
             "Căn cứ Luật Lưu trữ;\nTheo đề nghị của Sở Nội vụ;\n\n"
             "QUYẾT ĐỊNH:\n\nĐiều 1. Ban hành Quy chế.\n"
             "Điều 2. Quyết định này có hiệu lực kể từ ngày ký.\n\n"
             "Nơi nhận:\n- Như Điều 2;\n\nTM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\n"
             "(Đã ký)\n\nQUY CHẾ\nVề văn thư\n(Ban hành kèm theo Quyết định "
             "số 12/QĐ-UBND)\n\nĐiều 1. Phạm vi\n");
    check_zone(&d, "Số: 12", ZONE_HEAD);
    check_zone(&d, "Về việc", ZONE_SUBJECT);
    check_zone(&d, "Theo đề nghị", ZONE_BASIS);
    check_zone(&d, "Điều 1. Ban", ZONE_BODY);
    check_zone(&d, "Điều 2. Quyết", ZONE_EFFECT);
    check_zone(&d, "Như Điều", ZONE_RECIPIENTS);
    check_zone(&d, "TM. ỦY", ZONE_SIGNATURE);
    check_zone(&d, "Về văn thư", ZONE_ANNEX);
    check_zone(&d, "Điều 1. Phạm", ZONE_ANNEX);
    ck_assert_int_eq(d.sections[2].level, SECTION_ANNEX);
    document_release(&d);
}
END_TEST

START_TEST(covers_the_text_with_zones)
{
    static const char *const texts[] = {"", "x", "QUYẾT ĐỊNH\n", "- - -\n",
        "PHỤ LỤC I\nDanh mục\n", "Nơi nhận:\n", "TM. CHÍNH PHỦ\n"};

    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        document d;
        size_t at = 0;

        read(&d, texts[i]);
        for (size_t k = 0; k < d.zone_count; k++) {
            ck_assert_uint_eq(d.zones[k].start, at);
            at = d.zones[k].end;
        }
        ck_assert_uint_eq(at, d.text.len);
        document_release(&d);
    }
}
END_TEST

/* Time that grows with the square of the length would not end here. */
START_TEST(is_linear_on_ten_megabytes)
{
    static const char *const units[] = {"Điều 1. Phạm vi. 1. Một; a) hai. ",
        "1. x\n", "“Điều 1. x\n", "QUYẾT ĐỊNH\n", "|   ", "-",
        "TM. CHÍNH PHỦ\nPHỤ LỤC\n"};

    for (size_t i = 0; i < sizeof units / sizeof *units; i++) {
        strbuf text = STRBUF_INIT;
        document d;

        while (text.len < 10 << 20)
            strbuf_add_string(&text, units[i]);
        read(&d, text.ptr);
        ck_assert_uint_eq(d.zones[d.zone_count - 1].end, d.text.len);
        document_release(&d);
        strbuf_release(&text);
    }
}
END_TEST

UNIT_MAIN("structure", reads_the_articles_of_the_state,
    reads_the_sections_of_the_party, leaves_numbers_that_are_in_no_series,
    keeps_the_numbers_of_a_quotation_to_itself,
    takes_a_wrapped_heading_and_no_sentence,
    finds_sections_where_line_ends_are_lost, tells_the_zones_of_an_act,
    covers_the_text_with_zones, is_linear_on_ten_megabytes)
