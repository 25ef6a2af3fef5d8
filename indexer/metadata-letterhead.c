#include "indexer/metadata-letterhead.h"

#include "common/text/date.h"
#include "common/text/symbol.h"
#include "common/text/word.h"
#include "indexer/words.h"

enum {
    PLACE_TOKENS = 7, /* of a place before "ngày" */
    PAGE_DIGITS = 4
};

/* The cell starts `line`, or is what is left of it. */
static bool
is_motto(const document *d, head *h, const cell *c, const char *line, bool left)
{
    const char *rest = line ? cell_rest(d, c, line) : NULL;

    if (!rest)
        return false;
    h->motto_rest = *rest ? rest : NULL;
    h->motto = h->motto || !*rest || left;
    return true;
}

bool
letterhead_motto(const document *d, head *h, const cell *c)
{
    const char *line;

    if (is_motto(d, h, c, h->motto_rest, true))
        return true;
    for (size_t i = 0; (line = word_entry(WORD_HEAD_MOTTO, i)); i++)
        if (is_motto(d, h, c, line, false))
            return true;
    return false;
}

bool
letterhead_noise(const document *d, head *h, const cell *c)
{
    if (c->last == c->first + 1 && d->tokens.at[c->first].number &&
        c->end - c->start <= PAGE_DIGITS)
        return true;
    if (cell_is_any(d, c, WORD_HEAD_NOISE))
        return true;
    for (size_t i = c->first; i < c->last && i < c->first + 2; i++)
        if (words_take(&d->tokens, i, "cong bao") &&
            (token_is(&d->tokens, i + 2, "so") || i + 2 == c->last))
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
    return c->capitals && cell_is_any(d, c, WORD_SECRECY);
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
            if (!d->tokens.at[i].upper &&
                !word_at(&d->tokens, i, WORD_PLACE_SMALL))
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
    if (!token_is(&d->tokens, at, "so") ||
        (at == c->first && !d->tokens.at[at].upper))
        return false;
    at += token_is(&d->tokens, at + 1, "hieu") ? 2 : 1;
    if (!number_follows(a, d, c, at) ||
        (used && !ends_with_symbol(a, d, c, at)))
        return false;
    h->number = at;
    for (size_t i = at; i < c->last && h->date == SIZE_MAX; i++)
        if (d->tokens.at[i].upper && letterhead_date(d, h, c, i))
            break;
    return true;
}
