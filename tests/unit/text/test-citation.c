#include "common/text/citation.h"

#include "common/base/strbuf.h"
#include "tests/unit/unit.h"

/* Citations of a text, one a line: what is written, its key, its provisions. */
static const char *
cited(arena *a, const char *text)
{
    token_list list = token_list_read(a, span_of(text));
    citation_list found = citation_find(a, &list, NULL);
    span out = SPAN("");

    for (size_t i = 0; i < found.count; i++) {
        const citation *c = &found.at[i];

        if (c->form == FORM_ANAPHOR || c->confidence <= 0)
            continue;
        out = arena_print(a, "%.*s%s%.*s | %.*s%s%.*s", SPAN_PRINT(out),
            out.len ? "\n" : "",
            SPAN_PRINT(span_slice(span_of(text), c->start, c->end)),
            SPAN_PRINT(c->key), c->provision.len ? " | " : "",
            SPAN_PRINT(c->provision));
    }
    return arena_string(a, out);
}

static const struct {
    const char *text, *want;
} mentions[] = {
    {"Căn cứ Nghị định số 99/2023/NĐ-CP ngày 30 tháng 12 năm 2023 của Chính "
     "phủ về quản lý chợ;",
        "Nghị định số 99/2023/NĐ-CP ngày 30 tháng 12 năm 2023 của Chính phủ | "
        "s:cp:nd:99:y2023"},
    {"theo Kết luận số 72, ngày 23/02/2024 của Bộ Chính trị khóa XIII về",
        "Kết luận số 72, ngày 23/02/2024 của Bộ Chính trị khóa XIII | "
        "d:tw:kl:72:k13"},
    {"Quyết định của Ban Bí thư số15-QĐ/TW, ngày 03-5-2019 ban hành",
        "Quyết định của Ban Bí thư số15-QĐ/TW, ngày 03-5-2019 | "
        "d:tw:qd:15:k12"},
    {"tại điểm b khoản 2 Điều 9 của Thông tư số 12/2022/TT-BGTVT, chủ tàu",
        "điểm b khoản 2 Điều 9 của Thông tư số 12/2022/TT-BGTVT | "
        "s:bgtvt:tt:12:y2022 | Đ9.k2.đb"},
    {"các Nghị quyết số 26, 27 và 28 của Hội nghị Trung ương 7 khóa XII nêu",
        "Nghị quyết số 26 | d:tw:nq:26:k12\n27 | d:tw:nq:27:k12\n"
        "28 của Hội nghị Trung ương 7 khóa XII | d:tw:nq:28:k12"},
    {"Quyết định số 5/QĐ-TLĐ và Quyết định số 6/QĐ-TLĐ ngày 1/2/2021",
        "Quyết định số 5/QĐ-TLĐ | m:tld:qd:5:y2021\n"
        "Quyết định số 6/QĐ-TLĐ ngày 1/2/2021 | m:tld:qd:6:y2021"},
    {"Ngày 05/01/2022, Ủy ban nhân dân tỉnh Bến Tre ban hành Kế hoạch số "
     "9/KH-UBND về chuyển đổi số",
        "Kế hoạch số 9/KH-UBND | s:ubnd.ben-tre:kh:9:y2022"},
    {"Luật Nhà ở năm 2014; Luật Thủ đô; BLDS năm 2005",
        "Luật Nhà ở năm 2014 | s:qh:l:65:y2014\nLuật Thủ đô | "
        "s:qh:l:39:y2024\nBLDS năm 2005 | s:qh:bl:33:y2005"},
    {"Nghị quyết Trung ương 8 khóa XI và Nghị quyết Đại hội XII của Đảng",
        "Nghị quyết Trung ương 8 khóa XI | d:tw:nq:?:k11\n"
        "Nghị quyết Đại hội XII của Đảng | d:dh:nq:?:k12"},
    {"theo Điều lệ Đảng và Quy chế làm việc của Ban Chấp hành Trung ương "
     "khóa XIII",
        "Điều lệ Đảng | d:dh:dieu-le:-:?\nQuy chế làm việc của Ban Chấp hành "
        "Trung ương khóa XIII | d:tw:qc:?:k13"},
    {"Công văn (số 12/TTg-KTN) và văn bản số 345/UBND-TH ngày 6/7/2020",
        "Công văn (số 12/TTg-KTN) | s:ttg:cv:12:?\nvăn bản số 345/UBND-TH "
        "ngày 6/7/2020 | s:ubnd.?:cv:345:y2020"},
    {"Thông tư liên tịch số 02/2013/TTLT-BNV-BTC hướng dẫn",
        "Thông tư liên tịch số 02/2013/TTLT-BNV-BTC | s:bnv+btc:ttlt:2:y2013"},
    {"theo Điều lệ Đảng Cộng sản Việt Nam và Luật NSNN",
        "Điều lệ Đảng Cộng sản Việt Nam | d:dh:dieu-le:-:?\nLuật NSNN | "
        "s:qh:l:89:y2025"},
    {"Nghị quyết Đại hội Đảng bộ tỉnh nhiệm kỳ 2025 - 2030",
        "Nghị quyết Đại hội Đảng bộ tỉnh nhiệm kỳ 2025 - 2030 | "
        "d:dh.?:nq:?:n2025"},
    {"nghi quyet so 19 nq cp cua chinh phu",
        "nghi quyet so 19 nq cp cua chinh phu | s:cp:nq:19:?"},
};

START_TEST(finds_what_is_cited)
{
    arena a = ARENA_INIT;

    ck_assert_str_eq(cited(&a, mentions[_i].text), mentions[_i].want);
    arena_release(&a);
}
END_TEST

static const char *const nothing[] = {
    "Cả nước có 15 nghị định, 4 quyết định và 120 thông tư mới trong năm.",
    "Kế hoạch 5 năm 2026 - 2030 của các xã được lập từ quý I.",
    "Ban Chỉ đạo 389 và Tổ công tác 12 họp ngày 3/4.",
    "Hộ nghèo theo Chương trình 135 được cấp giống.",
    "Điều 7. Hiệu lực thi hành",
    "Siết chặt kỷ luật đầu tư công theo quy luật giá cả.",
    "Thu hút luật gia và nhà khoa học; quy định 01 dự án, 02 gói thầu.",
    "Căn cứ Nghị quyết số …/2026/NQ-CP ngày … tháng … năm 2026;",
    "Theo Mẫu số 04/TNCN và TCVN 5574:2018, QCVN 41:2019/BGTVT.",
    "Bản án số 12/2023/HS-ST ngày 4/5/2023 của Tòa án nhân dân huyện.",
    "Luật sư của bị đơn cho rằng luật pháp, giáo dục và y tế đều liên quan.",
    "VIII. KẾT LUẬN VÀ KIẾN NGHỊ\n1. Kết luận\n2. Kiến nghị",
    "Ban hành kèm theo Thông tư số    /2021/TT-NHNN ngày    tháng    năm",
    "Đồng chí là Ủy viên Trung ương Đảng khóa XII, đại biểu Quốc hội khóa "
    "XIV.",
};

START_TEST(finds_nothing_in_other_numbers)
{
    arena a = ARENA_INIT;

    ck_assert_str_eq(cited(&a, nothing[_i]), "");
    arena_release(&a);
}
END_TEST

static const struct {
    const char *query, *key, *number;
    size_t first, last;
} queries[] = {
    {"48-CT/TW", "d:tw:ct:48:?", "48-CT/TW", 0, 3},
    {"chi thi 48", "?:?:ct:48:?", "48", 0, 3},
    {"kl 13 ngày 16/8/2021 bộ chính trị", "d:tw:kl:13:k13", "13-KL/TW", 0, 9},
    {"18 2020 qd ttg", "s:ttg:qd:18:y2020", "18/2020/QĐ-TTg", 0, 4},
    {"48-CT/TW khóa X phòng chống tội phạm", "d:tw:ct:48:k10", "48-CT/TW", 0,
        5},
    {"luật đất đai 2013", "s:qh:l:45:y2013", "45/2013/QH13", 0, 4},
    {"PL ngoại hối 2005", "s:ubtvqh:pl:28:y2005", "28/2005/PL-UBTVQH11", 0, 4},
    {"luat canh sat bien", "s:qh:l:33:y2018", "33/2018/QH14", 0, 4},
    {"dieu 19 tt 36/2013 bct", "s:bct:tt:36:y2013", "36/2013/BCT", 2, 6},
    {"hồ sơ theo nghị định 15/2020/nđ-cp", "s:cp:nd:15:y2020", "15/2020/NĐ-CP",
        3, 9},
};

START_TEST(reads_queries_as_people_type_them)
{
    arena a = ARENA_INIT;
    token_list list = token_list_read(&a, span_of(queries[_i].query));
    citation c;

    ck_assert(citation_read_query(&a, &list, NULL, &c));
    ck_assert_span_eq(c.key, queries[_i].key);
    ck_assert_span_eq(c.act.number, queries[_i].number);
    ck_assert_uint_eq(c.first, queries[_i].first);
    ck_assert_uint_eq(c.last, queries[_i].last);
    arena_release(&a);
}
END_TEST

static const struct {
    const char *query, *keys;
} lists[] = {
    {"48-CT/TW khóa X 13-KL/TW", "d:tw:ct:48:k10 d:tw:kl:13:k13"},
    {"nghị quyết 57, 59 và 68 của Bộ Chính trị",
        "d:tw:nq:57:k13 d:tw:nq:59:k13 d:tw:nq:68:k13"},
    {"luật đất đai 2013 và nghị định 43/2014",
        "s:qh:l:45:y2013 s:?:nd:43:y2014"},
};

START_TEST(reads_each_number_of_a_query)
{
    arena a = ARENA_INIT;
    token_list list = token_list_read(&a, span_of(lists[_i].query));
    strbuf got = STRBUF_INIT;
    citation c[4];
    size_t count = citation_read_queries(&a, &list, NULL, c, 4);

    for (size_t i = 0; i < count; i++)
        strbuf_print(&got, "%s%.*s", i ? " " : "", SPAN_PRINT(c[i].key));
    ck_assert_span_eq(strbuf_span(&got), lists[_i].keys);
    strbuf_release(&got);
    arena_release(&a);
}
END_TEST

static const char *const words[] = {
    "phòng chống tội phạm", "quy định về nghỉ hưu", "12 tháng", ""};

START_TEST(words_are_no_citation)
{
    arena a = ARENA_INIT;
    token_list list = token_list_read(&a, span_of(words[_i]));
    citation c;

    ck_assert(!citation_read_query(&a, &list, NULL, &c));
    arena_release(&a);
}
END_TEST

static const char *const hostile[] = {"điểm a khoản 1 Điều ", "48-CT/TW, ",
    "Nghị quyết (", "57, 58 và ", "Luật sửa đổi Luật Đất đai và ",
    "Nghị định số 4/2020/NĐ-CP và ", "Luật sửa đổi, bổ sung Điều 1 ",
    "Luật Đất đai số 31/2024/QH15, ", "Nghị quyết từ số 1 đến ", "NĐ 131 "};

START_TEST(long_repetition_stays_linear)
{
    enum { BYTES = 1000000 };
    arena a = ARENA_INIT;
    span piece = span_of(hostile[_i]);
    char *text = arena_take(&a, BYTES + piece.len);
    token_list list;

    for (size_t at = 0; at < BYTES; at += piece.len)
        memcpy(text + at, piece.ptr, piece.len);
    list = token_list_read(&a, (span){text, BYTES - BYTES % piece.len});
    ck_assert_uint_lt(citation_find(&a, &list, NULL).count, BYTES);
    arena_release(&a);
}
END_TEST

static const int once[] = {0};

START_TEST(what_follows_too_many_is_not_read_and_told)
{
    static const char piece[] = "48-CT/TW; ";
    arena a = ARENA_INIT;
    size_t len = sizeof piece - 1;
    char *text = arena_take(&a, (CITATION_MAX + 1) * len);
    token_list list;
    citation_list found;

    for (size_t i = 0; i <= CITATION_MAX; i++)
        memcpy(text + i * len, piece, len);
    list = token_list_read(&a, (span){text, (CITATION_MAX - 1) * len});
    ck_assert(!citation_find(&a, &list, NULL).cut);
    list = token_list_read(&a, (span){text, (CITATION_MAX + 1) * len});
    found = citation_find(&a, &list, NULL);
    ck_assert(found.cut);
    ck_assert_uint_eq(found.count, CITATION_MAX);
    arena_release(&a);
}
END_TEST

UNIT_TABLES("citation", UNIT_TABLE(finds_what_is_cited, mentions),
    UNIT_TABLE(finds_nothing_in_other_numbers, nothing),
    UNIT_TABLE(reads_queries_as_people_type_them, queries),
    UNIT_TABLE(reads_each_number_of_a_query, lists),
    UNIT_TABLE(words_are_no_citation, words),
    UNIT_TABLE(long_repetition_stays_linear, hostile),
    UNIT_TABLE(what_follows_too_many_is_not_read_and_told, once))
