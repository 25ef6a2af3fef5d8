#include "indexer/extract-mime.h"

#include <strings.h>

#include "common/text/legacy.h"
#include "common/text/utf8.h"
#include "indexer/extract-codepage.h"

static int
value_of(char c)
{
    if (c >= 'A' && c <= 'Z')
        return c - 'A';
    if (c >= 'a' && c <= 'z')
        return c - 'a' + 26;
    if (c >= '0' && c <= '9')
        return c - '0' + 52;
    return c == '+' ? 62 : c == '/' ? 63 : -1;
}

static void
decode_base64(strbuf *out, span s)
{
    unsigned bits = 0, held = 0;

    strbuf_reserve(out, s.len / 4 * 3 + 3);
    for (size_t i = 0; i < s.len; i++) {
        int value = value_of(s.ptr[i]);

        if (value < 0)
            continue;
        held = (held << 6 | (unsigned)value) & 0xFFFFFF;
        bits += 6;
        if (bits >= 8) {
            bits -= 8;
            strbuf_add_char(out, (char)(held >> bits & 0xFF));
        }
    }
}

static int
hex_of(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    c |= 0x20;
    return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

/* The byte of "=C3", or -1. */
static int
quoted_byte(span s, size_t at)
{
    int high, low;

    if (at + 2 >= s.len)
        return -1;
    high = hex_of(s.ptr[at + 1]);
    low = hex_of(s.ptr[at + 2]);
    return high < 0 || low < 0 ? -1 : high << 4 | low;
}

static void
decode_quoted(strbuf *out, span s, bool word)
{
    for (size_t i = 0; i < s.len; i++) {
        char c = s.ptr[i];
        int byte;

        if (c != '=') {
            strbuf_add_char(out, word && c == '_' ? ' ' : c);
        } else if ((byte = quoted_byte(s, i)) >= 0) {
            strbuf_add_char(out, (char)byte);
            i += 2;
        } else if (i + 2 < s.len && s.ptr[i + 1] == '\r') {
            i += 1 + (s.ptr[i + 2] == '\n'); /* the line goes on */
        } else if (i + 1 < s.len && s.ptr[i + 1] == '\n') {
            i++;
        }
    }
}

static bool
is_called(span s, const char *name)
{
    return s.len == strlen(name) && !strncasecmp(s.ptr, name, s.len);
}

void
mime_decode(strbuf *out, span body, span transfer)
{
    if (is_called(transfer, "base64"))
        decode_base64(out, body);
    else if (is_called(transfer, "quoted-printable"))
        decode_quoted(out, body, false);
    else
        strbuf_add(out, body);
}

void
mime_text(strbuf *out, span bytes, span charset)
{
    arena a = ARENA_INIT;

    if (utf8_is_valid(bytes) || is_called(charset, "utf-8") ||
        !codepage_decode(out, bytes, charset)) {
        span text = legacy_read(&a, bytes).text;

        utf8_repair(out, text);
    }
    arena_release(&a);
}

/* "=?charset?B?text?=" at the start of `s`; returns its length, or 0. */
static size_t
read_encoded(strbuf *out, span s)
{
    span rest = span_from(s, 2), charset, how, text;
    strbuf bytes = STRBUF_INIT;
    size_t end;

    if (!span_next_field(&rest, '?', &charset) ||
        !span_next_field(&rest, '?', &how) || how.len != 1 ||
        charset.len > 40 || (end = span_find(rest, SPAN("?="), 0)) == SIZE_MAX)
        return 0;
    text = span_slice(rest, 0, end);
    if (text.len > 1000)
        return 0;
    if ((how.ptr[0] | 0x20) == 'b')
        decode_base64(&bytes, text);
    else
        decode_quoted(&bytes, text, true);
    mime_text(out, strbuf_span(&bytes), charset);
    strbuf_release(&bytes);
    return (size_t)(rest.ptr + end + 2 - s.ptr);
}

void
mime_words(strbuf *out, span value)
{
    size_t plain = 0;

    for (size_t at = 0; at + 1 < value.len;) {
        size_t start = out->len, length;
        span before = span_slice(value, plain, at);

        if (value.ptr[at] != '=' || value.ptr[at + 1] != '?') {
            at++;
            continue;
        }
        /* Blanks between two encoded words are none. */
        if (span_trim(before).len || !plain)
            strbuf_add(out, before);
        length = read_encoded(out, span_from(value, at));
        if (!length) {
            out->len = start;
            at += 2;
            continue;
        }
        at += length;
        plain = at;
    }
    strbuf_add(out, span_from(value, plain));
}

span
mime_header(arena *a, span headers, const char *name)
{
    size_t length = strlen(name);
    strbuf out = STRBUF_INIT;
    bool found = false;
    span line, value;

    while (span_next_line(&headers, &line)) {
        bool goes_on = line.len && (line.ptr[0] == ' ' || line.ptr[0] == '\t');

        if (found && !goes_on)
            break;
        if (!found && (line.len <= length || line.ptr[length] != ':' ||
                          strncasecmp(line.ptr, name, length) != 0))
            continue;
        if (found)
            strbuf_add_char(&out, ' ');
        strbuf_add(&out, span_trim(found ? line : span_from(line, length + 1)));
        found = true;
    }
    value = arena_copy(a, strbuf_span(&out));
    strbuf_release(&out);
    return value;
}

span
mime_parameter(span value, const char *name)
{
    size_t length = strlen(name);
    span field;

    while (span_next_field(&value, ';', &field)) {
        field = span_trim(field);
        if (field.len <= length || field.ptr[length] != '=' ||
            strncasecmp(field.ptr, name, length) != 0)
            continue;
        field = span_from(field, length + 1);
        if (field.len > 1 && field.ptr[0] == '"') {
            size_t end = span_find(field, SPAN("\""), 1);

            return span_slice(field, 1, end == SIZE_MAX ? field.len : end);
        }
        return field;
    }
    return (span){NULL, 0};
}

bool
mime_is(span value, const char *type)
{
    size_t length = strlen(type);

    return value.len >= length && !strncasecmp(value.ptr, type, length);
}
