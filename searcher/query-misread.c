#include "searcher/query-misread.h"

#include "common/base/strbuf.h"
#include "common/document/fields.h"
#include "common/text/lookalike.h"
#include "common/text/normalize.h"
#include "common/text/symbol.h"

enum { NUMBER_BYTES = 40, NUMBERS = 4, YEAR = 4 };

typedef struct misread {
    arena *arena;
    tracuu_reader *reader;
    span typed;
    strbuf text;   /* what it becomes */
    size_t digits; /* bytes of it that are number and year */
    bool changed;
} misread;

/* ---- what is a number ---- */

static bool
is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static bool
is_letter(char c)
{
    return ((unsigned char)c | 0x20) >= 'a' && ((unsigned char)c | 0x20) <= 'z';
}

static bool
is_separator(char c)
{
    return c == '/' || c == '-' || c == '.';
}

static char
lower(char c)
{
    return is_letter(c) ? (char)(c | 0x20) : c;
}

/* Digits and letters with a stroke between them. */
static bool
looks_like_number(span s)
{
    bool digit = false, letter = false, stroke = false;

    for (size_t i = 0; i < s.len; i++) {
        if (s.ptr[i] == ':' || s.ptr[i] == '"' || s.ptr[i] == '*')
            return false;
        digit |= is_digit(s.ptr[i]);
        letter |= is_letter(s.ptr[i]);
        stroke |= i && (s.ptr[i] == '/' || s.ptr[i] == '-');
    }
    return digit && letter && stroke && s.len <= NUMBER_BYTES;
}

/* "12a" and the like: numbers go on with the first letters only. */
static bool
ends_well(span no)
{
    char last = no.len ? lower(no.ptr[no.len - 1]) : 'a';

    return !is_letter(last) || last <= 'd';
}

/* True if it is a number from end to end, of an organ that is known. */
static bool
is_sound(arena *a, span number)
{
    token_list list = token_list_read(a, number);
    symbol s;
    size_t used;

    return symbol_match(a, &list, 0, false, &s, &used) && used == list.count &&
           s.kind && (s.issuer || s.term || !s.organ.len) && ends_well(s.no);
}

static bool
is_borne(misread *m, span number)
{
    span folded = symbol_fold(m->arena, number);
    store_reader *documents = m->reader->documents;

    return store_frequency_about(
               documents, field_term(m->arena, "XNUM", folded)) ||
           store_frequency_about(
               documents, field_term(m->arena, "XPART", folded));
}

/* ---- digits ---- */

/* A part that is digits but for letters that look like some. */
static bool
may_be_digits(span part)
{
    size_t digits = 0;

    for (size_t i = 0; i < part.len; i++) {
        if (!lookalike_digit(lower(part.ptr[i])))
            return false;
        digits += is_digit(part.ptr[i]);
    }
    return digits > 0 && digits < part.len;
}

static size_t
part_end(span s, size_t at)
{
    while (at < s.len && !is_separator(s.ptr[at]))
        at++;
    return at;
}

/* Number and year: what stands first, and four digits behind it. */
static void
mend_digits(misread *m)
{
    size_t at = 0;

    for (int turn = 0; turn < 2 && at < m->typed.len; turn++) {
        size_t end = part_end(m->typed, at);
        span part = span_slice(m->typed, at, end);
        bool digits = may_be_digits(part);

        if (turn && part.len != YEAR)
            break;
        for (size_t i = at; digits && i < end; i++)
            m->text.ptr[i] = lookalike_digit(lower(m->typed.ptr[i]));
        m->changed |= digits;
        at = end + 1;
        m->digits = at;
    }
}

/* ---- letters ---- */

static bool
has_capital(span s)
{
    for (size_t i = 0; i < s.len; i++)
        if (s.ptr[i] >= 'A' && s.ptr[i] <= 'Z')
            return true;
    return false;
}

/* The one letter that makes it the number of a document; false if none does,
 * or several do. */
static bool
mend_letter(misread *m)
{
    bool capital = has_capital(strbuf_span(&m->text));
    size_t found_at = 0, count = 0;
    char found = 0;

    for (size_t i = m->digits; i < m->text.len; i++) {
        char typed = m->text.ptr[i];
        const char *letters = lookalike_letters(lower(typed));

        for (; *letters; letters++) {
            m->text.ptr[i] = *letters;
            if (!is_borne(m, strbuf_span(&m->text)))
                continue;
            found_at = i;
            found = *letters;
            count++;
        }
        m->text.ptr[i] = typed;
    }
    if (count != 1)
        return false;
    m->text.ptr[found_at] = (char)(capital ? found - 0x20 : found);
    return true;
}

/* ---- one number, all ---- */

/* What was meant, or empty. */
static span
read_number(arena *a, tracuu_reader *reader, span typed)
{
    misread m = {
        .arena = a, .reader = reader, .typed = typed, .text = STRBUF_INIT};
    span out = {NULL, 0};

    if (!looks_like_number(typed) || is_sound(a, typed) || is_borne(&m, typed))
        return out;
    strbuf_add(&m.text, typed);
    mend_digits(&m);
    if ((m.changed && (is_sound(a, strbuf_span(&m.text)) ||
                          is_borne(&m, strbuf_span(&m.text)))) ||
        mend_letter(&m))
        out = arena_copy(a, strbuf_span(&m.text));
    strbuf_release(&m.text);
    return out;
}

static span
without_marks(span word)
{
    while (word.len && memchr(",.;?!)", word.ptr[word.len - 1], 6))
        word.len--;
    return word;
}

span
misread_put_right(arena *a, tracuu_reader *reader, span line)
{
    strbuf out = STRBUF_INIT;
    span rest = line, word, whole = {NULL, 0};
    size_t done = 0, numbers = 0;

    while (span_next_field(&rest, ' ', &word) && numbers < NUMBERS) {
        span number = without_marks(word), meant;

        if (!looks_like_number(number))
            continue;
        numbers++;
        meant = read_number(a, reader, number);
        if (!meant.len)
            continue;
        strbuf_add(
            &out, span_slice(line, done, (size_t)(number.ptr - line.ptr)));
        strbuf_add(&out, meant);
        done = (size_t)(number.ptr - line.ptr) + number.len;
    }
    strbuf_add(&out, span_from(line, done));
    if (done)
        whole = arena_copy(a, strbuf_span(&out));
    strbuf_release(&out);
    return whole;
}
