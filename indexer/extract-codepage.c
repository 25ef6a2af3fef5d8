#include "indexer/extract-codepage.h"

#include <unicode/ucnv.h>

#include "common/base/memory.h"
#include "common/text/utf8.h"

enum { NAME_MAX_BYTES = 40 };

uint32_t
codepage_letter(unsigned char byte, bool vietnamese)
{
    static const uint16_t windows[32] = {0x20AC, 0x81, 0x201A, 0x192, 0x201E,
        0x2026, 0x2020, 0x2021, 0x2C6, 0x2030, 0x160, 0x2039, 0x152, 0x8D,
        0x17D, 0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013,
        0x2014, 0x2DC, 0x2122, 0x161, 0x203A, 0x153, 0x9D, 0x17E, 0x178};
    static const struct {
        unsigned char byte;
        uint16_t code;
    } others[] = {{0xC3, 0x102}, {0xCC, 0x300}, {0xD0, 0x110}, {0xD2, 0x309},
        {0xD5, 0x1A0}, {0xDD, 0x1AF}, {0xDE, 0x303}, {0xE3, 0x103},
        {0xEC, 0x301}, {0xF0, 0x111}, {0xF2, 0x323}, {0xF5, 0x1A1},
        {0xFD, 0x1B0}, {0xFE, 0x20AB}};

    for (size_t i = 0; vietnamese && i < sizeof others / sizeof *others; i++) {
        if (others[i].byte == byte)
            return others[i].code;
    }
    return byte >= 0x80 && byte < 0xA0 ? windows[byte - 0x80] : byte;
}

bool
codepage_decode(strbuf *out, span bytes, span charset)
{
    char name[NAME_MAX_BYTES];
    UErrorCode error = U_ZERO_ERROR;
    UConverter *from;
    int32_t room, used;

    if (!charset.len || charset.len >= sizeof name || bytes.len > INT32_MAX / 4)
        return false;
    memcpy(name, charset.ptr, charset.len);
    name[charset.len] = '\0';
    from = ucnv_open(name, &error);
    if (U_FAILURE(error))
        return false;
    room = (int32_t)bytes.len * 3 + 16;
    strbuf_reserve(out, (size_t)room);
    used = ucnv_toAlgorithmic(UCNV_UTF8, from, out->ptr + out->len, room,
        bytes.ptr, (int32_t)bytes.len, &error);
    ucnv_close(from);
    if (U_FAILURE(error) && error != U_STRING_NOT_TERMINATED_WARNING)
        return false;
    out->len += (size_t)used;
    return true;
}
