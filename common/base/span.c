#include "common/base/span.h"

#include <stdint.h>

int
span_compare(span a, span b)
{
    size_t shorter = a.len < b.len ? a.len : b.len;
    int order = shorter ? memcmp(a.ptr, b.ptr, shorter) : 0;

    if (order)
        return order;
    return (a.len > b.len) - (a.len < b.len);
}

size_t
span_find(span s, span needle, size_t from)
{
    const char *at;

    if (from > s.len || needle.len > s.len - from)
        return SIZE_MAX;
    if (!needle.len)
        return from;
    at = memmem(s.ptr + from, s.len - from, needle.ptr, needle.len);
    return at ? (size_t)(at - s.ptr) : SIZE_MAX;
}

static bool
is_blank(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

span
span_trim(span s)
{
    while (s.len && is_blank(s.ptr[0]))
        s = span_from(s, 1);
    while (s.len && is_blank(s.ptr[s.len - 1]))
        s.len--;
    return s;
}

bool
span_next_line(span *rest, span *line)
{
    size_t end;

    if (!rest->len)
        return false;
    end = span_find(*rest, SPAN("\n"), 0);
    *line = end == SIZE_MAX ? *rest : span_slice(*rest, 0, end);
    *rest = span_from(*rest, end == SIZE_MAX ? rest->len : end + 1);
    if (line->len && line->ptr[line->len - 1] == '\r')
        line->len--;
    return true;
}

bool
span_next_field(span *rest, char separator, span *field)
{
    const char *end;

    if (!rest->ptr)
        return false;
    end = rest->len ? memchr(rest->ptr, separator, rest->len) : NULL;
    if (!end) {
        *field = *rest;
        *rest = (span){NULL, 0};
        return true;
    }
    *field = span_slice(*rest, 0, (size_t)(end - rest->ptr));
    *rest = span_from(*rest, field->len + 1);
    return true;
}
