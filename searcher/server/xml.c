#include "searcher/server/xml.h"

static const char unknown[] = "\xEF\xBF\xBD";

/* Bytes of the character at `s` if it is one of UTF-8 that XML may hold, else
 * 0.  (Overlong forms, surrogates, and U+FFFE and U+FFFF are none.) */
static size_t
character(const unsigned char *s)
{
    size_t length = s[0] < 0x80   ? 1
                    : s[0] < 0xC2 ? 0
                    : s[0] < 0xE0 ? 2
                    : s[0] < 0xF0 ? 3
                    : s[0] < 0xF5 ? 4
                                  : 0;

    for (size_t i = 1; i < length; i++)
        if ((s[i] & 0xC0) != 0x80)
            return 0;
    if ((s[0] == 0xE0 && s[1] < 0xA0) || (s[0] == 0xED && s[1] > 0x9F) ||
        (s[0] == 0xF0 && s[1] < 0x90) || (s[0] == 0xF4 && s[1] > 0x8F) ||
        (s[0] == 0xEF && s[1] == 0xBF && s[2] > 0xBD))
        return 0;
    if (length == 1 && s[0] < 0x20 && s[0] != '\t' && s[0] != '\n')
        return 0;
    return length;
}

static const char *
entity(char c)
{
    switch (c) {
    case '&':
        return "&amp;";
    case '<':
        return "&lt;";
    case '>':
        return "&gt;";
    case '"':
        return "&quot;";
    case '\'':
        return "&#39;";
    default:
        return NULL;
    }
}

void
xml_put(strbuf *out, const char *text)
{
    while (*text) {
        size_t length = character((const unsigned char *)text);
        const char *named = entity(*text);

        if (named)
            strbuf_add_string(out, named);
        else if (length)
            strbuf_add(out, (span){text, length});
        else
            strbuf_add_string(out, unknown);
        text += length ? length : 1;
    }
}

void
xml_element(strbuf *out, const char *name, const char *text)
{
    strbuf_print(out, "<%s>", name);
    xml_put(out, text);
    strbuf_print(out, "</%s>\n", name);
}
