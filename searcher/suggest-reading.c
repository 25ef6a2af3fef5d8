#include "searcher/suggest-reading.h"

#include "common/base/strbuf.h"
#include "common/text/abbreviation.h"
#include "common/text/kind.h"
#include "common/text/normalize.h"
#include "common/text/syllable.h"
#include "common/text/telex.h"

enum { KEYS = 16 };

typedef struct readings {
    arena *arena;
    span *out;
    size_t count;
} readings;

static void
add(readings *r, span reading)
{
    for (size_t i = 0; i < r->count; i++)
        if (span_equal(r->out[i], reading))
            return;
    if (reading.len && r->count < SUGGEST_READINGS)
        r->out[r->count++] = reading;
}

static bool
ends_word(span typed)
{
    return typed.len && typed.ptr[typed.len - 1] == ' ';
}

static span
folded(arena *a, span typed)
{
    span text = normalize_folded(a, typed);

    if (text.len && ends_word(typed))
        text = arena_print(a, "%.*s ", SPAN_PRINT(text));
    return text;
}

/* ---- readings ---- */

/* "chi thi so 48" as "chi thi 48". */
static void
add_without_so(readings *r, span text)
{
    size_t at = span_find(text, SPAN(" so "), 0);

    if (at != SIZE_MAX && at + 4 < text.len && text.ptr[at + 4] >= '0' &&
        text.ptr[at + 4] <= '9')
        add(r, arena_print(r->arena, "%.*s%.*s", (int)at, text.ptr,
                   SPAN_PRINT(span_from(text, at + 3))));
}

static void
add_expanded(readings *r, span text, size_t first)
{
    span letters = span_slice(text, 0, first);
    span rest = span_from(text, first);
    const kind *k = kind_by_name(letters);

    if (k && !span_is(letters, k->folded))
        add(r, arena_print(r->arena, "%s%.*s", k->folded, SPAN_PRINT(rest)));
    for (size_t i = 0; i < abbreviation_count(); i++)
        if (span_is(letters, abbreviation_at(i)->letters))
            add(r, arena_print(r->arena, "%s%.*s", abbreviation_at(i)->reading,
                       SPAN_PRINT(rest)));
}

size_t
suggest_readings(arena *a, span typed, span out[SUGGEST_READINGS])
{
    readings r = {a, out, 0};
    span text = folded(a, typed);
    const char *blank = text.len ? memchr(text.ptr, ' ', text.len) : NULL;

    add(&r, text);
    add_without_so(&r, text);
    for (size_t i = 0, count = r.count; i < count; i++) {
        blank = memchr(out[i].ptr, ' ', out[i].len);
        add_expanded(
            &r, out[i], blank ? (size_t)(blank - out[i].ptr) : out[i].len);
    }
    return r.count;
}

/* ---- keys ---- */

static bool
decode(strbuf *out, span word)
{
    char keys[KEYS], text[TELEX_TEXT];
    size_t length;

    if (word.len > KEYS)
        return false;
    for (size_t i = 0; i < word.len; i++)
        keys[i] = word.ptr[i] >= 'A' && word.ptr[i] <= 'Z'
                      ? (char)(word.ptr[i] + 'a' - 'A')
                      : word.ptr[i];
    if (syllable_is_folded((span){keys, word.len}))
        return false;
    length = telex_decode(text, (span){keys, word.len});
    strbuf_add(out, (span){text, length});
    return length > 0;
}

span
suggest_decoded(arena *a, span typed)
{
    strbuf out = STRBUF_INIT;
    span rest = typed, word, text = {NULL, 0};
    bool any = false;

    while (span_next_field(&rest, ' ', &word)) {
        if (out.len)
            strbuf_add_char(&out, ' ');
        if (decode(&out, word))
            any = true;
        else
            strbuf_add(&out, word);
    }
    if (ends_word(typed))
        strbuf_add_char(&out, ' ');
    if (any)
        text = folded(a, strbuf_span(&out));
    strbuf_release(&out);
    return text;
}
