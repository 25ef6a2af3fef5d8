#include "common/text/token-gap.h"

#include "common/text/utf8.h"

enum { GAP_BYTES_MAX = 96 /* a line end and a deep indent */ };

static bool
is_blank(char c)
{
    return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}

/* The mark that starts at byte `*at` of `s`, and moves behind it. */
static gap_mark
gap_mark_at(span s, size_t *at)
{
    switch (utf8_next(s, at)) {
    case '/':
        return GAP_SLASH;
    case '-':
    case '_':
    case 0x2010:
    case 0x2011:
    case 0x2012:
    case 0x2013:
    case 0x2014:
    case 0x2015:
    case 0x2212:
        return GAP_DASH;
    case '.':
        return GAP_DOT;
    case '&':
        return GAP_AND;
    case ',':
        return GAP_COMMA;
    case ';':
        return GAP_SEMICOLON;
    case ':':
        return GAP_COLON;
    case '(':
    case '[':
        return GAP_OPEN;
    case ')':
    case ']':
        return GAP_CLOSE;
    default:
        return GAP_OTHER;
    }
}

gap
gap_behind(const token_list *list, size_t i)
{
    gap found = {GAP_OTHER, true};
    size_t at, end;
    span between;

    if (i + 1 >= list->count)
        return found;
    at = list->at[i].end;
    end = list->at[i + 1].start;
    if (end < at || end - at > GAP_BYTES_MAX)
        return found;
    between = span_slice(list->text, at, end);
    at = 0;
    while (at < between.len && is_blank(between.ptr[at]))
        at++;
    found.tight = at == 0;
    if (at == between.len) {
        found.mark = GAP_BLANK;
        return found;
    }
    found.mark = gap_mark_at(between, &at);
    while (at < between.len && is_blank(between.ptr[at]))
        at++, found.tight = false;
    if (at != between.len)
        found.mark = GAP_OTHER;
    return found;
}
