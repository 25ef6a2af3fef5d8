#include "searcher/plan-filter.h"

#include <stdio.h>

#include "common/base/strbuf.h"
#include "common/document/status.h"
#include "common/text/issuer.h"
#include "common/text/kind.h"
#include "common/text/normalize.h"
#include "common/text/place.h"
#include "common/text/term.h"

static void
add(arena *a, filter *f, span term, bool prefix)
{
    if (f->count == f->room) {
        size_t room = f->room ? 2 * f->room : 8;
        filter_term *at = arena_array(a, room, sizeof *at);

        if (f->count)
            memcpy(at, f->at, f->count * sizeof *at);
        f->at = at;
        f->room = room;
    }
    f->at[f->count++] = (filter_term){.term = term, .prefix = prefix};
}

static void
add_value(arena *a, filter *f, field which, span value)
{
    add(a, f, field_term(a, field_about(which)->prefix, value), false);
}

/* ---- names from tables ---- */

enum { STATUS_WORDS = 5 };

/* The folded tokens [first, last) with one blank between. */
static span
folded(arena *a, const token_list *list, size_t first, size_t last)
{
    strbuf joined = STRBUF_INIT;
    span out;

    for (size_t i = first; i < last; i++) {
        if (i > first)
            strbuf_add_char(&joined, ' ');
        strbuf_add(&joined, token_folded(list, i));
    }
    out = arena_copy(a, strbuf_span(&joined));
    strbuf_release(&joined);
    return out;
}

static size_t
status_tokens(const token_list *list, size_t at)
{
    arena a = ARENA_INIT;
    size_t longest = 0;

    for (size_t n = 1; n <= STATUS_WORDS && at + n <= list->count; n++)
        if (status_by_name(folded(&a, list, at, at + n)))
            longest = n;
    arena_release(&a);
    return longest;
}

size_t
filter_value_tokens(field f, const token_list *list, size_t at)
{
    size_t used = 0, more;
    unsigned number;

    if (at >= list->count)
        return 0;
    switch (f) {
    case FIELD_KIND:
        return kind_match(list, at, &used) ? used : 0;
    case FIELD_ISSUER:
        if (!issuer_match(list, at, &used))
            return 0;
        /* A local organ with its place: "Tỉnh ủy Hậu Giang". */
        if (at + used < list->count && place_match(list, at + used, &more))
            used += more;
        return used;
    case FIELD_PLACE:
        return place_match(list, at, &used) ? used : 0;
    case FIELD_FROM:
    case FIELD_TO:
    case FIELD_DATE:
        return date_is_set(date_match(list, at, &used)) ? used : 0;
    case FIELD_TERM:
        return term_match(list, at, &used, &number) ? used : 0;
    case FIELD_STATUS:
        return status_tokens(list, at);
    default:
        return 0;
    }
}

static void
read_kind(arena *a, filter *out, span value)
{
    const kind *by_letters[8];
    const kind *k = kind_by_name(value);
    size_t count;

    if (!k)
        k = kind_by_code(value);
    if (k) {
        add_value(a, out, FIELD_KIND, span_of(k->code));
        return;
    }
    count = kind_by_letters(value, by_letters, 8);
    for (size_t i = 0; i < count; i++)
        add_value(a, out, FIELD_KIND, span_of(by_letters[i]->code));
}

/* Organs of one name in many places differ in what follows it. */
static void
read_issuer(
    arena *a, filter *out, const token_list *list, size_t first, size_t last)
{
    size_t used = 0;
    const issuer *who = issuer_match(list, first, &used);
    span name = folded(a, list, first, last);

    if (who && used == last - first)
        name = span_of(who->folded);
    else if (who)
        name = arena_print(a, "%s %.*s", who->folded,
            SPAN_PRINT(folded(a, list, first + used, last)));
    add(a, out, field_term(a, field_about(FIELD_ISSUER)->prefix, name), true);
}

/* A province of today stands for those that formed it, and one of those for
 * what it belongs to since then. */
static void
read_place(arena *a, filter *out, span value)
{
    const place *named = place_by_name(value);

    if (!named)
        named = place_by_slug(value);
    if (!named) {
        add_value(a, out, FIELD_PLACE, place_slug(a, value));
        return;
    }
    for (size_t i = 0; i < place_count(); i++) {
        const place *p = place_at(i);

        if (p == named || !strcmp(p->now, named->slug))
            add_value(a, out, FIELD_PLACE, span_of(p->slug));
        else if (!strcmp(named->now, p->slug)) {
            add_value(a, out, FIELD_PLACE, span_of(p->slug));
            out->at[out->count - 1].merged = true;
        }
    }
}

/* ---- numbers ---- */

/* The next run of digits at or after `*at`, 0 if there is none. */
static unsigned
next_number(span s, size_t *at)
{
    unsigned number = 0;

    while (*at < s.len && (s.ptr[*at] < '0' || s.ptr[*at] > '9'))
        ++*at;
    for (; *at < s.len && s.ptr[*at] >= '0' && s.ptr[*at] <= '9'; ++*at)
        if (number < 100000000)
            number = number * 10 + (unsigned)(s.ptr[*at] - '0');
    return number;
}

static bool
is_year(unsigned n)
{
    return n >= FILTER_YEAR_FIRST && n <= FILTER_YEAR_LAST;
}

static void
read_year(arena *a, filter *out, span value)
{
    size_t at = 0;
    unsigned from = next_number(value, &at), to = next_number(value, &at);

    if (!to)
        to = from;
    for (unsigned y = from; is_year(y) && y <= to; y++)
        add(a, out, arena_print(a, "Y%04u", y), false);
}

/* "k13" as it is; "XIII" and "13" may be of the Party or of the Quốc hội; two
 * years are a term of a local Party organ. */
static void
read_term(arena *a, filter *out, span value, const token_list *list,
    size_t first, size_t last)
{
    size_t used, at = 0;
    unsigned number = 0;
    char letter = first < last ? term_match(list, first, &used, &number) : 0;
    span plain = folded(a, list, first, last);

    if (!letter && plain.len > 1 && strchr("kqn", plain.ptr[0]) &&
        plain.ptr[1] >= '0' && plain.ptr[1] <= '9') {
        add_value(a, out, FIELD_TERM, plain);
        return;
    }
    if (!letter)
        number = term_roman(value);
    if (!number)
        number = next_number(value, &at);
    if (letter == 'n' || is_year(number)) {
        add_value(a, out, FIELD_TERM, arena_print(a, "n%u", number));
    } else if (number) {
        add_value(a, out, FIELD_TERM, arena_print(a, "k%u", number));
        add_value(a, out, FIELD_TERM, arena_print(a, "q%u", number));
    }
}

static bool
is_known_kind(span value)
{
    const kind *k;

    return kind_by_name(value) || kind_by_code(value) ||
           kind_by_letters(value, &k, 1);
}

bool
filter_understands(
    field f, span value, const token_list *list, size_t first, size_t last)
{
    arena a = ARENA_INIT;
    filter terms = {0};
    bool known = true;

    if (f == FIELD_KIND)
        known = is_known_kind(value);
    else if (f == FIELD_STATUS)
        known = status_by_name(folded(&a, list, first, last)) != NULL;
    else if (f == FIELD_FROM || f == FIELD_TO || f == FIELD_DATE)
        known = date_is_set(filter_date(value));
    else if (f == FIELD_YEAR)
        read_year(&a, &terms, value);
    else if (f == FIELD_TERM)
        read_term(&a, &terms, value, list, first, last);
    if (f == FIELD_YEAR || f == FIELD_TERM)
        known = terms.count > 0;
    arena_release(&a);
    return known;
}

filter
filter_read(arena *a, field f, span value, const token_list *list, size_t first,
    size_t last)
{
    filter out = {0};
    const char *code;

    if (f == FIELD_KIND)
        read_kind(a, &out, value);
    else if (f == FIELD_ISSUER)
        read_issuer(a, &out, list, first, last);
    else if (f == FIELD_PLACE)
        read_place(a, &out, value);
    else if (f == FIELD_YEAR)
        read_year(a, &out, value);
    else if (f == FIELD_TERM)
        read_term(a, &out, value, list, first, last);
    else if (f == FIELD_DATE)
        return filter_dates(a, filter_date(value), filter_date(value));
    else if (f == FIELD_STATUS &&
             (code = status_by_name(folded(a, list, first, last))))
        add_value(a, &out, f, span_of(code));
    if (!out.count && field_about(f)->prefix)
        add_value(a, &out, f, folded(a, list, first, last));
    return out;
}

/* ---- dates ---- */

static unsigned
days_of(unsigned year, unsigned month)
{
    static const unsigned char days[] = {
        31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    bool leap = (year % 4 == 0 && year % 100) || year % 400 == 0;

    return days[month - 1] + (month == 2 && leap);
}

date
filter_date(span value)
{
    date d = date_parse(value);
    size_t at = 0;
    unsigned first, second;

    if (date_is_set(d))
        return d;
    first = next_number(value, &at);
    second = next_number(value, &at);
    if (is_year(first))
        d.year = (uint16_t)first;
    else if (first >= 1 && first <= 12 && is_year(second))
        d = (date){(uint16_t)second, (uint8_t)first, 0};
    return d;
}

static date
first_day(date d)
{
    if (!date_is_set(d))
        return (date){FILTER_YEAR_FIRST, 1, 1};
    return (date){d.year, d.month ? d.month : 1, d.day ? d.day : 1};
}

static date
last_day(date d)
{
    if (!date_is_set(d))
        return (date){FILTER_YEAR_LAST, 12, 31};
    if (!d.month)
        return (date){d.year, 12, 31};
    if (!d.day)
        d.day = (uint8_t)days_of(d.year, d.month);
    return d;
}

/* Adds the largest of day, month and year that starts at `d` and ends no
 * later than `to`; moves `d` behind it. */
static void
add_step(arena *a, filter *out, date *d, date to)
{
    date month_end = {d->year, d->month, (uint8_t)days_of(d->year, d->month)};
    date year_end = {d->year, 12, 31};

    if (d->day == 1 && d->month == 1 &&
        date_number(year_end) <= date_number(to)) {
        add(a, out, arena_print(a, "Y%04u", d->year), false);
        *d = (date){(uint16_t)(d->year + 1), 1, 1};
        return;
    }
    if (d->day == 1 && date_number(month_end) <= date_number(to)) {
        add(a, out, arena_print(a, "M%04u%02u", d->year, d->month), false);
        d->day = month_end.day;
    } else {
        add(a, out, arena_print(a, "D%08u", date_number(*d)), false);
    }
    if (d->day++ < month_end.day)
        return;
    d->day = 1;
    if (d->month++ == 12) {
        d->month = 1;
        d->year++;
    }
}

filter
filter_dates(arena *a, date from, date to)
{
    filter out = {0};
    date at = first_day(from), end = last_day(to);

    if (at.year < FILTER_YEAR_FIRST)
        at = first_day((date){0});
    if (end.year > FILTER_YEAR_LAST)
        end = last_day((date){0});
    while (date_number(at) <= date_number(end))
        add_step(a, &out, &at, end);
    if (!out.count)
        add(a, &out, SPAN("Y-"), false);
    return out;
}

filter
filter_merged(arena *a)
{
    return filter_dates(
        a, (date){PLACE_MERGED_YEAR, PLACE_MERGED_MONTH, 1}, (date){0});
}
