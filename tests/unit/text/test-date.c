#include "common/text/date.h"

#include "tests/unit/unit.h"

typedef struct example {
    const char *text;
    const char *want;
    size_t used;
} example;

static void
check(const example *e)
{
    arena a = ARENA_INIT;
    token_list list = token_list_read(&a, span_of(e->text));
    char got[DATE_SIZE];
    size_t used;
    date d = date_match(&list, 0, &used);

    date_format(got, d);
    ck_assert_msg(!strcmp(got, e->want) && used == e->used,
        "'%s': '%s' of %zu tokens, not '%s' of %zu", e->text, got, used,
        e->want, e->used);
    arena_release(&a);
}

static void
check_all(const example *all, size_t count)
{
    for (size_t i = 0; i < count; i++)
        check(&all[i]);
}

#define CHECK_ALL(table) check_all(table, sizeof table / sizeof *(table))

START_TEST(reads_dates_in_words)
{
    static const example all[] = {
        {"ngày 22 tháng 10 năm 2010", "2010-10-22", 6},
        {"Ngày 05 tháng 8 năm 2024", "2024-08-05", 6},
        {"ngày 22 tháng 10/2010", "2010-10-22", 5},
        {"ngày mồng 5 tháng Giêng năm 2010", "2010-01-05", 7},
        {"ngày mười tháng tư năm 2001", "2001-04-10", 6},
        {"mùng 2 tháng mười hai năm 1999", "1999-12-02", 7},
        {"tháng 5/2016", "2016-05", 3},
        {"tháng 5 năm 2016", "2016-05", 4},
        {"tháng năm năm 2016", "2016-05", 4},
        {"năm 2010", "2010", 2},
    };

    CHECK_ALL(all);
}
END_TEST

START_TEST(reads_dates_in_numbers)
{
    static const example all[] = {
        {"22/10/2010", "2010-10-22", 3},
        {"ngày 22-10-2010", "2010-10-22", 4},
        {"ngày 22.10.2010", "2010-10-22", 2},
        {"06 / 7 /2005", "2005-07-06", 3},
        {"ngày 22/10/10", "2010-10-22", 4},
        {"ngày 1/2/98", "1998-02-01", 4},
    };

    CHECK_ALL(all);
}
END_TEST

START_TEST(crosses_one_line_end)
{
    static const example all[] = {
        {"ngày 18\ntháng 11 năm 2025", "2025-11-18", 6},
        {"ngày\n25 tháng 11 năm 2025", "2025-11-25", 6},
        {"ngày 18\n\n\ntháng 11 năm 2025", "", 0},
    };

    CHECK_ALL(all);
}
END_TEST

START_TEST(takes_what_a_form_leaves_blank)
{
    static const example all[] = {
        {"ngày     tháng     năm 2026", "2026", 4},
        {"ngày ... tháng 5 năm 2026", "2026-05", 5},
        {"tháng     năm 2026", "2026", 3},
    };

    CHECK_ALL(all);
}
END_TEST

START_TEST(finds_words_where_blanks_are_lost)
{
    static const example all[] = {
        {"ngày26/11/2003", "2003-11-26", 4},
        {"ngày26 tháng11 năm2003", "2003-11-26", 6},
    };

    CHECK_ALL(all);
}
END_TEST

START_TEST(leaves_what_is_no_date)
{
    static const example all[] = {
        {"ngày 31/2/2010", "", 0},
        {"ngày 29/2/2011", "", 0},
        {"31 tháng", "", 0},
        {"30/2020/NĐ-CP", "", 0},
        {"1/2/2020/NĐ", "", 0},
        {"22/10", "", 0},
        {"Nam 2010", "", 0},
        {"12", "", 0},
        {"ngày: 5", "", 0},
    };

    CHECK_ALL(all);
}
END_TEST

START_TEST(knows_a_day_and_month_behind_its_word)
{
    arena a = ARENA_INIT;
    token_list list = token_list_read(&a, SPAN("ngày 16/8 tại"));
    size_t used;
    date d = date_match(&list, 0, &used);

    ck_assert_uint_eq(d.day, 16);
    ck_assert_uint_eq(d.month, 8);
    ck_assert_uint_eq(d.year, 0);
    ck_assert_uint_eq(used, 3);
    arena_release(&a);
}
END_TEST

START_TEST(parses_what_it_formats)
{
    static const char *const same[] = {"2010-10-22", "2010-10", "2010", ""};
    char got[DATE_SIZE];

    for (size_t i = 0; i < sizeof same / sizeof *same; i++) {
        date_format(got, date_parse(span_of(same[i])));
        ck_assert_str_eq(got, same[i]);
    }
    date_format(got, date_parse(SPAN("22/10/2010")));
    ck_assert_str_eq(got, "2010-10-22");
    ck_assert(!date_is_set(date_parse(SPAN("2010-13-01"))));
    ck_assert(!date_is_set(date_parse(SPAN("x"))));
    ck_assert(!date_is_set(date_parse(SPAN("1/2"))));
}
END_TEST

START_TEST(counts_days_over_months)
{
    char got[DATE_SIZE];

    date_format(got, date_after((date){2024, 2, 25}, 10));
    ck_assert_str_eq(got, "2024-03-06");
    date_format(got, date_after((date){2023, 12, 31}, 1));
    ck_assert_str_eq(got, "2024-01-01");
    ck_assert(!date_is_set(date_after((date){2024, 0, 0}, 1)));
}
END_TEST

UNIT_MAIN("date", reads_dates_in_words, reads_dates_in_numbers,
    crosses_one_line_end, takes_what_a_form_leaves_blank,
    finds_words_where_blanks_are_lost, leaves_what_is_no_date,
    knows_a_day_and_month_behind_its_word, parses_what_it_formats,
    counts_days_over_months)
