#include "common/text/unicode.h"

#include "common/text/tables/unicode.inc"

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
    return is_latin(code) ? (uint16_t)(code + unicode_find(code)->like) : code;
}

uint32_t
unicode_confusable(uint32_t code)
{
    if (code >= 0x10000 || is_latin(code))
        return code;
    return (uint16_t)(code + unicode_find(code)->like);
}
