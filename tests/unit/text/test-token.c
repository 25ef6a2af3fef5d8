#include "common/text/token.h"

#include "common/base/strbuf.h"
#include "tests/unit/unit.h"

typedef span (*form)(const token_list *list, size_t i);

/* The tokens with "|" before each that starts a clause. */
static void
print(strbuf *out, const char *text, form get)
{
    arena a = ARENA_INIT;
    token_list list = token_list_read(&a, span_of(text));

    strbuf_clear(out);
    strbuf_add_string(out, "");
    for (size_t i = 0; i < list.count; i++) {
        if (i)
            strbuf_add_char(out, list.at[i].breaks ? '|' : ' ');
        strbuf_add(out, get(&list, i));
    }
    arena_release(&a);
}

static void
expect(const char *const rows[][2], size_t count, form get)
{
    strbuf out = STRBUF_INIT;

    for (size_t i = 0; i < count; i++) {
        print(&out, rows[i][0], get);
        ck_assert_span_eq(strbuf_span(&out), rows[i][1]);
    }
    strbuf_release(&out);
}

#define EXPECT(rows, get) expect(rows, sizeof rows / sizeof *rows, get)

START_TEST(folds_marks_strokes_and_spellings)
{
    static const char *const rows[][2] = {
        {"", ""},
        {"… – !", ""},
        {"Phòng, chống tội phạm", "phong chong toi pham"},
        {"Ðảng ĐẢNG đảng", "dang dang dang"},
        {"hoà hòa kỉ kỷ quí quý", "hoa hoa ky ky quy quy"},
        {"e\xCC\x82\xCC\xA3z a\xCC\x8B", "ez a"},
        {"Ｑ１ ٣", "q1 3"},
        {"Cоngress", "congress"}, /* a Cyrillic o */
        {"Москва", "москва"},
    };

    EXPECT(rows, token_folded);
}
END_TEST

START_TEST(exact_forms_keep_marks_in_one_spelling)
{
    static const char *const rows[][2] = {
        {"Thuỷ ĐIỆN Kỉ niệm", "thủy điện kỷ niệm"},
        {"dạị H’Mông Café", "dại hmông café"},
    };

    EXPECT(rows, token_exact);
}
END_TEST

START_TEST(splits_where_a_syllable_or_a_number_ends)
{
    static const char *const rows[][2] = {
        {"30/2020/NĐ-CP", "30 2020 NĐ CP"},
        {"TP.HCM UBND.HĐND tổ_chức T.Ư", "TP HCM UBND HĐND tổ chức T Ư"},
        {"1.600.000 3,5 22.10.2010 57,", "1.600.000 3,5 22.10.2010 57"},
        {"số31-QĐ/TW ngày26 Điều5", "số 31 QĐ TW ngày 26 Điều 5"},
        {"SỐ31 so31 30ngày 15thang", "SỐ 31 so 31 30 ngày 15 thang"},
        {"tháng10năm2020", "tháng 10 năm 2020"},
        {"31QĐ/TW 50QH11", "31 QĐ TW 50 QH11"},
        {"12a k3 14h30 QH15 HĐNN8 TT11 C41 PV11 2NĐ1",
            "12a k3 14h30 QH15 HĐNN8 TT11 C41 PV11 2 NĐ1"},
        {"QD1 covid19 mp3 5G 10kV", "QD1 covid19 mp3 5G 10kV"},
        {"H'Mông K’Ho M'gar", "H'Mông K’Ho M'gar"},
        {"'Luật' người's", "Luật người s"},
    };
    strbuf out = STRBUF_INIT;

    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        print(&out, rows[i][0], token_source);
        ck_assert_span_eq(strbuf_span(&out), rows[i][1]);
    }
    strbuf_release(&out);
}
END_TEST

#define LONG_LINE                                                              \
    "của cơ quan có thẩm quyền về quản lý nhà nước trong lĩnh vực này do bộ"

START_TEST(parts_words_that_were_run_together)
{
    static const char *const rows[][2] = {{"củaỦy ban", "cua uy ban"},
        {"nhândân, HƯỚNGDẪN", "nhan dan huong dan"},
        {"ỦybanNhândân", "uy ban nhan dan"},
        {"BanChấphành Trungương", "ban chap hanh trung uong"},
        {"NguyễnVănAn", "nguyen van an"},
        {"thuậnlợi thựchiện thuận", "thuan loi thuc hien thuan"},
        {"giữ KrôngPa, ĐaKrông", "giu krongpa dakrong"},
        {"YouTube HaNoi iPhone McDonald", "youtube hanoi iphone mcdonald"},
        {"HĐND BLĐTBXH UBND nhandan", "hdnd bldtbxh ubnd nhandan"},
        {"củaỦy củaỦy", "cua uy cua uy"}};

    expect(rows, sizeof rows / sizeof *rows, token_folded);
}
END_TEST

START_TEST(running_heads_of_pages_are_no_words)
{
    static const char *const rows[][2] = {
        {"theo quy định tại Nghị định số \n\n \n44 \n"
         "CÔNG BÁO/Số 18 + 19/Ngày 5-8-2024 \n  \n30/2020/NĐ-CP",
            "theo quy dinh tai nghi dinh so|30 2020 nd cp"},
        {LONG_LINE "\n \nCÔNG BÁO/ Số 18/Ngày 5-8-2024 \n45 \n \nTư pháp",
            "cua co quan co tham quyen ve quan ly nha nuoc trong linh vuc nay "
            "do bo tu phap"},
        {"hết.\n8   CÔNG BÁO/Số 18/Ngày 5-8-2024\n12 kg", "het|12 kg"},
        {"đăng Công báo/Số 18", "dang cong bao so 18"}};

    expect(rows, sizeof rows / sizeof *rows, token_folded);
}
END_TEST

START_TEST(marks_where_clauses_start)
{
    static const char *const rows[][2] = {
        {"a, b - c", "a b c"},
        {"a. b; c: d? e! f (g) h", "a|b|c|d|e|f|g|h"},
        {"14:30 v.v. a.b", "14 30 v v|a b"},
        {"TP. Huế, Tp. Huế, PGS. TS. Q. 1", "tp hue tp hue pgs ts q 1"},
        {"NĐ-CP. Sau", "nd cp|sau"},
        {"a\nb\n\nc", "a b|c"},
        {"a\nB\n2", "a|b|2"},
        {"a\n- b\n• c\n-d", "a|b|c d"},
        {"a\nb) c\n1.2. d", "a|b|c|1.2|d"},
        {LONG_LINE "\nTài", LONG_LINE "!tai"},
        {LONG_LINE "\n1. Tài", LONG_LINE "!1|tai"},
        {LONG_LINE "\n\nTài", LONG_LINE "!tai"},
    };
    static const char wants[] = " ||"; /* behind each long line */
    strbuf out = STRBUF_INIT;
    size_t long_lines = 0;

    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        span got, want = span_of(rows[i][1]);
        size_t mark = span_find(want, SPAN("!"), 0);

        print(&out, rows[i][0], token_folded);
        got = strbuf_span(&out);
        if (mark == SIZE_MAX) {
            ck_assert_span_eq(got, rows[i][1]);
            continue;
        }
        want = span_from(want, mark + 1);
        ck_assert(span_ends_with(got, want));
        ck_assert_int_eq(got.ptr[got.len - want.len - 1], wants[long_lines++]);
    }
    strbuf_release(&out);
}
END_TEST

START_TEST(says_how_a_token_is_written)
{
    static const struct {
        const char *text;
        bool marked, upper, capitals, number;
    } rows[] = {
        {"toi", false, false, false, false},
        {"tội", true, false, false, false},
        {"Đi", true, true, false, false},
        {"TW", false, true, true, false},
        {"A", false, true, false, false},
        {"QH15", false, true, true, false},
        {"12a", false, false, false, true},
    };
    arena a = ARENA_INIT;

    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        token_list list = token_list_read(&a, span_of(rows[i].text));

        ck_assert_uint_eq(list.count, 1);
        ck_assert_int_eq(list.at[0].marked, rows[i].marked);
        ck_assert_int_eq(list.at[0].upper, rows[i].upper);
        ck_assert_int_eq(list.at[0].capitals, rows[i].capitals);
        ck_assert_int_eq(list.at[0].number, rows[i].number);
        ck_assert(list.at[0].line && list.at[0].breaks);
        ck_assert_uint_ne(list.at[0].id, 0);
    }
    arena_release(&a);
}
END_TEST

START_TEST(finds_the_token_of_a_byte)
{
    arena a = ARENA_INIT;
    token_list list = token_list_read(&a, SPAN("  ab, cd"));

    ck_assert_uint_eq(token_list_find(&list, 0), 0);
    ck_assert_uint_eq(token_list_find(&list, 3), 0);
    ck_assert_uint_eq(token_list_find(&list, 4), 1);
    ck_assert_uint_eq(token_list_find(&list, 8), 2);
    arena_release(&a);
}
END_TEST

START_TEST(long_runs_cost_linear_time_and_are_cut)
{
    static const char *const units[] = {
        "a", "1a", "1.", "\xCC\x81", "một2", "b'", "ngày26"};
    arena a = ARENA_INIT;
    size_t too_long = 0;

    for (size_t u = 0; u < sizeof units / sizeof *units; u++) {
        strbuf text = STRBUF_INIT;
        token_list list;

        for (int i = 0; i < 300000; i++)
            strbuf_add_string(&text, units[u]);
        list = token_list_read(&a, strbuf_span(&text));
        for (size_t i = 0; i < list.count; i++)
            too_long += list.at[i].exact_len > TOKEN_MAX ||
                        list.at[i].folded_len > TOKEN_MAX;
        strbuf_release(&text);
        arena_reset(&a);
    }
    ck_assert_uint_eq(too_long, 0);
    arena_release(&a);
}
END_TEST

UNIT_MAIN("token", folds_marks_strokes_and_spellings,
    exact_forms_keep_marks_in_one_spelling,
    splits_where_a_syllable_or_a_number_ends,
    parts_words_that_were_run_together, running_heads_of_pages_are_no_words,
    marks_where_clauses_start, says_how_a_token_is_written,
    finds_the_token_of_a_byte, long_runs_cost_linear_time_and_are_cut)
