#include "indexer/metadata.h"

#include <stdio.h>

#include "indexer/structure.h"
#include "tests/unit/unit.h"

static void
read(document *d, const char *text)
{
    document_set_text(d, span_of(text));
    structure_read(d);
    metadata_read(d);
}

typedef struct example {
    const char *text, *key, *kind, *number, *issuer, *date, *place, *title;
} example;

static void
check(const example *e)
{
    document d;
    char day[DATE_SIZE];

    document_init(&d);
    read(&d, e->text);
    date_format(day, d.meta.date);
    ck_assert_span_eq(d.meta.kind, e->kind);
    ck_assert_span_eq(d.meta.number, e->number);
    ck_assert_span_eq(d.meta.issuer, e->issuer);
    ck_assert_str_eq(day, e->date);
    ck_assert_span_eq(d.meta.place, e->place);
    ck_assert_span_eq(d.meta.title, e->title);
    ck_assert_span_eq(d.meta.key, e->key);
    document_release(&d);
}

#define STATE                                                                  \
    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n"

START_TEST(reads_an_act_of_the_state)
{
    const example e = {
        "44 \nCÔNG BÁO/Số 18 + 19/Ngày 5-8-2024\n\nBỘ LAO ĐỘNG - THƯƠNG "
        "BINH\nVÀ XÃ HỘI\n\nSố: 06/2023/TT-BLĐTBXH\n" STATE
        "Hà Nội, ngày 29 tháng 6 năm 2023\n\nTHÔNG TƯ1\nHướng dẫn điều chỉnh "
        "lương hưu, trợ cấp\nvà trợ cấp hằng tháng\n\nCăn cứ Nghị định số "
        "62/2022/NĐ-CP ngày 12 tháng 9 năm 2022;\n",
        "s:bldtbxh:tt:6:y2023", "thông tư", "06/2023/TT-BLĐTBXH",
        "Bộ Lao động - Thương binh và Xã hội", "2023-06-29", "",
        "Hướng dẫn điều chỉnh lương hưu, trợ cấp và trợ cấp hằng tháng"};

    check(&e);
}
END_TEST

START_TEST(reads_an_act_of_the_party)
{
    const example e = {
        "BAN CHẤP HÀNH TRUNG ƯƠNG\n*\nSố 48-CT/TW\n\nĐẢNG CỘNG SẢN VIỆT "
        "NAM\n\nHà Nội, ngày 22 tháng 10 năm 2010\n\nCHỈ THỊ\nCỦA BỘ CHÍNH "
        "TRỊ\nvề tăng cường sự lãnh đạo của Đảng\n\nSau hơn 10 năm thực hiện "
        "Nghị quyết, kết quả tốt.\n",
        "d:tw:ct:48:k10", "chỉ thị", "48-CT/TW", "Bộ Chính trị", "2010-10-22",
        "", "về tăng cường sự lãnh đạo của Đảng"};

    check(&e);
}
END_TEST

START_TEST(takes_the_word_before_the_letters)
{
    const example e = {
        "BAN CHẤP HÀNH TRUNG ƯƠNG\n*\nSố 66-QĐ/TW\nĐẢNG CỘNG SẢN VIỆT NAM\n"
        "Hà Nội, ngày 06 tháng 02 năm 2017\nQUY ĐỊNH\nvề thể thức văn bản\n"
        "-----\n- Căn cứ Điều lệ Đảng;\n",
        "d:tw:qdi:66:k12", "quy định", "66-QĐ/TW", "Ban Chấp hành Trung ương",
        "2017-02-06", "", "về thể thức văn bản"};

    check(&e);
}
END_TEST

START_TEST(finds_places_of_every_level)
{
    static const example all[] = {
        {"TỈNH ỦY HẬU GIANG\nBAN NỘI CHÍNH\n*\nSố 12-TB/BNCTU\n\nĐẢNG CỘNG "
         "SẢN VIỆT NAM\n\nVị Thanh, ngày 17 tháng 5 năm 2023\n\nTHÔNG "
         "BÁO\ntình "
         "hình một số vụ việc\n",
            "d:bnctu.hau-giang:tb:12:n2020", "thông báo", "12-TB/BNCTU",
            "Ban Nội chính Tỉnh ủy Hậu Giang", "2023-05-17", "Hậu Giang",
            "tình hình một số vụ việc"},
        {"HUYỆN ỦY CHÂU THÀNH A\nĐẢNG ỦY XÃ TÂN HÒA\n*\nSố 25-KH/ĐU\n\nĐẢNG "
         "CỘNG SẢN VIỆT NAM\n\nTân Hòa, ngày 15 tháng 3 năm 2022\n\nKẾ "
         "HOẠCH\nphòng, chống tội phạm\n",
            "d:du.hau-giang.chau-thanh-a.tan-hoa:kh:25:n2020", "kế hoạch",
            "25-KH/ĐU", "Đảng ủy xã Tân Hòa", "2022-03-15", "Hậu Giang",
            "phòng, chống tội phạm"},
        {"ỦY BAN NHÂN DÂN\nXÃ HIỆP THẠNH\nHUYỆN ĐỨC TRỌNG, TỈNH LÂM "
         "ĐỒNG\n-------\nSố: 15/TB-UBND\n" STATE
         "Hiệp Thạnh, ngày 10 tháng 4 năm 2023\nTHÔNG BÁO\nLịch thu gom rác\n",
            "s:ubnd.lam-dong.duc-trong.hiep-thanh:tb:15:y2023", "thông báo",
            "15/TB-UBND", "Ủy ban nhân dân xã Hiệp Thạnh", "2023-04-10",
            "Lâm Đồng", "Lịch thu gom rác"},
        {"UBND TỈNH HÀ TĨNH\nSỞ GIÁO DỤC VÀ ĐÀO TẠO\nSố: 7/KH-SGDĐT\n" STATE
         "Hà Tĩnh, ngày 1 tháng 2 năm 2024\nKẾ HOẠCH\nPhổ cập giáo dục\n",
            "s:sgddt.ha-tinh:kh:7:y2024", "kế hoạch", "7/KH-SGDĐT",
            "Sở Giáo dục và Đào tạo tỉnh Hà Tĩnh", "2024-02-01", "Hà Tĩnh",
            "Phổ cập giáo dục"},
    };

    for (size_t i = 0; i < sizeof all / sizeof *all; i++)
        check(&all[i]);
}
END_TEST

START_TEST(reads_heads_in_columns_and_markup)
{
    static const example all[] = {
        {"   ỦY BAN NHÂN DÂN            CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
         "    TỈNH LÀO CAI                 Độc lập - Tự do - Hạnh phúc\n"
         "   Số: 59 /UBND-KT           Lào Cai, ngày 11 tháng 6 năm 2026\n"
         "V/v tăng cường công tác\n quản lý khoáng sản\n\n"
         "             Kính gửi:\n   - Các Sở, ban, ngành;\n",
            "s:ubnd.lao-cai:cv:59:y2026", "công văn", "59/UBND-KT",
            "Ủy ban nhân dân tỉnh Lào Cai", "2026-06-11", "Lào Cai",
            "tăng cường công tác quản lý khoáng sản"},
        {"|BỘ CÔNG THƯƠNG |CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM |\n"
         "|-------        |Độc lập - Tự do - Hạnh phúc |\n"
         "|Số: 15/2026/TT-BCT |Hà Nội, ngày 25 tháng 3 năm 2026 |\n"
         "**THÔNG TƯ**\n**SỬA ĐỔI MỘT SỐ ĐIỀU CỦA\nTHÔNG TƯ SỐ 38**\n"
         "Căn cứ Luật Tổ chức Chính phủ;\n",
            "s:bct:tt:15:y2026", "thông tư", "15/2026/TT-BCT", "Bộ Công Thương",
            "2026-03-25", "", "SỬA ĐỔI MỘT SỐ ĐIỀU CỦA THÔNG TƯ SỐ 38"},
        {"ỦY\nBAN NHÂN\nDÂN\nTỈNH BẮC NINH\n--------\nCỘNG\nHÒA XÃ HỘI CHỦ "
         "NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n------\nSố:\n"
         "451/QĐ-UBND\n\nBắc Ninh, ngày 19\ntháng 11 năm 2025\n\nQUYẾT\n"
         "ĐỊNH\nBÃI BỎ QUY ĐỊNH\nVỀ CÔNG NGHỆ\nỦY BAN NHÂN DÂN TỈNH BẮC "
         "NINH\nCăn cứ Luật;\n",
            "s:ubnd.bac-ninh:qd:451:y2025", "quyết định", "451/QĐ-UBND",
            "Ủy ban nhân dân tỉnh Bắc Ninh", "2025-11-19", "Bắc Ninh",
            "BÃI BỎ QUY ĐỊNH VỀ CÔNG NGHỆ"},
        {"BAN TUYÊN GIÁO TRUNG ƯƠNG\nSố 12-HD/BTGTW\nHà Nội, ngày 3 tháng 4 "
         "năm 2018\nHƯỚNGDẪN\nhọc tập nghị quyết\n-----\n",
            "d:btgtw:hd:12:k12", "hướng dẫn", "12-HD/BTGTW",
            "Ban Tuyên giáo Trung ương", "2018-04-03", "",
            "học tập nghị quyết"},
    };

    for (size_t i = 0; i < sizeof all / sizeof *all; i++)
        check(&all[i]);
}
END_TEST

START_TEST(reads_heads_that_lost_their_line_ends)
{
    document d;

    document_init(&d);
    read(&d, "ỦY BAN NHÂN DÂN TỈNH LÀO CAI CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM "
             "Độc lập - Tự do - Hạnh phúc Số: 12/QĐ-UBND Lào Cai, ngày 5 tháng "
             "6 năm 2024 QUYẾT ĐỊNH Về việc ban hành Quy chế Căn cứ Luật Tổ "
             "chức chính quyền địa phương; Điều 1. Ban hành Quy chế.");
    ck_assert_span_eq(d.meta.key, "s:ubnd.lao-cai:qd:12:y2024");
    ck_assert_span_eq(d.meta.issuer, "Ủy ban nhân dân tỉnh Lào Cai");
    ck_assert_uint_eq(date_number(d.meta.date), 20240605);
    ck_assert_span_eq(d.meta.title, "Về việc ban hành Quy chế");
    document_release(&d);
}
END_TEST

START_TEST(reads_joint_acts)
{
    const example e = {"BỘ CÔNG AN - BỘ TƯ PHÁP\n-------\nSố: "
                       "08/2015/TTLT-BCA-BTP\n" STATE
                       "Hà Nội, ngày 14 tháng 11 năm 2015\n\nTHÔNG TƯ LIÊN "
                       "TỊCH\nSửa đổi một số điểm\n",
        "s:bca+btp:ttlt:8:y2015", "thông tư liên tịch", "08/2015/TTLT-BCA-BTP",
        "Bộ Công an; Bộ Tư pháp", "2015-11-14", "", "Sửa đổi một số điểm"};

    check(&e);
}
END_TEST

START_TEST(reads_a_number_that_goes_on_below_its_line)
{
    const example columns = {
        "BỘ CÔNG AN - BỘ Y TẾ\nBỘ CÔNG THƯƠNG\n" STATE
        "Số: 24 /HDLN-BCA-BYT-          Hà Nội, ngày 25 tháng 6 năm 2026\n"
        " ВСТ\n\nHƯỚNG DẪN\nVề việc xử lý vi phạm\n\nCăn cứ Nghị quyết;\n",
        "s:bca+bct+byt:hd:24:y2026", "hướng dẫn", "24/HDLN-BCA-BYT-BCT",
        "Bộ Công an; Bộ Y tế; Bộ Công Thương", "2026-06-25", "",
        "Về việc xử lý vi phạm"};
    const example dash = {"BỘ TÀI CHÍNH\nSố: 24/HD\n-BTC\n" STATE
                          "Hà Nội, ngày 25 tháng 6 năm 2026\nHƯỚNG DẪN\nVề "
                          "việc xử lý vi phạm\n\nCăn cứ Nghị quyết;\n",
        "s:btc:hd:24:y2026", "hướng dẫn", "24/HD-BTC", "Bộ Tài chính",
        "2026-06-25", "", "Về việc xử lý vi phạm"};

    check(&columns);
    check(&dash);
}
END_TEST

START_TEST(takes_consolidated_texts_from_their_end)
{
    const example e = {
        "VĂN BẢN HỢP NHẤT -\nBỘ TÀI CHÍNH\n" STATE
        "NGHỊ ĐỊNH\nVề hóa đơn\n\nNghị định số 20/2020/NĐ-CP ngày 17 tháng 02 "
        "năm 2020, được sửa đổi, bổ sung bởi:\nNghị định số 87/2021/NĐ-CP.\n"
        "Điều 1. Phạm vi\n\nBỘ TÀI CHÍNH\nSố: 16/VBHN-BTC\n\nXÁC THỰC VĂN BẢN "
        "HỢP NHẤT\n\nHà Nội, ngày 06 tháng 3 năm 2020\nKT. BỘ TRƯỞNG\n",
        "s:btc:vbhn:16:y2020", "văn bản hợp nhất", "16/VBHN-BTC",
        "Bộ Tài chính", "2020-03-06", "", "Về hóa đơn"};

    check(&e);
}
END_TEST

START_TEST(takes_the_day_a_law_was_passed)
{
    const example e = {"QUỐC HỘI\n-----\nLuật số: 67/2014/QH13\n" STATE
                       "LUẬT\nĐẦU TƯ\n\nCăn cứ Hiến pháp;\nĐiều 1. Phạm vi\n\n"
                       "Luật này đã được Quốc hội khóa XIII thông qua ngày 26 "
                       "tháng 11 năm 2014.\n",
        "s:qh:l:67:y2014", "luật", "67/2014/QH13", "Quốc hội", "2014-11-26", "",
        "ĐẦU TƯ"};

    check(&e);
}
END_TEST

START_TEST(gives_news_no_key)
{
    document d;

    document_init(&d);
    read(&d, "Nghị định 30 về công tác văn thư: những điểm cần nhớ\n\nNgày "
             "05/3/2020, Chính phủ ban hành Nghị định số 30/2020/NĐ-CP về công "
             "tác văn thư, nhiều xã vẫn dùng mẫu cũ và ghi sai địa danh.\n");
    ck_assert(d.meta.news);
    ck_assert_span_eq(d.meta.key, "");
    ck_assert_span_eq(d.meta.number, "");
    ck_assert_span_eq(
        d.meta.title, "Nghị định 30 về công tác văn thư: những điểm cần nhớ");
    document_release(&d);
}
END_TEST

START_TEST(gives_a_part_of_an_act_no_key)
{
    document d;

    document_init(&d);
    d.title = SPAN("Điều 3");
    d.stated.part_of = SPAN("73/2021/QH14");
    read(&d, "Nhà nước có chính sách phòng, chống ma túy.\n");
    ck_assert(d.meta.part);
    ck_assert(!d.meta.news);
    ck_assert_span_eq(d.meta.key, "");
    document_release(&d);
    document_init(&d);
    d.stated.number = SPAN("91/2015/QH13");
    read(&d, "Điều 12. Tự bảo vệ quyền dân sự\nViệc tự bảo vệ ...\n");
    ck_assert(d.meta.part);
    ck_assert_span_eq(d.meta.key, "");
    ck_assert_span_eq(d.stated.part_of, "91/2015/QH13");
    document_release(&d);
}
END_TEST

START_TEST(believes_what_was_stated_and_keeps_the_conflict)
{
    document d;

    document_init(&d);
    d.stated.number = SPAN("47/CĐ-TTg");
    d.stated.kind = SPAN("Công điện");
    d.stated.issuer = SPAN("Thủ tướng Chính phủ");
    d.stated.date = SPAN("2025-04-22");
    read(&d, "THỦ TƯỚNG CHÍNH PHỦ\nSố: 48/CĐ-TTg\n" STATE
             "Hà Nội, ngày 23 tháng 4 năm 2025\nCÔNG ĐIỆN\nVề mưa lũ\n");
    ck_assert_span_eq(d.meta.key, "s:ttg:cd:47:y2025");
    ck_assert_span_eq(d.meta.conflicts, "số 48/CĐ-TTg; ngày 2025-04-23");
    document_release(&d);
}
END_TEST

START_TEST(believes_a_record_that_states_a_kind_and_no_number)
{
    document d;

    document_init(&d);
    d.stated.kind = SPAN("kế hoạch");
    d.stated.issuer = SPAN("Ủy ban nhân dân tỉnh Nghệ An");
    d.stated.date = SPAN("2024-03-05");
    read(&d, "Các đơn vị chủ động phòng cháy, chữa cháy rừng.\n");
    ck_assert(!d.meta.news);
    ck_assert_span_eq(d.meta.kind, "kế hoạch");
    ck_assert_span_eq(d.meta.issuer, "Ủy ban nhân dân tỉnh Nghệ An");
    ck_assert_span_eq(d.meta.key, "s:ubnd.nghe-an:kh:-:d2024-03-05");
    document_release(&d);
    document_init(&d);
    d.stated.date = SPAN("2024-03-05");
    read(&d, "Tỉnh ủy vừa họp về phòng cháy rừng.\n");
    ck_assert(!d.meta.news);
    ck_assert_span_eq(d.meta.key, "");
    ck_assert_uint_eq(date_number(d.meta.date), 20240305);
    document_release(&d);
}
END_TEST

START_TEST(takes_what_the_text_leaves_out_from_its_title_and_folder)
{
    document d;

    document_init(&d);
    d.title = SPAN("Công văn 6357/UBND-NC ngày 28/11/2025 về cải cách");
    d.id = SPAN("van-ban/Tỉnh Hậu Giang/2025/6357.txt");
    read(&d, "Kính\ngửi: Các sở, ban, ngành.\n\nThực hiện Nghị quyết số "
             "18-NQ/TW, đề nghị các đơn vị báo cáo.\n");
    ck_assert(!d.meta.news);
    ck_assert_span_eq(d.meta.number, "6357/UBND-NC");
    ck_assert_span_eq(d.meta.place, "Hậu Giang");
    ck_assert_span_eq(d.meta.issuer, "Ủy ban nhân dân tỉnh Hậu Giang");
    ck_assert_span_eq(d.meta.key, "s:ubnd.hau-giang:cv:6357:y2025");
    ck_assert_uint_eq(date_number(d.meta.date), 20251128);
    document_release(&d);
}
END_TEST

START_TEST(finds_who_decides_without_a_letterhead)
{
    const example act = {
        "LUẬT\nCông đoàn\n_____\nCăn cứ Hiến pháp năm 1992;\nQuốc hội ban "
        "hành Luật Công đoàn.\nĐiều 1. Công đoàn\nCông đoàn là tổ chức.\nLuật "
        "này đã được Quốc hội khóa XIII, kỳ họp thứ 3 thông qua ngày 20 tháng "
        "6 năm 2012.\n",
        "s:qh:l:-:d2012-06-20", "luật", "", "Quốc hội", "2012-06-20", "",
        "Công đoàn"};
    const example decree = {
        "NGHỊ ĐỊNH\nVỀ VĂN THƯ\n\nTheo đề nghị của Bộ trưởng\nBộ Nội vụ;\n\n"
        "Chính phủ ban hành Nghị định về văn thư.\n\nĐiều 1. Phạm vi\n",
        "", "nghị định", "", "Chính phủ", "", "", "VỀ VĂN THƯ"};

    check(&act);
    check(&decree);
}
END_TEST

START_TEST(reads_a_letterhead_that_stands_below_its_title)
{
    const example e = {
        "CÔNG BÁO/Số 245/Ngày 23-04-2026\n2\n\nNGHỊ ĐỊNH\nQuy định cơ chế "
        "ưu đãi\n\nCăn cứ Luật Tổ chức Chính phủ số 63/2025/QH15;\nChính phủ "
        "ban hành Nghị định.\n\nĐiều 1. Phạm vi\nNghị định này quy định cơ "
        "chế.\nCHÍNH PHỦ\n_____\nSố: 135/2026/NĐ-CP\n" STATE
        "Hà Nội, ngày 07 tháng 4 năm 2026\n",
        "s:cp:nd:135:y2026", "nghị định", "135/2026/NĐ-CP", "Chính phủ",
        "2026-04-07", "", "Quy định cơ chế ưu đãi"};

    check(&e);
}
END_TEST

START_TEST(reads_letters_that_a_scan_took_for_digits)
{
    const example e = {
        "ỦY BAN NHÂN DÂN\nTỈNH LÀO CAI\n" STATE
        "Số: II /2026/QĐ-UBND Lào Cai, ngày 29 tháng 01 năm 2026\nQUYẾT "
        "ĐỊNH\nBan hành Quy định về quản lý đầu tư\n\nCăn cứ Luật;\n",
        "s:ubnd.lao-cai:qd:11:y2026", "quyết định", "11/2026/QĐ-UBND",
        "Ủy ban nhân dân tỉnh Lào Cai", "2026-01-29", "Lào Cai",
        "Ban hành Quy định về quản lý đầu tư"};

    check(&e);
}
END_TEST

START_TEST(takes_marks_from_the_head_alone)
{
    document d;

    document_init(&d);
    read(&d, "TỈNH ỦY HẬU GIANG\n*\nSố 12-TB/TU\n\nMẬT\n\nHỎA TỐC\n\nTHÔNG "
             "BÁO\ntình hình\n\n1. Việc\nTỐI MẬT\n");
    ck_assert_span_eq(d.meta.secrecy, "Mật");
    ck_assert_span_eq(d.meta.urgency, "Hỏa tốc");
    document_release(&d);
    document_init(&d);
    read(&d, "TỈNH ỦY HẬU GIANG\n*\nSố 12-TB/TU\nTHÔNG BÁO\nvề bảo vệ bí "
             "mật\n\n1. Tài liệu đóng dấu\nTUYỆT MẬT\nphải giữ kín.\n");
    ck_assert_span_eq(d.meta.secrecy, "");
    document_release(&d);
}
END_TEST

START_TEST(reads_who_signed_and_who_receives)
{
    document d;

    document_init(&d);
    read(&d, "CHÍNH PHỦ\nSố: 1/2024/NĐ-CP\nNGHỊ ĐỊNH\nVề văn thư\n\nĐiều 1. "
             "Nghị định này có hiệu lực.\n\nNơi nhận:\n- Các bộ;\n- Lưu: "
             "VT.\n\nTM. CHÍNH PHỦ,\nKT. THỦ TƯỚNG\n(Đã ký)\nPhan Văn\nA\n");
    ck_assert_span_eq(d.meta.capacity, "TM. CHÍNH PHỦ, KT. THỦ TƯỚNG");
    ck_assert_span_eq(d.meta.signer, "Phan Văn A");
    ck_assert_span_eq(d.meta.recipients, "Các bộ; Lưu: VT.");
    document_release(&d);
}
END_TEST

START_TEST(survives_any_head)
{
    static const char *const texts[] = {"", "\n\n", "Số", "Số:", "V/v",
        "V/v:\n", "MẬT", "CỦA", "QUYẾT", "LUẬT\n", "Kính gửi", "Số: /", "|||",
        "ngày", "Hà Nội, ngày", "BỘ\n", "THÔNG TƯ LIÊN TỊCH\n(",
        "VĂN BẢN HỢP NHẤT -"};

    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        document d;

        document_init(&d);
        read(&d, texts[i]);
        ck_assert_uint_le(d.meta.title.len, 64);
        document_release(&d);
    }
}
END_TEST

UNIT_MAIN("metadata", reads_an_act_of_the_state, reads_an_act_of_the_party,
    takes_the_word_before_the_letters, finds_places_of_every_level,
    reads_heads_in_columns_and_markup, reads_heads_that_lost_their_line_ends,
    reads_joint_acts, takes_consolidated_texts_from_their_end,
    takes_the_day_a_law_was_passed, gives_news_no_key,
    gives_a_part_of_an_act_no_key,
    believes_what_was_stated_and_keeps_the_conflict,
    believes_a_record_that_states_a_kind_and_no_number,
    takes_what_the_text_leaves_out_from_its_title_and_folder,
    finds_who_decides_without_a_letterhead,
    reads_a_letterhead_that_stands_below_its_title,
    reads_letters_that_a_scan_took_for_digits, takes_marks_from_the_head_alone,
    reads_who_signed_and_who_receives,
    reads_a_number_that_goes_on_below_its_line, survives_any_head)
