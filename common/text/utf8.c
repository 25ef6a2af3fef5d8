#include "common/text/utf8.h"

#include <stdint.h>

/* The code point at `p` of a sequence of at most `room` bytes, with its
 * length in `*size`; length 0 if it is no valid sequence (table 3-7). */
static uint32_t
decode(const unsigned char *p, size_t room, size_t *size)
{
    uint32_t code;
    size_t length;

    *size = 0;
    if (p[0] < 0xC2 || p[0] > 0xF4)
        return UTF8_REPLACEMENT;
    length = p[0] < 0xE0 ? 2 : p[0] < 0xF0 ? 3 : 4;
    if (length > room)
        return UTF8_REPLACEMENT;
    code = p[0] & (0x7Fu >> length);
    for (size_t i = 1; i < length; i++) {
        if ((p[i] & 0xC0) != 0x80)
            return UTF8_REPLACEMENT;
        code = code << 6 | (p[i] & 0x3Fu);
    }
    if (length == 3 && (code < 0x800 || (code >= 0xD800 && code < 0xE000)))
        return UTF8_REPLACEMENT;
    if (length == 4 && (code < 0x10000 || code > 0x10FFFF))
        return UTF8_REPLACEMENT;
    *size = length;
    return code;
}

uint32_t
utf8_next_wide(span s, size_t *at)
{
    size_t size;
    uint32_t code =
        decode((const unsigned char *)s.ptr + *at, s.len - *at, &size);

    *at += size ? size : 1;
    return code;
}

uint32_t
utf8_previous(span s, size_t *at)
{
    const unsigned char *p = (const unsigned char *)s.ptr;
    size_t start = *at - 1, size;
    uint32_t code;

    while (start && *at - start < 4 && (p[start] & 0xC0) == 0x80)
        start--;
    if (p[start] < 0x80 && start == *at - 1) {
        *at = start;
        return p[start];
    }
    code = decode(p + start, *at - start, &size);
    if (size != *at - start) {
        (*at)--;
        return UTF8_REPLACEMENT;
    }
    *at = start;
    return code;
}

size_t
utf8_put(char out[4], uint32_t code)
{
    if (code < 0x80) {
        out[0] = (char)code;
        return 1;
    }
    if (code < 0x800) {
        out[0] = (char)(0xC0 | code >> 6);
        out[1] = (char)(0x80 | (code & 0x3F));
        return 2;
    }
    if (code > 0x10FFFF || (code >= 0xD800 && code < 0xE000))
        code = UTF8_REPLACEMENT;
    if (code < 0x10000) {
        out[0] = (char)(0xE0 | code >> 12);
        out[1] = (char)(0x80 | (code >> 6 & 0x3F));
        out[2] = (char)(0x80 | (code & 0x3F));
        return 3;
    }
    out[0] = (char)(0xF0 | code >> 18);
    out[1] = (char)(0x80 | (code >> 12 & 0x3F));
    out[2] = (char)(0x80 | (code >> 6 & 0x3F));
    out[3] = (char)(0x80 | (code & 0x3F));
    return 4;
}

void
utf8_add(strbuf *b, uint32_t code)
{
    char bytes[4];

    strbuf_add(b, (span){bytes, utf8_put(bytes, code)});
}

/* The first byte at or after `at` that belongs to no valid sequence. */
static size_t
valid_until(span s, size_t at)
{
    const unsigned char *p = (const unsigned char *)s.ptr;
    uint64_t eight;
    size_t size;

    while (at < s.len) {
        if (s.len - at >= 8) {
            memcpy(&eight, p + at, 8);
            if (!(eight & 0x8080808080808080u)) {
                at += 8;
                continue;
            }
        }
        if (p[at] < 0x80) {
            at++;
            continue;
        }
        decode(p + at, s.len - at, &size);
        if (!size)
            return at;
        at += size;
    }
    return at;
}

bool
utf8_is_valid(span s)
{
    return valid_until(s, 0) == s.len;
}

size_t
utf8_repair(strbuf *out, span s)
{
    size_t at = 0, invalid = 0;

    for (;;) {
        size_t end = valid_until(s, at);

        strbuf_add(out, span_slice(s, at, end));
        if (end == s.len)
            return invalid;
        utf8_add(out, UTF8_REPLACEMENT);
        invalid++;
        at = end + 1;
    }
}

size_t
utf8_count(span s)
{
    size_t count = 0;

    for (size_t i = 0; i < s.len; i++)
        count += ((unsigned char)s.ptr[i] & 0xC0) != 0x80;
    return count;
}
