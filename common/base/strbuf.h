/* strbuf: text that grows.
 *
 * The bytes are always followed by a NUL, so that `ptr` is a C string when
 * the text holds none itself; an empty buffer that was never written to has
 * ptr == NULL.  Appending is amortised O(1) a byte.
 */
#ifndef BASE_STRBUF_H
#define BASE_STRBUF_H

#include <stdarg.h>

#include "common/base/span.h"

typedef struct strbuf {
    char *ptr;
    size_t len;  /* bytes in use, without the NUL */
    size_t room; /* bytes allocated */
} strbuf;

#define STRBUF_INIT                                                            \
    {                                                                          \
        NULL, 0, 0                                                             \
    }

/* Frees the storage; the buffer is then empty and can be used again. */
void strbuf_release(strbuf *b);

/* Empties the buffer and keeps the storage. */
void strbuf_clear(strbuf *b);

/* Makes room for `more` bytes behind the text. */
void strbuf_reserve(strbuf *b, size_t more);

void strbuf_add(strbuf *b, span s);
void strbuf_add_char(strbuf *b, char c);
void strbuf_add_string(strbuf *b, const char *string);
void strbuf_print(strbuf *b, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
void strbuf_vprint(strbuf *b, const char *format, va_list list);

/* What it holds now; valid until the next change. */
static inline span
strbuf_span(const strbuf *b)
{
    return (span){b->ptr, b->len};
}

#endif
