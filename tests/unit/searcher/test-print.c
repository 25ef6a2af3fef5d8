#include "searcher/print.h"

#include "tests/unit/unit.h"

/* ---- a small world, made by hand ---- */

static const tracuu_document directive = {
    .id = "d:tw:ct:48:k10",
    .key = "d:tw:ct:48:k10",
    .number = "48-CT/TW",
    .kind = "chỉ thị",
    .issuer = "Bộ Chính trị",
    .date = "2010-10-22",
    .term = "k10",
    .place = "",
    .title = "tăng cường sự lãnh đạo của Đảng",
    .signer = "",
    .secrecy = "",
    .url = "",
    .path = "",
    .effective_from = "",
    .effective_to = "",
    .status = "in_force",
    .status_cause = "d:tw:kl:13:k13",
    .status_stated = "",
    .rests_on = "",
    .part_of = "",
    .article = "",
    .conflicts = "",
    .stub = true,
    .cited_by = 2,
};

static const tracuu_document conclusion = {
    .id = "tw/13.txt",
    .key = "d:tw:kl:13:k13",
    .number = "13-KL/TW",
    .kind = "kết luận",
    .issuer = "Bộ Chính trị",
    .date = "2021-08-16",
    .term = "k13",
    .place = "",
    .title = "tiếp tục thực hiện Chỉ thị số 48-CT/TW",
    .signer = "",
    .secrecy = "",
    .url = "",
    .path = "/x/tw/13.txt",
    .effective_from = "",
    .effective_to = "",
    .status = "unknown",
    .status_cause = "",
    .status_stated = "",
    .rests_on = "",
    .part_of = "",
    .article = "",
    .conflicts = "",
    .cited_by = 1,
};

static const tracuu_document programme = {
    .id = "hg/59.txt",
    .key = "d:tu.hau-giang:ctr:59:n2020",
    .number = "59-CTr/TU",
    .kind = "chương trình",
    .issuer = "Tỉnh ủy Hậu Giang",
    .date = "2021-12-24",
    .term = "n2020",
    .place = "Hậu Giang",
    .title = "thực hiện <Kết luận> & \"Chỉ thị\"\033[31m",
    .signer = "",
    .secrecy = "",
    .url = "",
    .path = "",
    .effective_from = "",
    .effective_to = "",
    .status = "expired",
    .status_cause = "",
    .status_stated = "",
    .rests_on = "",
    .part_of = "",
    .article = "",
    .conflicts = "",
};

static const tracuu_node nodes[] = {
    {&directive, 0}, {&conclusion, 1}, {&programme, 2}};
static const tracuu_edge edges[] = {
    {1, 0, "continues", "Tiếp tục thực hiện", "về tiếp tục", 0.9, false, false},
    {2, 1, "implements", "Thực hiện", "Thực hiện Kết luận", 0.9, true, false},
    {2, 0, "based_on", "Căn cứ", "Căn cứ Chỉ thị", 0.9, false, false},
};
static const tracuu_graph graph = {
    .nodes = nodes, .node_count = 3, .edges = edges, .edge_count = 3};

static const tracuu_range highlights[] = {{8, 13}};
static const tracuu_passage passages[] = {{"Điều 5", "", {12, 52},
    "chống tội phạm", highlights, 1, {10, 40}, 3, false}};
static const tracuu_hit hits_at[] = {{.rank = 1,
    .score = 2.5,
    .document = &conclusion,
    .passages = passages,
    .passage_count = 1}};
static const tracuu_facet_value kinds[] = {{"kết luận", 1}, {"chỉ thị", 1}};
static const tracuu_facet facets[] = {{"kind", kinds, 2}};
static const tracuu_hits hits = {
    .query = "tội",
    .at = hits_at,
    .count = 1,
    .total = 2,
    .total_exact = true,
    .facets = facets,
    .facet_count = 1,
    .suggestion = "",
    .took_us = 800,
};

static const print_style plain = {.vietnamese = true};
static const print_style english = {.vietnamese = false};
static const print_style coloured = {.vietnamese = true, .colour = true};

#define ck_assert_printed(call, want)                                          \
    do {                                                                       \
        strbuf out = STRBUF_INIT;                                              \
        (call);                                                                \
        ck_assert_str_eq(out.ptr, want);                                       \
        strbuf_release(&out);                                                  \
    } while (0)

/* ---- for people ---- */

START_TEST(a_hit_says_who_it_is_why_it_matched_and_where)
{
    ck_assert_printed(print_hits_text(&out, &hits, &plain),
        "2 văn bản · 800 µs\n"
        "\n"
        " 1. Kết luận 13-KL/TW  16/08/2021 · Bộ Chính trị\n"
        "    tiếp tục thực hiện Chỉ thị số 48-CT/TW\n"
        "    1 văn bản dẫn chiếu\n"
        "    Điều 5, tr. 3: chống tội phạm\n"
        "    tw/13.txt\n"
        "\n"
        "loại: kết luận 1, chỉ thị 1\n");
}
END_TEST

START_TEST(a_highlight_is_bold_on_a_terminal)
{
    strbuf out = STRBUF_INIT;

    print_hits_text(&out, &hits, &coloured);
    ck_assert_ptr_nonnull(strstr(out.ptr, "\033[1mtội\033[0m phạm"));
    strbuf_release(&out);
}
END_TEST

START_TEST(escape_bytes_of_documents_never_pass)
{
    strbuf out = STRBUF_INIT;

    print_graph_text(&out, &graph, &plain);
    print_graph_dot(&out, &graph);
    print_graph_svg(&out, &graph);
    print_graph_json(&out, &graph);
    ck_assert_ptr_null(memchr(out.ptr, '\033', out.len));
    strbuf_release(&out);
}
END_TEST

START_TEST(a_graph_is_a_tree_and_repeats_nothing)
{
    ck_assert_printed(print_graph_text(&out, &graph, &plain),
        "Chỉ thị 48-CT/TW  22/10/2010 · Bộ Chính trị  còn hiệu lực  "
        "[chưa có văn bản]\n"
        "│  tăng cường sự lãnh đạo của Đảng\n"
        "└─◂ Tiếp tục thực hiện: Kết luận 13-KL/TW  16/08/2021 · "
        "Bộ Chính trị\n"
        "   │  tiếp tục thực hiện Chỉ thị số 48-CT/TW\n"
        "   └─◂ Thực hiện: Chương trình 59-CTr/TU  24/12/2021 · "
        "Tỉnh ủy Hậu Giang\n"
        "         hết hiệu lực  [chưa chắc]\n"
        "         thực hiện <Kết luận> & \"Chỉ thị\" [31m\n"
        "         ▸ Căn cứ: Chỉ thị 48-CT/TW (đã nêu)\n"
        "\n"
        "◂ văn bản ở dưới nói về văn bản ở trên; ▸ văn bản ở trên nói về "
        "văn bản ở dưới\n");
}
END_TEST

START_TEST(a_document_shows_both_directions_with_the_sentence)
{
    static const tracuu_reference incoming[] = {{.relation = "implements",
        .label = "Được thực hiện bởi",
        .document = &programme,
        .provision = "",
        .sentence = "Thực hiện Kết luận số 13-KL/TW",
        .rule = "r"}};
    static const tracuu_reference outgoing[] = {{.relation = "continues",
        .label = "Tiếp tục thực hiện",
        .document = &directive,
        .provision = "Đ2",
        .sentence = "tiếp tục thực hiện Chỉ thị",
        .rule = "r",
        .uncertain = true}};
    static const tracuu_section outline[] = {
        {0, "I", "Mục tiêu", {0, 9}, {0, 7}}, {1, "1", "", {3, 9}, {3, 7}}};
    static const tracuu_view view = {.document = &conclusion,
        .outline = outline,
        .outline_count = 2,
        .outgoing = outgoing,
        .outgoing_count = 1,
        .incoming = incoming,
        .incoming_count = 1};
    static const tracuu_views views = {.at = &view, .count = 1};

    ck_assert_printed(print_views_text(&out, &views, &english),
        "Kết luận 13-KL/TW\n"
        "  tiếp tục thực hiện Chỉ thị số 48-CT/TW\n"
        "\n"
        "  Issuer          Bộ Chính trị\n"
        "  Date            2021-08-16\n"
        "  Term            XIII\n"
        "  Status          not known\n"
        "  Cited           by 1 document\n"
        "  Key             d:tw:kl:13:k13\n"
        "  Document        tw/13.txt\n"
        "\n"
        "Outline\n"
        "  I. Mục tiêu\n"
        "    1\n"
        "\n"
        "Refers to (1)\n"
        "  continues\n"
        "    Chỉ thị 48-CT/TW  2010-10-22 · Bộ Chính trị [text not here]\n"
        "      tăng cường sự lãnh đạo của Đảng\n"
        "      “tiếp tục thực hiện Chỉ thị” (Đ2) [uncertain which act]\n"
        "\n"
        "Referred to by (1)\n"
        "  implements\n"
        "    Chương trình 59-CTr/TU  2021-12-24 · Tỉnh ủy Hậu Giang "
        "[no longer in force]\n"
        "      thực hiện <Kết luận> & \"Chỉ thị\" [31m\n"
        "      “Thực hiện Kết luận số 13-KL/TW”\n");
}
END_TEST

START_TEST(several_acts_of_one_number_are_listed)
{
    static const tracuu_view all[] = {
        {.document = &conclusion}, {.document = &directive}};
    static const tracuu_views views = {.at = all, .count = 2};
    strbuf out = STRBUF_INIT;

    print_views_text(&out, &views, &plain);
    ck_assert_ptr_nonnull(strstr(out.ptr, "d:tw:kl:13:k13"));
    ck_assert_ptr_nonnull(strstr(out.ptr, "d:tw:ct:48:k10"));
    strbuf_clear(&out);
    print_views_json(&out, &views);
    ck_assert_ptr_nonnull(strstr(out.ptr, "{\"version\":1,\"ambiguous\":[{"));
    strbuf_release(&out);
}
END_TEST

START_TEST(an_answer_that_is_not_whole_says_so)
{
    static const tracuu_view all[] = {
        {.document = &conclusion}, {.document = &directive}};
    static const tracuu_views views = {.at = all, .count = 2, .partial = true};
    static const tracuu_suggestions none = {.partial = true};
    strbuf out = STRBUF_INIT;

    print_views_text(&out, &views, &english);
    ck_assert_ptr_nonnull(
        strstr(out.ptr, "Out of time: only a part was looked at.\n"));
    strbuf_clear(&out);
    print_views_text(&out, &views, &plain);
    ck_assert_ptr_nonnull(
        strstr(out.ptr, "Hết thời gian: mới xem được một phần.\n"));
    strbuf_clear(&out);
    print_views_json(&out, &views);
    ck_assert_ptr_nonnull(strstr(out.ptr, "{\"version\":1,\"partial\":true,"));
    strbuf_clear(&out);
    print_suggestions_json(&out, &none);
    ck_assert_str_eq(
        out.ptr, "{\"version\":1,\"partial\":true,\"suggestions\":[]}\n");
    strbuf_release(&out);
}
END_TEST

START_TEST(long_lines_break_between_words)
{
    static const tracuu_document d = {.id = "a",
        .key = "",
        .number = "1-KH",
        .kind = "kế hoạch",
        .issuer = "",
        .date = "",
        .place = "",
        .title = "một hai ba bốn năm sáu bảy tám chín mười mười một",
        .status = "unknown",
        .status_stated = "",
        .rests_on = ""};
    static const tracuu_hit one = {.rank = 1, .score = 1, .document = &d};
    static const tracuu_hits h = {.query = "",
        .at = &one,
        .count = 1,
        .total = 1,
        .total_exact = false,
        .suggestion = "",
        .took_us = 1500};
    static const print_style narrow = {.width = 34};

    ck_assert_printed(print_hits_text(&out, &h, &narrow),
        "about 1 document · 1.5 ms\n\n 1. Kế hoạch 1-KH\n"
        "    một hai ba bốn năm sáu bảy tám\n"
        "    chín mười mười một\n    a\n");
}
END_TEST

/* ---- for programs ---- */

START_TEST(ranges_of_json_count_code_points)
{
    ck_assert_printed(print_hits_json(&out, &hits, &plain),
        "{\"version\":1,\"query\":\"tội\",\"total\":{\"value\":2,\"exact\":"
        "true},\"total_is_estimate\":false,\"facets_are_estimates\":false,"
        "\"took_us\":800,\"suggestion\":null,\"notes\":[],\"hits\":[{"
        "\"rank\":1,\"score\":2.5,\"id\":\"tw/13.txt\",\"key\":"
        "\"d:tw:kl:13:k13\",\"number\":\"13-KL/TW\",\"kind\":\"kết luận\","
        "\"issuer\":\"Bộ Chính trị\",\"date\":\"2021-08-16\",\"term\":"
        "\"k13\",\"place\":null,\"title\":\"tiếp tục thực hiện Chỉ thị số "
        "48-CT/"
        "TW\",\"part_of\":null,\"article\":null,\"status\":\"unknown\",\"rests_"
        "on\":null,\"stub\":false,\"news\":"
        "false,"
        "\"cited_by\":1,\"passages\":[{\"label\":\"Điều 5\",\"heading\":\"\","
        "\"start\":10,\"end\":40,\"page\":3,\"snippet\":{\"text\":\"chống tội "
        "phạm\","
        "\"highlights\":[[6,9]]}}]}],\"facets\":{\"kind\":[{\"value\":"
        "\"kết luận\",\"count\":1},{\"value\":\"chỉ thị\",\"count\":1}]}}\n");
}
END_TEST

START_TEST(an_error_has_a_stable_code)
{
    static const tracuu_error e = {TRACUU_NOT_FOUND, "no \"x\""};

    ck_assert_printed(print_error_json(&out, &e, &plain),
        "{\"error\":{\"code\":\"not-found\",\"message\":\"no \\\"x\\\"\"}}\n");
}
END_TEST

START_TEST(a_run_has_six_fields_and_its_evidence)
{
    static const tracuu_evidence evidence[] = {
        {"words", 0.5, 1.1}, {"act", 1, 0.8}};
    static const tracuu_document d = {.id = "a b.txt"};
    static const tracuu_hit hit = {.rank = 3, .score = 0.25, .document = &d};
    static const tracuu_relative relative = {.document = &d, .score = 0.5};
    tracuu_hit explained = hit;

    explained.evidence = evidence;
    explained.evidence_count = 2;
    ck_assert_printed(
        print_run_line(&out, "q1", &hit), "q1 Q0 a b.txt 3 0.250000 tracuu\n");
    ck_assert_printed(print_run_line(&out, "q1", &explained),
        "q1 Q0 a b.txt 3 0.250000 tracuu words:0.5000 act:1.0000\n");
    ck_assert_printed(print_run_relative(&out, "q1", &relative, 2),
        "q1 Q0 a b.txt 2 0.500000 tracuu\n");
}
END_TEST

START_TEST(svg_escapes_markup_and_draws_every_act)
{
    strbuf out = STRBUF_INIT;

    print_graph_svg(&out, &graph);
    ck_assert_ptr_nonnull(strstr(out.ptr, "&lt;Kết luận&gt; &amp; &quot;"));
    ck_assert_ptr_null(strstr(out.ptr, "<Kết"));
    ck_assert_ptr_nonnull(strstr(out.ptr, ">Trung ương<"));
    ck_assert_ptr_nonnull(strstr(out.ptr, "</svg>\n"));
    strbuf_release(&out);
}
END_TEST

START_TEST(dot_escapes_quotes)
{
    strbuf out = STRBUF_INIT;

    print_graph_dot(&out, &graph);
    ck_assert_ptr_nonnull(strstr(out.ptr, "\\\"Chỉ thị\\\""));
    ck_assert_ptr_nonnull(
        strstr(out.ptr, "n1 -> n0 [label=\"Tiếp tục thực hiện\""));
    strbuf_release(&out);
}
END_TEST

START_TEST(a_graph_of_nothing_prints)
{
    static const tracuu_graph none = {.node_count = 0};
    strbuf out = STRBUF_INIT;

    print_graph_svg(&out, &none);
    print_graph_dot(&out, &none);
    print_graph_text(&out, &none, &plain);
    print_graph_json(&out, &none);
    ck_assert_uint_gt(out.len, 0);
    strbuf_release(&out);
}
END_TEST

UNIT_MAIN("print", a_hit_says_who_it_is_why_it_matched_and_where,
    a_highlight_is_bold_on_a_terminal, escape_bytes_of_documents_never_pass,
    a_graph_is_a_tree_and_repeats_nothing,
    a_document_shows_both_directions_with_the_sentence,
    several_acts_of_one_number_are_listed, an_answer_that_is_not_whole_says_so,
    long_lines_break_between_words, ranges_of_json_count_code_points,
    an_error_has_a_stable_code, a_run_has_six_fields_and_its_evidence,
    svg_escapes_markup_and_draws_every_act, dot_escapes_quotes,
    a_graph_of_nothing_prints)
