#include "common/text/token-header.h"

#include <stdint.h>

enum { PAGE_DIGITS = 4, LINE_MAX = 120 };

static size_t
skip_blanks(span text, size_t at)
{
    while (at < text.len && (text.ptr[at] == ' ' || text.ptr[at] == '\t'))
        at++;
    return at;
}

static size_t
skip_lines(span text, size_t at)
{
    while (at < text.len && strchr(" \t\n", text.ptr[at]) && text.ptr[at])
        at++;
    return at;
}

/* Behind the number of a page at `at`, or `at`. */
static size_t
skip_page(span text, size_t at)
{
    size_t end = at;

    while (end < text.len && text.ptr[end] >= '0' && text.ptr[end] <= '9')
        end++;
    return end - at <= PAGE_DIGITS ? end : at;
}

/* Behind `word` and the blanks behind that, or 0. */
static size_t
take(span text, size_t at, span word)
{
    if (!at || !span_starts_with(span_from(text, at), word))
        return 0;
    return skip_blanks(text, at + word.len);
}

static size_t
line_end(span text, size_t at)
{
    size_t start = at;

    while (at < text.len && at - start < LINE_MAX && text.ptr[at] != '\n')
        at++;
    return at;
}

size_t
header_end(span text, size_t at)
{
    size_t page = skip_page(text, at), end, below, number;
    bool numbered = page > at;

    at = numbered ? skip_lines(text, page) : at;
    at = take(text, at, SPAN("CÔNG BÁO"));
    at = take(text, at, SPAN("/"));
    at = take(text, at, SPAN("Số"));
    if (!at)
        return 0;
    end = line_end(text, at);
    if (span_find(span_slice(text, at, end), SPAN("/Ngày"), 0) == SIZE_MAX)
        return 0;
    if (numbered || end == text.len)
        return end;
    below = skip_lines(text, end);
    number = skip_page(text, below);
    if (number > below && line_end(text, number) == skip_blanks(text, number))
        return number;
    return end;
}
