#include "common/text/term.h"

#include <stdio.h>

#include "common/text/tables/terms.inc"

#define COUNT(array) (sizeof(array) / sizeof *(array))

enum { DOUBT_DAYS = 5, ROMAN_MAX = 30, FIRST_LOCAL = 1975 };

/* Which of the series of the table an organ's numbers follow; 'l' is a local
 * Party organ, whose terms the table does not hold. */
static char
term_series(const issuer *who)
{
    if (!who)
        return 0;
    if (who->sphere == SPHERE_PARTY)
        return who->level == LEVEL_CENTRAL || who->level == LEVEL_MINISTRY
                   ? 'k'
                   : 'l';
    if (!strcmp(who->id, "qh") || !strcmp(who->id, "ubtvqh"))
        return 'q';
    if (!strcmp(who->id, "twdtn") || !strcmp(who->id, "tdtn"))
        return 'n';
    return 0;
}

/* A day count that is good enough for distances of a few days. */
static long
term_days(uint32_t day)
{
    return (long)(day / 10000) * 365 + (long)(day / 100 % 100) * 31 +
           (long)(day % 100);
}

static bool
term_in_doubt(uint32_t first, date day)
{
    long distance;

    if (!date_is_full(day))
        return first / 10000 == day.year;
    distance = term_days(date_number(day)) - term_days(first);
    return distance > -DOUBT_DAYS && distance < 0;
}

static const struct term_row *
term_find(char series, date day)
{
    const struct term_row *found = NULL;

    for (size_t i = 0; i < COUNT(term_rows); i++) {
        const struct term_row *row = &term_rows[i];

        if (row->series != series)
            continue;
        if (term_in_doubt(row->first, day))
            return NULL;
        if (row->first <= date_number(day))
            found = row;
    }
    return found;
}

/* Congresses of the localities are held from spring (communes) to autumn
 * (provinces) of every fifth year: before it the old term goes on. */
static unsigned
term_local(const issuer *who, date day)
{
    unsigned start = day.year - day.year % 5;
    unsigned first = who->level == LEVEL_PROVINCE   ? 10
                     : who->level == LEVEL_DISTRICT ? 7
                                                    : 6;

    if (day.year < FIRST_LOCAL)
        return 0;
    if (day.year != start)
        return start;
    if (!day.month || (day.month + 2u >= first && day.month < first))
        return 0;
    return day.month >= first ? start : start - 5;
}

void
term_of(char out[TERM_SIZE], const issuer *who, date day)
{
    char series = term_series(who);
    const struct term_row *row;
    unsigned local;

    out[0] = '\0';
    if (!series || !day.year)
        return;
    if (series == 'l') {
        local = term_local(who, day);
        if (local)
            snprintf(out, TERM_SIZE, "n%u", local % 10000u);
        return;
    }
    row = term_find(series, day);
    if (row)
        snprintf(out, TERM_SIZE, "%c%u", series, row->number % 10000u);
}

unsigned
term_roman(span s)
{
    static const char digits[] = "ivxIVX";
    static const unsigned char values[] = {1, 5, 10, 1, 5, 10};
    unsigned sum = 0, before = 0;

    if (!s.len || s.len > 6)
        return 0;
    for (size_t i = s.len; i-- > 0;) {
        const char *digit = memchr(digits, s.ptr[i], sizeof digits - 1);
        unsigned value;

        if (!digit)
            return 0;
        value = values[digit - digits];
        sum = value < before ? sum - value : sum + value;
        before = value > before ? value : before;
    }
    return sum <= ROMAN_MAX ? sum : 0;
}

bool
term_add_roman(strbuf *out, unsigned number)
{
    static const char *const ones[] = {
        "", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"};

    if (!number || number >= 40)
        return false;
    for (unsigned tens = number / 10; tens; tens--)
        strbuf_add_char(out, 'X');
    strbuf_add_string(out, ones[number % 10]);
    return true;
}

static unsigned
term_number(span s, unsigned max)
{
    unsigned n = 0;

    if (!s.len || s.len > 4)
        return 0;
    for (size_t i = 0; i < s.len; i++) {
        if (s.ptr[i] < '0' || s.ptr[i] > '9')
            return 0;
        n = n * 10 + (unsigned)(s.ptr[i] - '0');
    }
    return n <= max ? n : 0;
}

static bool
term_is(const token_list *list, size_t at, const char *folded)
{
    return token_is(list, at, folded);
}

/* "nhiệm kỳ 2020 - 2025", "nhiệm kỳ 2020-2025". */
static char
term_match_years(
    const token_list *list, size_t at, size_t *used, unsigned *number)
{
    unsigned first, last;

    if (at + 3 >= list->count || !term_is(list, at + 1, "ky"))
        return 0;
    first = term_number(token_folded(list, at + 2), 2100);
    last = term_number(token_folded(list, at + 3), 2100);
    if (first < 1945 || last <= first || last > first + 10)
        return 0;
    *number = first;
    *used = 4;
    return 'n';
}

char
term_match(const token_list *list, size_t at, size_t *used, unsigned *number)
{
    unsigned ordinal;

    if (term_is(list, at, "nhiem"))
        return term_match_years(list, at, used, number);
    if (!term_is(list, at, "khoa") || at + 1 >= list->count)
        return 0;
    ordinal = term_roman(token_source(list, at + 1));
    if (!ordinal)
        ordinal = term_number(token_folded(list, at + 1), ROMAN_MAX);
    if (!ordinal)
        return 0;
    *number = ordinal;
    *used = 2;
    return 'k';
}
