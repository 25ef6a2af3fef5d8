#include "common/text/legacy-suspect.h"

#include <stdint.h>
#include <string.h>

enum { WINDOW = 256, ENOUGH = 4, ENOUGH_SHORT = 2 };

/* By the second byte less 0x80: letters of U+00C0..U+00FF that Vietnamese has
 * not, and those of U+0080..U+00BF that are no common signs. */
static const uint64_t odd_c3 = /* C4-C7 CB CE-CF D0-D1 D6-D8 DB-DC DE-DF ... */
    1ull << 0x04 | 1ull << 0x05 | 1ull << 0x06 | 1ull << 0x07 | 1ull << 0x0B |
    1ull << 0x0E | 1ull << 0x0F | 1ull << 0x10 | 1ull << 0x11 | 1ull << 0x16 |
    1ull << 0x17 | 1ull << 0x18 | 1ull << 0x1B | 1ull << 0x1C | 1ull << 0x1E |
    1ull << 0x1F | 1ull << 0x24 | 1ull << 0x25 | 1ull << 0x26 | 1ull << 0x27 |
    1ull << 0x2B | 1ull << 0x2E | 1ull << 0x2F | 1ull << 0x30 | 1ull << 0x31 |
    1ull << 0x36 | 1ull << 0x37 | 1ull << 0x38 | 1ull << 0x3B | 1ull << 0x3C |
    1ull << 0x3E | 1ull << 0x3F;
static const uint64_t common_c2 = /* A0 A7 A9 AB AE B0 B2 B3 B7 BA BB */
    1ull << 0x20 | 1ull << 0x27 | 1ull << 0x29 | 1ull << 0x2B | 1ull << 0x2E |
    1ull << 0x30 | 1ull << 0x32 | 1ull << 0x33 | 1ull << 0x37 | 1ull << 0x3A |
    1ull << 0x3B;

static bool
is_letter(unsigned char b)
{
    return (unsigned)((b | 32) - 'a') < 26 || b >= 0xC3;
}

/* True if a vowel ends at `at`: in ASCII, or one of those that windows-1258
 * has with a shape and Latin-1 shows as a, e, o, y with marks. */
static bool
ends_vowel(const unsigned char *p, size_t at)
{
    unsigned char last = at ? p[at - 1] : 0;

    if (last < 0x80)
        return last && strchr("aeiouy", last | 32);
    return at > 1 && p[at - 2] == 0xC3 &&
           strchr("\xA2\xA3\xAA\xB4\xB5\xBD", last | 32);
}

/* True if the two bytes at `at` are an odd letter.  In windows-1258 taken for
 * Latin-1 a tone stands behind its vowel: "Nghiò"; in UTF-8 taken for it most
 * letters begin as "á»". */
static bool
is_odd(const unsigned char *p, size_t at, size_t len)
{
    unsigned char second = p[at + 1];
    bool behind = at && is_letter(p[at - 1]);
    bool before = at + 2 < len && is_letter(p[at + 2]);
    uint64_t bit = 1ull << (second & 0x3F);

    if (p[at] == 0xC3) {
        if (odd_c3 & bit)
            return true;
        if (second == 0xA1)
            return at + 3 < len && p[at + 2] == 0xC2;
        return (second == 0xAC || second == 0xB2 || second == 0x8C ||
                   second == 0x92) &&
               ends_vowel(p, at);
    }
    return !(common_c2 & bit) && (behind || before);
}

bool
suspect_is(span utf8)
{
    const unsigned char *p = (const unsigned char *)utf8.ptr;
    size_t enough = utf8.len < WINDOW ? ENOUGH_SHORT : ENOUGH;
    size_t odd = 0, start = 0;

    for (size_t at = 0; at + 1 < utf8.len; at++) {
        unsigned char b = p[at];

        if (b < 0xC2 || (b > 0xC3 && b != 0xEF))
            continue;
        if (at - start > WINDOW)
            odd = 0, start = at;
        if (b == 0xEF) /* U+F020..U+F0FF stand for bytes */
            odd += (p[at + 1] & 0xFE) == 0x82 && at && is_letter(p[at - 1]);
        else
            odd += is_odd(p, at, utf8.len);
        if (odd >= enough)
            return true;
    }
    return false;
}
