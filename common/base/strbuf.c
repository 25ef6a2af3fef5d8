#include "common/base/strbuf.h"

#include <stdio.h>
#include <stdlib.h>

#include "common/base/memory.h"

void
strbuf_release(strbuf *b)
{
    free(b->ptr);
    *b = (strbuf)STRBUF_INIT;
}

void
strbuf_clear(strbuf *b)
{
    b->len = 0;
    if (b->ptr)
        b->ptr[0] = '\0';
}

void
strbuf_reserve(strbuf *b, size_t more)
{
    b->ptr = memory_grow(b->ptr, &b->room, b->len + more + 1, 1);
}

void
strbuf_add(strbuf *b, span s)
{
    strbuf_reserve(b, s.len);
    if (s.len)
        memcpy(b->ptr + b->len, s.ptr, s.len);
    b->len += s.len;
    b->ptr[b->len] = '\0';
}

void
strbuf_add_char(strbuf *b, char c)
{
    strbuf_add(b, (span){&c, 1});
}

void
strbuf_add_string(strbuf *b, const char *string)
{
    strbuf_add(b, span_of(string));
}

void
strbuf_vprint(strbuf *b, const char *format, va_list list)
{
    va_list again;
    int length;

    va_copy(again, list);
    length = vsnprintf(NULL, 0, format, list);
    if (length > 0) {
        strbuf_reserve(b, (size_t)length);
        vsnprintf(b->ptr + b->len, (size_t)length + 1, format, again);
        b->len += (size_t)length;
    }
    va_end(again);
}

void
strbuf_print(strbuf *b, const char *format, ...)
{
    va_list list;

    va_start(list, format);
    strbuf_vprint(b, format, list);
    va_end(list);
}
