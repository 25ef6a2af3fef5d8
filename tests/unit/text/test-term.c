#include "common/text/term.h"

#include "tests/unit/unit.h"

static const struct {
    const char *issuer;
    date day;
    const char *term;
} days[] = {
    {"bct-dang", {2010, 10, 22}, "k10"},
    {"bct-dang", {2025, 6, 24}, "k13"},
    {"bbt", {2026, 1, 23}, "k14"},
    {"bbt", {2026, 1, 22}, ""},
    {"tw", {2013, 0, 0}, "k11"},
    {"tw", {2016, 0, 0}, ""},
    {"vptw", {2018, 4, 3}, "k12"},
    {"tu", {2021, 11, 11}, "n2020"},
    {"tu", {2010, 12, 27}, "n2010"},
    {"tu", {2016, 0, 0}, "n2015"},
    {"tu", {2020, 9, 1}, ""},
    {"tu", {2020, 3, 1}, "n2015"},
    {"qh", {2024, 0, 0}, "q15"},
    {"ubtvqh", {2000, 12, 14}, "q10"},
    {"twdtn", {2013, 10, 29}, "n2012"},
    {"cp", {2020, 1, 1}, ""},
    {"tw", {0, 0, 0}, ""},
};

START_TEST(a_day_belongs_to_a_term)
{
    char out[TERM_SIZE];

    term_of(out, issuer_by_id(span_of(days[_i].issuer)), days[_i].day);
    ck_assert_str_eq(out, days[_i].term);
}
END_TEST

static const struct {
    const char *text;
    char letter;
    unsigned number;
    size_t tokens;
} names[] = {
    {"khóa XIII", 'k', 13, 2},
    {"khoá 9 của", 'k', 9, 2},
    {"nhiệm kỳ 2020 - 2025", 'n', 2020, 4},
    {"nhiệm kỳ 2025-2030", 'n', 2025, 4},
    {"khóa học", 0, 0, 0},
    {"nhiệm kỳ này", 0, 0, 0},
};

START_TEST(terms_are_named_in_words)
{
    arena a = ARENA_INIT;
    token_list list = token_list_read(&a, span_of(names[_i].text));
    size_t used = 0;
    unsigned number = 0;

    ck_assert_int_eq(term_match(&list, 0, &used, &number), names[_i].letter);
    ck_assert_uint_eq(number, names[_i].number);
    ck_assert_uint_eq(used, names[_i].tokens);
    arena_release(&a);
}
END_TEST

static const struct {
    const char *text;
    unsigned value;
} romans[] = {{"XIII", 13}, {"iv", 4}, {"xxx", 30}, {"IX", 9}, {"", 0},
    {"A", 0}, {"XXXXXX", 0}};

START_TEST(roman_numerals_count_to_thirty)
{
    ck_assert_uint_eq(term_roman(span_of(romans[_i].text)), romans[_i].value);
}
END_TEST

UNIT_TABLES("term", UNIT_TABLE(a_day_belongs_to_a_term, days),
    UNIT_TABLE(terms_are_named_in_words, names),
    UNIT_TABLE(roman_numerals_count_to_thirty, romans))
