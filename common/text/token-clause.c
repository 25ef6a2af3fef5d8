#include "common/text/token-clause.h"

#include <string.h>

#include "common/text/token-bounds.h"
#include "common/text/utf8.h"

enum {
    WRAPPED_MIN = 64,  /* bytes of a line that a printer may have wrapped */
    WRAPPED_MAX = 200, /* longer ones are whole paragraphs */
    MARKER_MAX = 5     /* bytes of "1", "IV", "a", "10.2" */
};

static bool
has_digits_beside(span text, size_t at, size_t next)
{
    return at && bounds_is_digit(text.ptr[at - 1]) && next < text.len &&
           bounds_is_digit(text.ptr[next]);
}

static bool
is_blank_at(span text, size_t at)
{
    return at >= text.len || text.ptr[at] == ' ' || text.ptr[at] == '\t';
}

/* Geometric shapes, dingbats, and the private use of symbol fonts. */
static bool
is_bullet(uint32_t code)
{
    return code == 0xB7 || (code >= 0x2022 && code < 0x2024) ||
           (code >= 0x2190 && code < 0x2E00) ||
           (code >= 0xE000 && code < 0xF900);
}

/* The character at `at` that is no part of a word. */
static void
read_one(span text, size_t at, size_t next, size_t *line, clause_gap *g)
{
    unsigned char b = (unsigned char)text.ptr[at];

    if (b == '\n') {
        g->ends++;
        g->bullet = false;
        g->line = at - *line;
        *line = next;
    } else if (b == '.') {
        g->full = g->full || !bounds_starts(text, next);
    } else if (b == ':') {
        g->stop = g->stop || !has_digits_beside(text, at, next);
    } else if (b < 0x80) {
        g->stop = g->stop || strchr(";?!()[]{}", b);
        if (strchr("-+*", b) && is_blank_at(text, next))
            g->bullet = true;
    } else {
        uint32_t code = utf8_next(text, &at);

        g->stop = g->stop || code == 0x2026;
        if (unicode_is_dash(code) ? is_blank_at(text, next) : is_bullet(code))
            g->bullet = true;
    }
}

size_t
clause_skip(span text, size_t at, size_t *line, clause_gap *g)
{
    size_t next;

    *g = (clause_gap){.stop = false};
    while (at < text.len) {
        char_class class;

        if (text.ptr[at] == ' ') {
            at++;
            continue;
        }
        class = bounds_class(text, at, &next);
        if (class == CHAR_LETTER || class == CHAR_DIGIT)
            break;
        if (class != CHAR_MARK && class != CHAR_IGNORABLE)
            read_one(text, at, next, line, g);
        at = next;
    }
    return at;
}

/* True if a full stop behind the token belongs to it: up to three letters
 * without a vowel, the first a capital, and not the end of a symbol. */
static bool
is_abbreviation(span text, const token *t, const char *folded)
{
    if (!t->upper || t->folded_len > 3 || t->number)
        return false;
    if (t->start && strchr("-/", text.ptr[t->start - 1]))
        return false;
    for (size_t i = 0; i < t->folded_len; i++)
        if (strchr("aeiouy", folded[i]))
            return false;
    return true;
}

/* True if `t` numbers a point of a list: "1.", "1.2.", "IV.", "a)". */
static bool
is_marker(span text, const token *t)
{
    size_t end = t->end;

    if (end - t->start > MARKER_MAX || end >= text.len)
        return false;
    if (text.ptr[end] == ')')
        return true;
    return text.ptr[end] == '.' && (t->number || t->upper) &&
           !bounds_starts(text, end + 1);
}

bool
clause_starts(span text, const clause_gap *g, const token *previous,
    const char *folded, const token *t)
{
    if (!previous || g->stop || g->ends > 1)
        return true;
    if (g->full && !is_abbreviation(text, previous, folded))
        return true;
    if (!g->ends)
        return false;
    if (g->bullet || is_marker(text, t))
        return true;
    if (g->line >= WRAPPED_MIN && g->line <= WRAPPED_MAX)
        return false;
    return t->upper || t->number;
}
