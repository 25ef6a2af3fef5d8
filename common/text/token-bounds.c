#include "common/text/token-bounds.h"

#include "common/text/syllable.h"
#include "common/text/utf8.h"

enum { WORD_MAX = 24 /* bytes of the longest syllable, and some */ };

static bool
is_ascii_letter(unsigned char b)
{
    return (unsigned)(b | 32) - 'a' < 26;
}

/* The bytes of a letter that is common in Vietnamese, which is told without
 * decoding it; 0 for what else stands at `at`. */
static inline size_t
letter_length(span text, size_t at)
{
    const unsigned char *p = (const unsigned char *)text.ptr + at;
    size_t left = text.len - at;

    if (is_ascii_letter(p[0]))
        return 1;
    if (p[0] == 0xE1 && left > 2 && (p[1] == 0xBA || p[1] == 0xBB))
        return 3;
    return p[0] >= 0xC4 && p[0] <= 0xC6 && left > 1 ? 2 : 0;
}

char_class
bounds_class(span text, size_t at, size_t *end)
{
    size_t letter = letter_length(text, at);
    unsigned char b = (unsigned char)text.ptr[at];

    *end = at + letter;
    if (letter)
        return CHAR_LETTER;
    if (b >= 0x80)
        return unicode_class(utf8_next(text, end));
    *end = at + 1;
    return bounds_is_digit((char)b) ? CHAR_DIGIT : unicode_class(b);
}

static bool
is_word_class(char_class class)
{
    return class == CHAR_LETTER || class == CHAR_DIGIT;
}

bool
bounds_starts(span text, size_t at)
{
    size_t end;

    return at < text.len && is_word_class(bounds_class(text, at, &end));
}

/* Lower case of [start, end) in `out` of WORD_MAX + 8 bytes; empty if it is
 * too long for a syllable. */
static span
lower_word(span text, size_t start, size_t end, char *out)
{
    span source = span_slice(text, start, end);
    size_t at = 0, length = 0;

    if (source.len > WORD_MAX)
        return (span){out, 0};
    while (at < source.len && length < WORD_MAX)
        length += utf8_put(out + length, unicode_lower(utf8_next(source, &at)));
    return (span){out, length};
}

/* True if letters beside digits are a word of their own: a syllable with its
 * marks, or one of two letters at least that is not all in capitals. */
static bool
is_glued_word(span text, size_t start, size_t end)
{
    char buffer[WORD_MAX + 8];
    span lower = lower_word(text, start, end, buffer);
    bool ascii = true;

    for (size_t i = 0; i < lower.len; i++)
        ascii = ascii && (unsigned char)lower.ptr[i] < 0x80;
    if (!ascii)
        return syllable_is_valid(lower);
    if (lower.len < 2 || !syllable_is_folded(lower))
        return false;
    return !memcmp(text.ptr + start + 1, lower.ptr + 1, lower.len - 1);
}

static bool
is_capital_at(span text, size_t at)
{
    return at < text.len && unicode_is_upper(utf8_next(text, &at));
}

/* End of the letters, or of the digits, that start at `at`. */
static size_t
stretch_end(span text, size_t at, size_t end)
{
    bool digits = bounds_is_digit(text.ptr[at]);
    size_t next;

    while (at < end) {
        char c = text.ptr[at];

        if (digits ? !bounds_is_digit(c) && c != '.' && c != ','
                   : bounds_is_digit(c))
            break;
        bounds_class(text, at, &next);
        at = next;
    }
    return at;
}

/* True if the run is cut at `cut`, between the stretches [start, cut) and
 * [cut, end), one of digits and one of letters.  See the header. */
static bool
is_cut(span text, size_t start, size_t cut, size_t end, bool first)
{
    size_t next;

    if (bounds_is_digit(text.ptr[cut]))
        return is_glued_word(text, start, cut);
    if (is_glued_word(text, cut, end))
        return true;
    bounds_class(text, cut, &next);
    return first && is_capital_at(text, cut) && next < end &&
           is_capital_at(text, next);
}

size_t
bounds_piece_end(span text, size_t start, size_t end)
{
    size_t at = start, cut = stretch_end(text, start, end), next;

    for (; cut < end; at = cut, cut = next) {
        next = stretch_end(text, cut, end);
        if (is_cut(text, at, cut, next, at == start))
            return cut;
    }
    return end;
}

/* True if the apostrophe at `at` joins what stands before and behind it into
 * one name: a consonant or two before it and a letter behind it. */
static bool
joins(span text, size_t start, size_t at, size_t next)
{
    size_t end, mark = at;

    if (at == start || at - start > 4 || next >= text.len ||
        !unicode_is_apostrophe(utf8_next(text, &mark)) ||
        bounds_class(text, next, &end) != CHAR_LETTER)
        return false;
    for (size_t letters = 0; start < at; letters++) {
        uint32_t code = unicode_fold(utf8_next(text, &start));

        if (letters == 2 || unicode_class(code) != CHAR_LETTER || code > 0x7F ||
            strchr("aeiouy", (int)code))
            return false;
    }
    return true;
}

size_t
bounds_end(span text, size_t start, bool *mixed)
{
    bool letters = false, digits = false;
    size_t at = start, next;

    while (at < text.len) {
        size_t letter = letter_length(text, at);
        unsigned char b = (unsigned char)text.ptr[at];
        char_class class;

        if (letter) {
            letters = true;
            at += letter;
            continue;
        }
        class = bounds_class(text, at, &next);
        if (class == CHAR_DIGIT && b < 0x80)
            digits = true;
        else if (class == CHAR_LETTER || class == CHAR_MARK ||
                 class == CHAR_DIGIT || class == CHAR_IGNORABLE)
            letters = true;
        else if ((b == '.' || b == ',') && at > start &&
                 bounds_is_digit(text.ptr[at - 1]) && next < text.len &&
                 bounds_is_digit(text.ptr[next]))
            digits = true;
        else if (b == ' ' || !joins(text, start, at, next))
            break;
        at = next;
    }
    *mixed = letters && digits;
    return at;
}
