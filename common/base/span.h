/* span: a piece of text that belongs to somebody else.
 *
 * A span is a pointer and a length in bytes; it owns nothing and is passed by
 * value.  All comparisons are on bytes: what is equal for a reader of
 * Vietnamese is decided in common/text, not here.
 */
#ifndef BASE_SPAN_H
#define BASE_SPAN_H

#include <stdbool.h>
#include <string.h>

#include <tracuu/types.h>

typedef tracuu_span span;

/* A span over a string constant. */
#define SPAN(literal) ((span){"" literal, sizeof(literal) - 1})

/* The same as an initializer of a static table. */
#define SPAN_INIT(literal)                                                     \
    {                                                                          \
        "" literal, sizeof(literal) - 1                                        \
    }

/* For printf("%.*s", SPAN_PRINT(s)). */
#define SPAN_PRINT(s) (int)(s).len, (s).ptr ? (s).ptr : ""

/* A span over a NUL-terminated string; NULL gives the empty span. */
static inline span
span_of(const char *string)
{
    return (span){string, string ? strlen(string) : 0};
}

/* The bytes [start, end) of `s`; the caller keeps start <= end <= s.len.  (C
 * has no NULL + 0, so the empty span is not moved.) */
static inline span
span_slice(span s, size_t start, size_t end)
{
    return (span){start ? s.ptr + start : s.ptr, end - start};
}

/* From byte `start` to the end. */
static inline span
span_from(span s, size_t start)
{
    return (span){start ? s.ptr + start : s.ptr, s.len - start};
}

static inline bool
span_is_empty(span s)
{
    return s.len == 0;
}

static inline bool
span_equal(span a, span b)
{
    return a.len == b.len && (a.len == 0 || !memcmp(a.ptr, b.ptr, a.len));
}

/* As span_equal with a NUL-terminated string, which is not measured first: most
 * differ in their first byte.  `s` has no NUL. */
static inline bool
span_is(span s, const char *string)
{
    for (size_t i = 0; i < s.len; i++)
        if (s.ptr[i] != string[i])
            return false;
    return !string[s.len];
}

static inline bool
span_starts_with(span s, span head)
{
    return s.len >= head.len &&
           (!head.len || !memcmp(s.ptr, head.ptr, head.len));
}

static inline bool
span_ends_with(span s, span tail)
{
    return s.len >= tail.len &&
           (!tail.len || !memcmp(s.ptr + s.len - tail.len, tail.ptr, tail.len));
}

/* <0, 0, >0 in byte order, the shorter first when one starts the other. */
int span_compare(span a, span b);

/* The place of the first `needle` at or after byte `from`, or SIZE_MAX.
 * Linear in the length of `s` (memmem). */
size_t span_find(span s, span needle, size_t from);

/* `s` without ASCII white space at both ends. */
span span_trim(span s);

/* Takes the next line off the front of `rest` (without its "\n" or "\r\n");
 * false when nothing is left. */
bool span_next_line(span *rest, span *line);

/* Takes the next field up to `separator` off the front of `rest`; false when
 * nothing is left.  "a,,b" has three fields, "" has one, and {NULL, 0} none. */
bool span_next_field(span *rest, char separator, span *field);

#endif
