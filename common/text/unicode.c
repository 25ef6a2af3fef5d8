#include "common/text/unicode.h"

struct record {
    uint16_t lower, fold, toneless, like; /* distances, modulo 65536 */
    uint8_t class, tone, flags;
};

enum { IS_UPPER = 1, IS_PLAIN = 2, IS_DASH = 4, IS_APOSTROPHE = 8 };

#include "common/text/tables/unicode.inc"

static const struct record *
find(uint32_t code)
{
    return &records[pages[page_of[code >> 7] * 128u + (code & 127)]];
}

static bool
has_flag(uint32_t code, unsigned flag)
{
    return code < 0x10000 && (find(code)->flags & flag);
}

char_class
unicode_class(uint32_t code)
{
    if (code < 0x10000)
        return (char_class)find(code)->class;
    /* Tags and supplementary variation selectors. */
    return code >= 0xE0000 && code < 0xE1000 ? CHAR_IGNORABLE : CHAR_OTHER;
}

uint32_t
unicode_lower(uint32_t code)
{
    return code < 0x10000 ? (uint16_t)(code + find(code)->lower) : code;
}

bool
unicode_is_upper(uint32_t code)
{
    return has_flag(code, IS_UPPER);
}

uint32_t
unicode_fold(uint32_t code)
{
    return code < 0x10000 ? (uint16_t)(code + find(code)->fold) : code;
}

tone
unicode_tone(uint32_t code)
{
    return code < 0x10000 ? (tone)find(code)->tone : TONE_NONE;
}

uint32_t
unicode_toneless(uint32_t code)
{
    return code < 0x10000 ? (uint16_t)(code + find(code)->toneless) : code;
}

uint32_t
unicode_with_tone(uint32_t code, tone t)
{
    size_t low = 0, high = sizeof toned / sizeof *toned;

    while (low < high) {
        size_t middle = (low + high) / 2;

        if (toned[middle][0] == code)
            return toned[middle][t];
        if (toned[middle][0] < code)
            low = middle + 1;
        else
            high = middle;
    }
    return code;
}

static bool
is_latin(uint32_t code)
{
    return code < 0x370 || (code >= 0x1E00 && code < 0x1F00);
}

uint32_t
unicode_lookalike(uint32_t code)
{
    return is_latin(code) ? (uint16_t)(code + find(code)->like) : code;
}

uint32_t
unicode_confusable(uint32_t code)
{
    if (code >= 0x10000 || is_latin(code))
        return code;
    return (uint16_t)(code + find(code)->like);
}

bool
unicode_is_plain(uint32_t code)
{
    return has_flag(code, IS_PLAIN);
}

bool
unicode_is_dash(uint32_t code)
{
    return has_flag(code, IS_DASH);
}

bool
unicode_is_apostrophe(uint32_t code)
{
    return has_flag(code, IS_APOSTROPHE);
}
