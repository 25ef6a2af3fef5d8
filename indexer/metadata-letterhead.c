#include "indexer/metadata-letterhead.h"

#include "common/text/date.h"
#include "common/text/symbol.h"
#include "indexer/words.h"

enum {
    PLACE_TOKENS = 7, /* of a place before "ngày" */
    PAGE_DIGITS = 4
};

static const char state_motto[] =
    "cong hoa xa hoi chu nghia viet nam doc lap tu do hanh phuc";
static const char motto_line[] = "doc lap tu do hanh phuc";
static const char party_name[] = "dang cong san viet nam";

bool
letterhead_motto(const document *d, head *h, const cell *c)
{
    const char *const starts[] = {
        h->motto_rest, state_motto, motto_line, party_name};

    for (size_t i = 0; i < sizeof starts / sizeof *starts; i++) {
        const char *rest = starts[i] ? cell_rest(d, c, starts[i]) : NULL;

        if (!rest)
            continue;
        h->motto_rest = *rest ? rest : NULL;
        if (!*rest || i == 0)
            h->motto = true;
        return true;
    }
    return false;
}

bool
letterhead_noise(const document *d, head *h, const cell *c)
{
    static const char *const lines[] = {"van ban quy pham phap luat",
        "van ban phap luat khac", "phan van ban quy pham phap luat",
        "phan van ban khac", "du thao", "ban du thao"};

    if (c->last == c->first + 1 && d->tokens.at[c->first].number &&
        c->end - c->start <= PAGE_DIGITS)
        return true;
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++)
        if (cell_is(d, c, lines[i]))
            return true;
    for (size_t i = c->first; i < c->last && i < c->first + 2; i++)
        if (words_take(&d->tokens, i, "cong bao") &&
            (words_is(&d->tokens, i + 2, "so") || i + 2 == c->last))
            return true;
    if (c->capitals && cell_takes(d, c, c->first, "van ban hop nhat")) {
        h->consolidated = true;
        /* Below the motto it is the kind, above it the gazette's heading. */
        return !h->motto || !cell_is(d, c, "van ban hop nhat");
    }
    return false;
}

bool
letterhead_mark(const document *d, const cell *c)
{
    static const char *const marks[] = {"mat", "toi mat", "tuyet mat", "khan",
        "thuong khan", "hoa toc", "hoa toc hen gio", "do mat mat",
        "do mat toi mat", "do mat tuyet mat", "thuong khan hoa toc"};

    if (!c->capitals)
        return false;
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        if (cell_is(d, c, marks[i]))
            return true;
    return false;
}

/* The small letters of "Thành phố Huế, ngày ...". */
static bool
is_place_word(const document *d, size_t i)
{
    static const char *const words[] = {
        "pho", "tinh", "xa", "thi", "tran", "huyen", "quan", "phuong"};

    return WORDS_TAKE_ANY(&d->tokens, i, words) > 0;
}

/* A date at the start of its cell needs its place at the end of the one
 * before: "Hà Nội,". */
static bool
is_without_place(const document *d, const head *h, const cell *c)
{
    if (!span_starts_with(words_at(&d->tokens, c->first), SPAN("ngay")))
        return false;
    return c == h->cells.at || d->text.ptr[c[-1].end - 1] != ',';
}

bool
letterhead_date(const document *d, head *h, const cell *c, size_t at)
{
    if (at == c->first && is_without_place(d, h, c))
        return false;
    for (size_t i = at; i < c->last && i <= at + PLACE_TOKENS; i++) {
        size_t used;
        date day;

        if (!span_starts_with(words_at(&d->tokens, i), SPAN("ngay"))) {
            if (!d->tokens.at[i].upper && !is_place_word(d, i))
                return false;
            continue;
        }
        day = date_match(&d->tokens, i, &used);
        if (day.year) {
            h->date = i;
            h->date_last = i + used;
        }
        if (day.year || i + 1 < c->last)
            return day.year > 0;
    }
    return false;
}

/* What follows "Số" is a number, or the space for one. */
static bool
number_follows(arena *a, const document *d, const cell *c, size_t at)
{
    size_t end = d->tokens.at[at - 1].end, used;
    symbol s;

    if (at < d->tokens.count &&
        symbol_match(a, &d->tokens, at, false, &s, &used))
        return true;
    while (end < d->text.len && d->text.ptr[end] == ' ')
        end++;
    if (end < d->text.len && strchr(":/", d->text.ptr[end]))
        return true;
    return at + 1 == c->last && d->tokens.at[at].number;
}

/* "Luật số: 64/2025/QH15" says no more; "Quyết định số 60/2015/QĐ-TTg ngày ..."
 * is a sentence. */
static bool
ends_with_symbol(arena *a, const document *d, const cell *c, size_t at)
{
    size_t used;
    symbol s;

    return at >= c->last ||
           (symbol_match(a, &d->tokens, at, false, &s, &used) &&
               at + used >= c->last);
}

bool
letterhead_number(arena *a, const document *d, head *h, const cell *c)
{
    size_t used = 0, at = c->first;

    if (!kind_match(&d->tokens, at, &used) || at + used >= c->last)
        used = 0;
    at += used;
    if (!words_is(&d->tokens, at, "so") ||
        (at == c->first && !d->tokens.at[at].upper))
        return false;
    at += words_is(&d->tokens, at + 1, "hieu") ? 2 : 1;
    if (!number_follows(a, d, c, at) ||
        (used && !ends_with_symbol(a, d, c, at)))
        return false;
    h->number = at;
    for (size_t i = at; i < c->last && h->date == SIZE_MAX; i++)
        if (d->tokens.at[i].upper && letterhead_date(d, h, c, i))
            break;
    return true;
}
