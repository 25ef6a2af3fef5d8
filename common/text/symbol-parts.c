#include "common/text/symbol-parts.h"

#include <stdlib.h>

#include "common/text/issuer.h"
#include "common/text/symbol-letters.h"
#include "common/text/unicode.h"
#include "common/text/utf8.h"
#include "common/text/word.h"

enum { NUMBER_DIGITS_MAX = 5 };

span
parts_number(span source)
{
    size_t at = 0, start, digits, after;
    char folded[LETTERS_MAX];

    while (at < source.len && (source.ptr[at] < '0' || source.ptr[at] > '9'))
        at++;
    if (at && (letters_fold(folded, span_slice(source, 0, at)) != 2 ||
                  strcmp(folded, "so")))
        return SPAN("");
    start = at;
    while (at < source.len && source.ptr[at] >= '0' && source.ptr[at] <= '9')
        at++;
    digits = at - start;
    if (!digits || digits > NUMBER_DIGITS_MAX)
        return SPAN("");
    if (at < source.len && source.ptr[at] == '.') {
        after = ++at;
        while (
            at < source.len && source.ptr[at] >= '0' && source.ptr[at] <= '9')
            at++;
        if (at == after || at - after > 2)
            return SPAN("");
    }
    if (at < source.len) {
        uint32_t letter = unicode_fold(utf8_next(source, &at));

        if (letter < 'a' || letter > 'z' || at < source.len)
            return SPAN("");
    }
    return span_from(source, start);
}

static unsigned
year_of(span s)
{
    unsigned year = 0;

    if (s.len != 4)
        return 0;
    for (size_t i = 0; i < 4; i++) {
        if (s.ptr[i] < '0' || s.ptr[i] > '9')
            return 0;
        year = year * 10 + (unsigned)(s.ptr[i] - '0');
    }
    return year >= 1900 && year < 2100 ? year : 0;
}

static bool
letters_are_known(span s)
{
    const kind *found;

    return issuer_by_letters(s) || kind_by_letters(s, &found, 1);
}

size_t
parts_congress(span s, unsigned *congress)
{
    char folded[LETTERS_MAX];
    size_t len = letters_fold(folded, s), digits = 0;
    unsigned number;

    while (digits < len && folded[len - 1 - digits] >= '0' &&
           folded[len - 1 - digits] <= '9')
        digits++;
    if (!digits || digits > 2)
        return 0;
    number = (unsigned)strtoul(folded + len - digits, NULL, 10);
    folded[len - digits] = '\0';
    if (!word_number(span_of(folded), WORD_CONGRESS))
        return 0;
    *congress = number;
    return s.len - digits;
}

/* True if `s` can be letters of a symbol: capitals without tones, few small
 * letters among them ("TTg", "QĐi"); typed ones in any case if known. */
static bool
is_letters(span s, bool typed)
{
    size_t at = 0, upper = 0, lower = 0;
    unsigned congress;

    if (!s.len || s.len >= LETTERS_MAX)
        return false;
    while (at < s.len) {
        uint32_t code = utf8_next(s, &at);
        uint32_t plain = unicode_lower(code);

        if (code >= '0' && code <= '9' && (upper || lower))
            continue;
        if ((plain < 'a' || plain > 'z') && plain != 0x111 && plain != 0x1b0)
            return false;
        if (code == 0x1b0 && !typed)
            return false;
        if (unicode_is_upper(code))
            upper++;
        else
            lower++;
    }
    if (upper && lower <= 1)
        return true;
    if (typed && parts_congress(s, &congress))
        return true;
    return (upper || typed) && letters_are_known(s);
}

/* "T.Ư", "T.W", "T.U" are one part; so are "TƯ" and what ends in it. */
static span
read_central(parts *r, span part)
{
    static const char horn[] = "\xc6\xaf", small[] = "\xc6\xb0";
    gap behind = gap_behind(r->list, r->next);

    if (part.len == 1 && (*part.ptr == 'T' || *part.ptr == 't') &&
        behind.mark == GAP_DOT && behind.tight) {
        span tail = token_source(r->list, r->next + 1);

        if (tail.len == 1 && strchr("WwUu", *tail.ptr)) {
            r->next++;
            return strchr("Ww", *tail.ptr) ? SPAN("TW") : SPAN("TU");
        }
        if (tail.len == 2 &&
            (!memcmp(tail.ptr, horn, 2) || !memcmp(tail.ptr, small, 2))) {
            r->next++;
            return SPAN("TW");
        }
    }
    if (part.len > 2 && (part.ptr[part.len - 3] | 0x20) == 't' &&
        (!memcmp(part.ptr + part.len - 2, horn, 2) ||
            !memcmp(part.ptr + part.len - 2, small, 2)))
        return arena_print(r->arena, "%.*sW", (int)part.len - 2, part.ptr);
    return part;
}

/* Joins "&PTNT" and a unit in brackets, "(CS)", to the part. */
static span
read_joined(parts *r, span part)
{
    gap behind = gap_behind(r->list, r->next);
    size_t at = r->list->at[r->next].end;
    span text = r->list->text, tail;

    if (behind.mark == GAP_AND && behind.tight) {
        tail = token_source(r->list, r->next + 1);
        if (is_letters(tail, r->typed)) {
            r->next++;
            return arena_print(
                r->arena, "%.*s&%.*s", SPAN_PRINT(part), SPAN_PRINT(tail));
        }
    }
    if (r->next + 1 < r->list->count && at < text.len && text.ptr[at] == '(' &&
        r->list->at[r->next + 1].start == at + 1) {
        tail = token_source(r->list, r->next + 1);
        at = r->list->at[r->next + 1].end;
        if (tail.len <= 6 && is_letters(tail, false) && at < text.len &&
            text.ptr[at] == ')') {
            r->next++;
            return arena_print(
                r->arena, "%.*s(%.*s)", SPAN_PRINT(part), SPAN_PRINT(tail));
        }
    }
    return part;
}

static bool
has_organ(const parts *r)
{
    return r->count > 1 || (r->count == 1 && !r->kind);
}

/* "1836 QĐ/TWĐTN": a blank for the separator, known by what follows. */
static bool
starts_behind_blank(const parts *r)
{
    span source = token_source(r->list, r->next);
    const kind *found;
    gap behind = gap_behind(r->list, r->next);

    return !r->count && r->list->at[r->next].upper &&
           kind_by_letters(source, &found, 1) &&
           (behind.mark == GAP_SLASH || behind.mark == GAP_DASH) &&
           is_letters(token_source(r->list, r->next + 1), false);
}

/* "BQP-⏎BLĐTBXH": a line that was wrapped behind the dash. */
static bool
is_wrapped(const parts *r)
{
    span text = r->list->text;
    size_t from = r->list->at[r->next - 1].end, to = r->list->at[r->next].start;

    return r->list->at[r->next].line && from < to && text.ptr[from] != ' ' &&
           text.ptr[from] != '\n' &&
           is_letters(token_source(r->list, r->next), false);
}

static bool
is_capital(const parts *r, size_t at)
{
    return (r->list->at[at].capitals ||
               r->list->at[at].end - r->list->at[at].start == 1) &&
           r->list->at[at].upper &&
           is_letters(token_source(r->list, at), false);
}

/* "919-CV/VPTW/nb": not to be passed on. */
static bool
is_internal(const parts *r)
{
    return span_equal(token_folded(r->list, r->next), SPAN("nb"));
}

static bool
may_follow(const parts *r, gap g)
{
    /* "TTLT BQP BTC": of a joint act there are more organs. */
    if (g.mark == GAP_BLANK && has_organ(r))
        return r->typed && kind_has(r->kind, KIND_JOINT);
    if (g.mark == GAP_BLANK)
        return r->typed || starts_behind_blank(r);
    if (has_organ(r) && !g.tight && !(g.mark == GAP_DASH && is_wrapped(r)))
        return false;
    if (g.mark == GAP_DASH)
        return true;
    if (g.mark == GAP_DOT && has_organ(r))
        return is_capital(r, r->next - 1) && is_capital(r, r->next);
    if (g.mark == GAP_SLASH)
        return r->count < 2 || is_internal(r);
    return g.mark == GAP_DOT && r->count == 1 && r->kind;
}

static void
read_letters(parts *r)
{
    while (r->count < PARTS_MAX && r->next < r->list->count) {
        gap g = gap_behind(r->list, r->next - 1);
        span source = token_source(r->list, r->next);

        if (!may_follow(r, g) ||
            !(is_letters(source, r->typed) || (r->count > 1 && is_internal(r))))
            return;
        if (r->typed && g.mark == GAP_BLANK && !letters_are_known(source) &&
            !parts_congress(source, &(unsigned){0}))
            return;
        source = read_central(r, source);
        source = read_joined(r, source);
        if (!r->count)
            kind_by_letters(source, &r->kind, 1);
        r->before[r->count] = g.mark;
        r->at[r->count++] = source;
        r->next++;
    }
}

static void
read_year(parts *r)
{
    gap g = gap_behind(r->list, r->next - 1), behind;

    if (r->next + 1 >= r->list->count ||
        (g.mark != GAP_SLASH && g.mark != GAP_DASH &&
            !(r->typed && g.mark == GAP_BLANK)))
        return;
    behind = gap_behind(r->list, r->next);
    if (behind.mark != GAP_SLASH && behind.mark != GAP_DASH &&
        !(r->typed && behind.mark == GAP_BLANK))
        return;
    if (!is_letters(token_source(r->list, r->next + 1), r->typed))
        return;
    r->year = year_of(token_source(r->list, r->next));
    if (r->year)
        r->next++;
}

bool
parts_read(arena *a, const token_list *list, size_t at, bool typed, parts *out)
{
    *out = (parts){.list = list, .arena = a, .typed = typed, .next = at + 1};
    if (at >= list->count)
        return false;
    out->no = parts_number(token_source(list, at));
    if (!out->no.len)
        return false;
    read_year(out);
    read_letters(out);
    return out->count > 0;
}
