/* utf8: reading, writing, checking and repairing UTF-8.
 *
 * Only shortest forms of U+0000..U+10FFFF without surrogates are UTF-8 here
 * (Unicode 15, table 3-7).  Everything behind common/text/normalize sees
 * valid UTF-8 without NUL.
 */
#ifndef TEXT_UTF8_H
#define TEXT_UTF8_H

#include <stdint.h>

#include "common/base/span.h"
#include "common/base/strbuf.h"

enum { UTF8_REPLACEMENT = 0xFFFD };

/* As utf8_next, at a byte that is no ASCII. */
uint32_t utf8_next_wide(span s, size_t *at);

/* The code point at byte `*at` (< s.len), and moves `*at` behind it.  A byte
 * that starts no valid sequence gives U+FFFD and moves by one. */
static inline uint32_t
utf8_next(span s, size_t *at)
{
    unsigned char first = (unsigned char)s.ptr[*at];

    if (first >= 0x80)
        return utf8_next_wide(s, at);
    (*at)++;
    return first;
}

/* The code point that ends before byte `*at` (> 0), and moves `*at` to its
 * start. */
uint32_t utf8_previous(span s, size_t *at);

/* Writes `code` to `out` and returns the number of bytes, 1 to 4. */
size_t utf8_put(char out[4], uint32_t code);
void utf8_add(strbuf *b, uint32_t code);

bool utf8_is_valid(span s);

/* Appends `s` with each byte that is no UTF-8 replaced by U+FFFD; returns how
 * many there were. */
size_t utf8_repair(strbuf *out, span s);

/* Code points in `s`, which is valid.  Linear, about 1 GB/s. */
size_t utf8_count(span s);

#endif
