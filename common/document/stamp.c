#include "common/document/stamp.h"

span
stamp_print(arena *a, const stamp *s)
{
    span rules = {NULL, 0};

    if (s->encodings)
        rules = arena_print(a, "+%llx+%llx", (unsigned long long)s->rules,
            (unsigned long long)s->encodings);
    else if (s->rules)
        rules = arena_print(a, "+%llx", (unsigned long long)s->rules);
    return arena_print(a, "%llx %llx %llx%.*s %.*s",
        (unsigned long long)s->hash, (unsigned long long)s->size,
        (unsigned long long)s->time, SPAN_PRINT(rules), SPAN_PRINT(s->root));
}

static bool
take_number(span *rest, char separator, uint64_t *out)
{
    static const char hex[] = "0123456789abcdef";
    span digits;

    *out = 0;
    if (!span_next_field(rest, separator, &digits) || !digits.len ||
        digits.len > 16)
        return false;
    for (size_t i = 0; i < digits.len; i++) {
        const char *place = memchr(hex, digits.ptr[i], 16);

        if (!place)
            return false;
        *out = *out << 4 | (uint64_t)(place - hex);
    }
    return true;
}

bool
stamp_parse(stamp *out, span text)
{
    span time;

    *out = (stamp){.rules = 0};
    if (!take_number(&text, ' ', &out->hash) ||
        !take_number(&text, ' ', &out->size) ||
        !span_next_field(&text, ' ', &time) ||
        !take_number(&time, '+', &out->time) ||
        (time.ptr && !take_number(&time, '+', &out->rules)) ||
        (time.ptr && !take_number(&time, '+', &out->encodings)))
        return false;
    out->root = text;
    return true;
}
