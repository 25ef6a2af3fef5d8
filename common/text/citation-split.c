#include "common/text/citation-split.h"

#include "common/base/strbuf.h"
#include "common/base/vec.h"
#include "common/text/issuer.h"
#include "common/text/kind.h"
#include "common/text/symbol-parts.h"

enum {
    LETTERS_MIN = 2,
    YEAR_DIGITS = 4,
    RUN_MAX = 5 /* digits of a number without its year */
};

/* The text being written, and where its bytes came from. */
typedef struct writer {
    strbuf text;
    VEC(size_t) from;
    bool dotted; /* the last token was a number and its year */
} writer;

static void
put(writer *w, span text, size_t start, size_t end)
{
    for (size_t i = start; i < end; i++) {
        strbuf_add_char(&w->text, text.ptr[i]);
        vec_push(&w->from, i);
    }
}

static void
put_char(writer *w, char c, size_t at)
{
    strbuf_add_char(&w->text, c);
    vec_push(&w->from, at);
}

static bool
is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static bool
is_kind(span s)
{
    const kind *k;

    return s.len >= LETTERS_MIN && kind_by_letters(s, &k, 1);
}

static bool
is_organ(span s)
{
    unsigned congress;

    return s.len >= LETTERS_MIN &&
           (issuer_by_letters(s) || parts_congress(s, &congress));
}

/* Where the organ starts in letters that are a kind and an organ; 0 if they
 * are not, their length if they are one of both alone. */
static size_t
organ_in(span letters)
{
    if (is_kind(letters) || is_organ(letters))
        return letters.len;
    for (size_t i = letters.len - 1; i >= LETTERS_MIN; i--)
        if (((unsigned char)letters.ptr[i] & 0xC0) != 0x80 &&
            is_kind(span_slice(letters, 0, i)) &&
            is_organ(span_from(letters, i)))
            return i;
    return 0;
}

static bool
is_year(span s)
{
    return s.len == YEAR_DIGITS &&
           (span_starts_with(s, SPAN("19")) || span_starts_with(s, SPAN("20")));
}

/* "602015": a number and its year. */
static void
put_number(writer *w, span text, size_t start, size_t end)
{
    size_t year = end - YEAR_DIGITS;

    if (end - start > RUN_MAX && is_year(span_slice(text, year, end))) {
        put(w, text, start, year);
        put_char(w, ' ', year);
        start = year;
    }
    put(w, text, start, end);
}

static void
put_letters(writer *w, span text, size_t start, size_t end)
{
    size_t organ = organ_in(span_slice(text, start, end));

    if (organ && organ < end - start) {
        put(w, text, start, start + organ);
        put_char(w, ' ', start + organ);
        start += organ;
    }
    put(w, text, start, end);
}

/* "36.2018": a point for the slash; "66,18/2026": a comma for the point. */
static bool
put_decimal(writer *w, span text, const token *t)
{
    size_t point = t->start;
    bool slash = t->end < text.len && text.ptr[t->end] == '/';

    while (point < t->end && is_digit(text.ptr[point]))
        point++;
    if (point == t->start || point == t->end ||
        (text.ptr[point] != '.' && text.ptr[point] != ','))
        return false;
    for (size_t i = point + 1; i < t->end; i++)
        if (!is_digit(text.ptr[i]))
            return false;
    put(w, text, t->start, point);
    w->dotted = is_year(span_slice(text, point + 1, t->end)) && !slash &&
                t->end < text.len && text.ptr[t->end] == '.';
    put_char(w, w->dotted ? ' ' : slash ? '.' : text.ptr[point], point);
    put(w, text, point + 1, t->end);
    return true;
}

/* A token that starts with a number, or is the letters behind one. */
static void
put_token(writer *w, const token_list *list, size_t i)
{
    const token *t = &list->at[i];
    span text = list->text;
    size_t digits = t->start, letters = t->start;

    while (digits < t->end && is_digit(text.ptr[digits]))
        digits++;
    while (letters < t->end && !is_digit(text.ptr[letters]))
        letters++;
    if (digits > t->start && digits < t->end &&
        organ_in(span_slice(text, digits, t->end))) {
        put_number(w, text, t->start, digits);
        put_char(w, ' ', digits);
        put_letters(w, text, digits, t->end);
    } else if (letters > t->start && letters < t->end &&
               is_kind(span_slice(text, t->start, letters)) &&
               parts_number(span_slice(text, letters, t->end)).len) {
        put(w, text, t->start, letters);
        put_char(w, ' ', letters);
        put(w, text, letters, t->end);
    } else if (i && list->at[i - 1].number && letters == t->end) {
        put_letters(w, text, t->start, t->end);
    } else if (!put_decimal(w, text, t)) {
        put(w, text, t->start, t->end);
    }
}

token_list
split_tokens(arena *a, const token_list *list, size_t **origin)
{
    writer w = {.text = STRBUF_INIT};
    size_t at = 0;
    token_list out;

    for (size_t i = 0; i < list->count; i++) {
        bool dotted = w.dotted && at < list->at[i].start;

        /* "36.2018.QH14": the points stand for slashes. */
        if (dotted)
            put_char(&w, ' ', at);
        put(&w, list->text, at + dotted, list->at[i].start);
        w.dotted = false;
        put_token(&w, list, i);
        at = list->at[i].end;
    }
    put(&w, list->text, at, list->text.len);
    out = token_list_read(a, arena_copy(a, strbuf_span(&w.text)));
    *origin = arena_array(a, out.count + 1, sizeof **origin);
    for (size_t i = 0; i < out.count; i++)
        (*origin)[i] = token_list_find(list, w.from.at[out.at[i].start]);
    strbuf_release(&w.text);
    vec_release(&w.from);
    return out;
}
