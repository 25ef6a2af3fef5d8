#include "common/base/json.h"

#include <math.h>

void
json_init(json *j, strbuf *out)
{
    *j = (json){.out = out};
}

static void
before_value(json *j)
{
    if (j->comma)
        strbuf_add_char(j->out, ',');
    j->comma = true;
}

void
json_open(json *j, char bracket)
{
    before_value(j);
    strbuf_add_char(j->out, bracket);
    if (j->depth < JSON_DEPTH)
        j->closers[j->depth] = bracket == '{' ? '}' : ']';
    j->depth++;
    j->comma = false;
}

void
json_close(json *j)
{
    if (!j->depth)
        return;
    j->depth--;
    strbuf_add_char(j->out, j->depth < JSON_DEPTH ? j->closers[j->depth] : ']');
    j->comma = true;
}

/* The length of the UTF-8 sequence at the start of `s`, 0 if it is none. */
static size_t
sequence_length(span s)
{
    const unsigned char *p = (const unsigned char *)s.ptr;
    size_t length = p[0] < 0x80   ? 1
                    : p[0] < 0xC2 ? 0
                    : p[0] < 0xE0 ? 2
                    : p[0] < 0xF0 ? 3
                    : p[0] < 0xF5 ? 4
                                  : 0;

    if (length > s.len)
        return 0;
    for (size_t i = 1; i < length; i++)
        if ((p[i] & 0xC0) != 0x80)
            return 0;
    if ((p[0] == 0xE0 && p[1] < 0xA0) || (p[0] == 0xED && p[1] > 0x9F) ||
        (p[0] == 0xF0 && p[1] < 0x90) || (p[0] == 0xF4 && p[1] > 0x8F))
        return 0;
    return length;
}

static void
add_control(strbuf *out, unsigned char c)
{
    switch (c) {
    case '"':
        strbuf_add_string(out, "\\\"");
        break;
    case '\\':
        strbuf_add_string(out, "\\\\");
        break;
    case '\n':
        strbuf_add_string(out, "\\n");
        break;
    case '\r':
        strbuf_add_string(out, "\\r");
        break;
    case '\t':
        strbuf_add_string(out, "\\t");
        break;
    default:
        strbuf_print(out, "\\u%04x", c);
    }
}

static void
add_quoted(strbuf *out, span s)
{
    size_t from = 0, at = 0;

    strbuf_add_char(out, '"');
    while (at < s.len) {
        unsigned char c = (unsigned char)s.ptr[at];
        size_t length = sequence_length(span_from(s, at));

        if (length && c >= 0x20 && c != '"' && c != '\\' && c != 0x7F) {
            at += length;
            continue;
        }
        strbuf_add(out, span_slice(s, from, at));
        if (length)
            add_control(out, c);
        else
            strbuf_add_string(out, "\xEF\xBF\xBD");
        from = ++at;
    }
    strbuf_add(out, span_slice(s, from, at));
    strbuf_add_char(out, '"');
}

void
json_name(json *j, const char *name)
{
    before_value(j);
    add_quoted(j->out, span_of(name));
    strbuf_add_char(j->out, ':');
    j->comma = false;
}

void
json_put_string(json *j, span s)
{
    before_value(j);
    add_quoted(j->out, s);
}

void
json_put_text(json *j, const char *string)
{
    if (string)
        json_put_string(j, span_of(string));
    else
        json_put_null(j);
}

void
json_put_integer(json *j, int64_t value)
{
    before_value(j);
    strbuf_print(j->out, "%lld", (long long)value);
}

void
json_put_real(json *j, double value)
{
    before_value(j);
    strbuf_print(j->out, "%.6g", isfinite(value) ? value : 0.0);
}

void
json_put_bool(json *j, bool value)
{
    before_value(j);
    strbuf_add_string(j->out, value ? "true" : "false");
}

void
json_put_null(json *j)
{
    before_value(j);
    strbuf_add_string(j->out, "null");
}

void
json_member(json *j, const char *name, span value)
{
    json_name(j, name);
    json_put_string(j, value);
}

void
json_member_text(json *j, const char *name, const char *value)
{
    json_name(j, name);
    json_put_text(j, value);
}

void
json_member_or_null(json *j, const char *name, span value)
{
    json_name(j, name);
    if (value.len)
        json_put_string(j, value);
    else
        json_put_null(j);
}

void
json_member_integer(json *j, const char *name, int64_t value)
{
    json_name(j, name);
    json_put_integer(j, value);
}

void
json_member_real(json *j, const char *name, double value)
{
    json_name(j, name);
    json_put_real(j, value);
}

void
json_member_bool(json *j, const char *name, bool value)
{
    json_name(j, name);
    json_put_bool(j, value);
}
