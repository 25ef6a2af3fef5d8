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

uint8_t
gap_read(span text, size_t from, size_t to)
{
    span between = {text.ptr + from, to - from};
    size_t at = 0;
    uint8_t mark, tight;

    if (to < from || to - from > GAP_BYTES_MAX)
        return GAP_OTHER | GAP_TIGHT;
    while (at < between.len && is_blank(between.ptr[at]))
        at++;
    tight = at ? 0 : GAP_TIGHT;
    if (at == between.len)
        return GAP_BLANK | tight;
    mark = (uint8_t)gap_mark_at(between, &at);
    while (at < between.len && is_blank(between.ptr[at]))
        at++, tight = 0;
    return at == between.len ? mark | tight : GAP_OTHER | tight;
}
