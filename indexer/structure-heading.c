#include "indexer/structure-heading.h"

#include "common/text/unicode.h"
#include "common/text/utf8.h"
#include "indexer/structure-numbering.h"

enum { LINES_MAX = 3, LOOK_MAX = 1024 };

static span
without_marks(span s)
{
    while (s.len && strchr(" \t\r*#_|", s.ptr[0]))
        s = span_from(s, 1);
    while (s.len && strchr(" \t\r*#_|", s.ptr[s.len - 1]))
        s.len--;
    return s;
}

static span
next_line(const document *d, size_t *at)
{
    span rest = span_from(d->text, *at < d->text.len ? *at : d->text.len);
    span line = rest;

    if (rest.len > LOOK_MAX)
        rest.len = LOOK_MAX;
    if (!span_next_line(&rest, &line))
        return SPAN("");
    *at += (size_t)(rest.ptr - line.ptr);
    return without_marks(line);
}

static bool
is_capitals(span s)
{
    size_t capitals = 0;

    for (size_t i = 0; i < s.len; i++) {
        if (s.ptr[i] >= 'a' && s.ptr[i] <= 'z')
            return false;
        capitals += s.ptr[i] >= 'A' && s.ptr[i] <= 'Z';
    }
    return capitals > 1;
}

static bool
starts_small(span s)
{
    size_t at = 0;
    uint32_t code = s.len ? utf8_next(s, &at) : 0;

    return unicode_class(code) == CHAR_LETTER && !unicode_is_upper(code);
}

/* The line below goes on with the heading. */
static bool
goes_on(const document *d, span so_far, span line)
{
    size_t first =
        token_list_find(&d->tokens, (size_t)(line.ptr - d->text.ptr));

    if (!line.len || first >= d->tokens.count ||
        numbering_read(d, first).style != NUMBERING_NONE)
        return false;
    if (is_capitals(so_far))
        return is_capitals(line);
    return starts_small(line) || !d->tokens.at[first].breaks;
}

static span
join(document *d, span a, span b)
{
    return a.len ? arena_print(
                       &d->arena, "%.*s %.*s", SPAN_PRINT(a), SPAN_PRINT(b))
                 : b;
}

static bool
ends_sentence(span s)
{
    return s.len && strchr(".;:,?!", s.ptr[s.len - 1]);
}

span
heading_read(document *d, size_t from, size_t end, bool below)
{
    span head =
        without_marks(span_slice(d->text, from < end ? from : end, end));
    size_t at = end < d->text.len ? end + 1 : d->text.len;

    if (head.len > HEADING_MAX || ends_sentence(head))
        return SPAN("");
    for (int lines = 0; lines < LINES_MAX; lines++) {
        span line = next_line(d, &at);

        if (!line.len && !head.len && below)
            continue;
        if (head.len ? !goes_on(d, head, line) : !below || !is_capitals(line))
            break;
        head = join(d, head, line);
        if (head.len > HEADING_MAX)
            return SPAN("");
    }
    return ends_sentence(head) ? SPAN("") : head;
}
