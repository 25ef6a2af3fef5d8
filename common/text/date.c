#include "common/text/date.h"

#include <stdio.h>

enum { YEAR_FIRST = 1900, YEAR_LAST = 2099, CENTURY_TURN = 45, GAP_MAX = 48 };

/* Reading position.  In "ngày26/11" one token holds the word and the number:
 * then `glued` is the number and `at` stays on the token. */
typedef struct reader {
    const token_list *list;
    size_t at;
    span glued;
} reader;

static span
word(const reader *r, size_t ahead)
{
    if (!ahead && r->glued.len)
        return r->glued;
    if (r->at + ahead >= r->list->count)
        return SPAN("");
    return token_folded(r->list, r->at + ahead);
}

static void
skip(reader *r, size_t tokens)
{
    r->at += tokens;
    r->glued = SPAN("");
}

static bool
is_word(const reader *r, const char *folded)
{
    return span_equal(word(r, 0), span_of(folded));
}

static span
digits_of(span s)
{
    size_t n = 0;

    while (n < s.len && s.ptr[n] >= '0' && s.ptr[n] <= '9')
        n++;
    return span_slice(s, 0, n);
}

/* The value of up to four digits; -1 if `s` is something else. */
static int
value_of(span s)
{
    int n = 0;

    if (!s.len || s.len > 4 || digits_of(s).len != s.len)
        return -1;
    for (size_t i = 0; i < s.len; i++)
        n = n * 10 + (s.ptr[i] - '0');
    return n;
}

static int
century(int two_digits)
{
    return two_digits + (two_digits < CENTURY_TURN ? 2000 : 1900);
}

static int
days_in(int month, int year)
{
    static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;

    return month == 2 && leap ? 29 : days[month - 1];
}

static date
make(int day, int month, int year)
{
    if (year && (year < YEAR_FIRST || year > YEAR_LAST))
        return (date){0};
    if (month < 0 || month > 12 || day < 0 || day > 31)
        return (date){0};
    if (day && month && day > days_in(month, year))
        return (date){0};
    return (date){(uint16_t)year, (uint8_t)month, (uint8_t)day};
}

/* What stands between token r->at + ahead and the one before it: 0 for blanks
 * and dots of a form, '/', '-' or '.' for one kind of separator, -1 for what
 * no date has inside. */
static int
gap(const reader *r, size_t ahead)
{
    span text = r->list->text;
    size_t i = r->at + ahead, from, to;
    int mark = 0, lines = 0;

    if (!ahead && r->glued.len)
        return 0;
    if (i == 0 || i >= r->list->count)
        return -1;
    from = r->list->at[i - 1].end;
    to = r->list->at[i].start;
    if (to - from > GAP_MAX)
        return -1;
    for (; from < to; from++) {
        char c = text.ptr[from];

        if ((c == '\n' && ++lines > 2) || strchr(";:()", c))
            return -1;
        if (!strchr("/-.", c))
            continue;
        if (mark && mark != c)
            return -1;
        mark = c;
    }
    return mark;
}

/* The number at `ahead`, of one or two digits, 1 to `most`; 0 if none. */
static int
small(const reader *r, size_t ahead, int most)
{
    span s = word(r, ahead);
    int n = s.len <= 2 ? value_of(s) : -1;

    return n >= 1 && n <= most ? n : 0;
}

/* A year of four digits at `ahead`, other letters glued to it ("2005củaỦy")
 * or not; with `short_too` also one of two digits. */
static int
year_at(const reader *r, size_t ahead, bool short_too)
{
    span s = word(r, ahead), d = digits_of(s);

    if (short_too && s.len == 2 && d.len == 2)
        return century(value_of(d));
    return d.len == 4 ? value_of(d) : 0;
}

/* 2026 of "20264": the number of a footnote is glued to the year. */
static int
year_with_footnote(span s)
{
    int year =
        s.len == 5 && digits_of(s).len == 5 ? value_of(span_slice(s, 0, 4)) : 0;

    return year >= YEAR_FIRST && year <= YEAR_LAST ? year : 0;
}

/* "22.10.2010" is one token. */
static date
dotted(span s, bool short_too)
{
    int part[3];
    span d = SPAN("");

    for (int n = 0; n < 3; n++) {
        if (n && (!s.len || s.ptr[0] != '.'))
            return (date){0};
        s = span_from(s, n ? 1 : 0);
        d = digits_of(s);
        part[n] = value_of(d);
        if (part[n] < 1 || (n < 2 && d.len > 2))
            return (date){0};
        s = span_from(s, d.len);
    }
    if (d.len == 2 && short_too && !s.len)
        part[2] = century(part[2]);
    return part[2] < YEAR_FIRST ? (date){0} : make(part[0], part[1], part[2]);
}

/* True if "/" and more stand right behind token `i`: what looks like a date is
 * the head of a symbol. */
static bool
is_symbol(const reader *r, size_t i)
{
    span text = r->list->text;
    size_t end = r->list->at[i].end;

    return end + 1 < text.len && text.ptr[end] == '/' &&
           (unsigned char)text.ptr[end + 1] > ' ';
}

/* "22/10/2010", "22-10-2010", "06 / 7 /2005"; behind "ngày" (`sure`) also
 * "22/10/10" and "22/10". */
static date
numeric(reader *r, bool sure)
{
    date d = dotted(word(r, 0), sure);
    int day, month, year, mark;

    if (date_is_set(d)) {
        skip(r, 1);
        return d;
    }
    day = small(r, 0, 31);
    month = small(r, 1, 12);
    mark = gap(r, 1);
    if (!day || !month || mark <= 0)
        return d;
    year = gap(r, 2) == mark ? year_at(r, 2, sure) : 0;
    if (year ? is_symbol(r, r->at + 2) : !sure)
        return d;
    skip(r, year ? 3 : 2);
    return make(day, month, year);
}

typedef struct numeral {
    const char *word;
    int value;
} numeral;

/* Days have the first ten only. */
static const numeral numerals[] = {{"một", 1}, {"hai", 2}, {"ba", 3}, {"tư", 4},
    {"bốn", 4}, {"năm", 5}, {"sáu", 6}, {"bảy", 7}, {"bẩy", 7}, {"tám", 8},
    {"chín", 9}, {"mười", 10}, {"giêng", 1}, {"chạp", 12}};

enum { NUMERALS = sizeof numerals / sizeof *numerals, DAY_NUMERALS = 12 };

static int
spoken(const reader *r, size_t ahead, size_t count)
{
    span s;

    if (r->at + ahead >= r->list->count)
        return 0;
    s = token_exact(r->list, r->at + ahead);
    for (size_t i = 0; i < count; i++)
        if (span_equal(s, span_of(numerals[i].word)))
            return numerals[i].value;
    return 0;
}

/* A month in words ("tư", "mười hai", "giêng"). */
static int
spoken_month(reader *r)
{
    int n = spoken(r, 0, NUMERALS), more = 0;

    /* "tháng   năm 2010" leaves the month blank, as forms do. */
    if (!n || (n == 5 && year_at(r, 1, false)))
        return 0;
    if (n == 10 && (more = spoken(r, 1, 2)))
        n += more;
    skip(r, more ? 2 : 1);
    return n;
}

/* Steps over the word `folded`; a number glued to it stays to be read. */
static bool
step(reader *r, const char *folded)
{
    span s = word(r, 0), w = span_of(folded), rest;

    if (!span_starts_with(s, w) || r->glued.len)
        return false;
    rest = span_from(s, w.len);
    if (!rest.len) {
        skip(r, 1);
        return true;
    }
    if (!digits_of(rest).len)
        return false;
    r->glued = rest;
    return true;
}

/* "năm 2010"; 0 if it does not follow. */
static int
named_year(reader *r)
{
    reader start = *r;
    int year = 0;

    if (step(r, "nam") && gap(r, 0) == 0)
        year = year_at(r, 0, false);
    if (!year && r->at > start.at)
        year = year_with_footnote(word(r, 0));
    if (!year) {
        *r = start;
        return 0;
    }
    skip(r, 1);
    return year;
}

/* " năm 2010" or "/2010" behind a month; 0 if neither follows. */
static int
year_behind(reader *r)
{
    int mark = gap(r, 0), year = 0;

    if (mark == '/' || mark == '-')
        year = year_at(r, 0, false);
    if (year) {
        skip(r, 1);
        return year;
    }
    return mark >= 0 ? named_year(r) : 0;
}

/* "tháng 5", "tháng 5/2016", "tháng tư năm 2016", "tháng   năm 2016", with
 * the day that stood before it. */
static date
from_month(reader *r, int day)
{
    int month, year;

    if (!step(r, "thang") || gap(r, 0) < 0)
        return (date){0};
    month = small(r, 0, 12);
    if (month)
        skip(r, 1);
    else
        month = spoken_month(r);
    year = year_behind(r);
    return make(month ? day : 0, month, year);
}

/* Behind "ngày" or "mồng". */
static date
from_day(reader *r)
{
    date d;
    int day;

    if (gap(r, 0) < 0)
        return (date){0};
    d = numeric(r, true);
    if (date_is_set(d))
        return d;
    day = small(r, 0, 31);
    if (!day)
        day = spoken(r, 0, DAY_NUMERALS);
    if (day)
        skip(r, 1);
    return gap(r, 0) < 0 ? (date){0} : from_month(r, day);
}

/* "Việt Nam 2010" names no year: "năm" has its mark, or nothing is marked and
 * it is no name. */
static bool
is_year_word(const token_list *list, size_t at)
{
    span s = token_exact(list, at);

    return span_starts_with(s, SPAN("năm")) ||
           (span_starts_with(s, SPAN("nam")) && !list->at[at].upper);
}

date
date_match(const token_list *list, size_t at, size_t *used)
{
    reader r = {list, at, {"", 0}};
    date d = {0};

    *used = 0;
    if (at >= list->count)
        return d;
    if (step(&r, "ngay")) {
        if (is_word(&r, "mong") || is_word(&r, "mung"))
            skip(&r, 1);
        d = from_day(&r);
    } else if (step(&r, "mong") || step(&r, "mung")) {
        d = from_day(&r);
    } else if (list->at[at].number) {
        d = numeric(&r, false);
    } else if (span_starts_with(word(&r, 0), SPAN("thang"))) {
        d = from_month(&r, 0);
    } else if (is_year_word(list, at)) {
        d = make(0, 0, named_year(&r));
    }
    if (date_is_set(d))
        *used = r.at - at;
    return d;
}

date
date_after(date day, unsigned days)
{
    if (!date_is_full(day) || day.month > 12)
        return (date){0};
    while (days--) {
        if (day.day++ < days_in(day.month, day.year))
            continue;
        day.day = 1;
        if (day.month++ == 12) {
            day.month = 1;
            day.year++;
        }
    }
    return day;
}

void
date_format(char out[DATE_SIZE], date d)
{
    unsigned year = d.year % 10000u, month = d.month % 100u, day = d.day % 100u;

    out[0] = '\0';
    if (!d.year)
        return;
    if (d.month && d.day)
        snprintf(out, DATE_SIZE, "%04u-%02u-%02u", year, month, day);
    else if (d.month)
        snprintf(out, DATE_SIZE, "%04u-%02u", year, month);
    else
        snprintf(out, DATE_SIZE, "%04u", year);
}

date
date_parse(span s)
{
    int part[3] = {0, 0, 0}, count = 0;
    size_t first = 0;
    char mark = '\0';

    for (s = span_trim(s); count < 3; count++) {
        span d = digits_of(s);

        part[count] = value_of(d);
        if (part[count] < 0 || (count && d.len > 2 && d.len != 4))
            return (date){0};
        if (!count)
            first = d.len;
        s = span_from(s, d.len);
        if (!s.len || s.ptr[0] == 'T' || s.ptr[0] == ' ')
            break;
        if (!strchr("-/.", s.ptr[0]) || (mark && mark != s.ptr[0]))
            return (date){0};
        mark = s.ptr[0];
        s = span_from(s, 1);
    }
    if (first == 4)
        return make(part[2], part[1], part[0]);
    return count == 2 && part[2] >= YEAR_FIRST ? make(part[0], part[1], part[2])
                                               : (date){0};
}
