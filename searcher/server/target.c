#include "searcher/server/target.h"

#include <ctype.h>

static int
digit(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    c |= 0x20;
    return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

/* The character that "%41" at the front of `rest` means, -1 if none. */
static int
code(span rest)
{
    int high, low;

    if (rest.len < 3)
        return -1;
    high = digit(rest.ptr[1]);
    low = digit(rest.ptr[2]);
    return high < 0 || low < 0 ? -1 : high * 16 + low;
}

const char *
target_decode(arena *a, span raw, bool form)
{
    char *out = arena_raw(a, raw.len + 1);
    size_t length = 0;

    for (size_t i = 0; i < raw.len; i++) {
        int c = (unsigned char)raw.ptr[i];

        if (c == '%') {
            c = code(span_from(raw, i));
            i += 2;
        } else if (c == '+' && form) {
            c = ' ';
        }
        if (c <= 0)
            return NULL;
        out[length++] = (char)c;
    }
    out[length] = '\0';
    return out;
}

static bool
has_control(const char *text)
{
    for (; *text; text++)
        if ((unsigned char)*text < 0x20 || *text == 0x7F)
            return true;
    return false;
}

static bool
read_params(target *out, arena *a, span rest)
{
    span pair;

    while (rest.len && span_next_field(&rest, '&', &pair)) {
        size_t equals = span_find(pair, SPAN("="), 0);
        span value = {NULL, 0};
        request_param *p = &out->params[out->count];

        if (!pair.len)
            continue;
        if (out->count == TARGET_PARAMS)
            return false;
        if (equals < pair.len)
            value = span_from(pair, equals + 1);
        else
            equals = pair.len;
        p->name = target_decode(a, span_slice(pair, 0, equals), true);
        p->value = target_decode(a, value, true);
        if (!p->name || !p->value)
            return false;
        out->count++;
    }
    return true;
}

bool
target_read(target *out, arena *a, const char *raw)
{
    span all = span_of(raw), query = {NULL, 0};
    size_t mark = span_find(all, SPAN("?"), 0);

    out->count = 0;
    if (all.len > TARGET_BYTES || !all.len || raw[0] != '/' || strchr(raw, '#'))
        return false;
    if (mark < all.len) {
        query = span_from(all, mark + 1);
        all = span_slice(all, 0, mark);
    }
    out->raw_path = all;
    out->path = target_decode(a, all, false);
    return out->path && !has_control(out->path) && read_params(out, a, query);
}

static void
encode(strbuf *out, const char *text, const char *kept)
{
    for (; *text; text++) {
        unsigned char c = (unsigned char)*text;

        if (c < 0x80 && (isalnum(c) || strchr(kept, c)))
            strbuf_add_char(out, *text);
        else
            strbuf_print(out, "%%%02X", c);
    }
}

void
target_encode(strbuf *out, const char *text)
{
    encode(out, text, "-._~");
}

void
target_encode_path(strbuf *out, const char *path)
{
    encode(out, path, "-._~/?&=%+:,;");
}
