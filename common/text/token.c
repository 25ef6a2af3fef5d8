#include "common/text/token.h"

#include <stdlib.h>

#include "common/base/memory.h"
#include "common/base/strbuf.h"
#include "common/text/syllable.h"
#include "common/text/unicode.h"
#include "common/text/utf8.h"

enum {
    CACHE_SMALL = 64,
    CACHE_LARGE = 8192,
    WORD_MAX = 24,     /* bytes of the longest syllable, and some */
    WRAPPED_MIN = 64,  /* bytes of a line that a printer may have wrapped */
    WRAPPED_MAX = 200, /* longer ones are whole paragraphs */
    MARKER_MAX = 5     /* bytes of "1.", "IV.", "a)", "10)" without the end */
};

#define TEXT_MAX ((size_t)1 << 30)

/* What stands between two tokens, as far as it tells where clauses end. */
typedef struct gap {
    bool stop;   /* ; : ? ! or a bracket */
    bool full;   /* a full stop with no letter behind it */
    bool bullet; /* behind the last line end */
    unsigned ends;
    size_t line; /* bytes of the line before the last line end */
} gap;

typedef struct reader {
    span text;
    token *at;
    size_t count;
    size_t room;
    strbuf forms;
    token *cache; /* tokens analysed before, by hash of the source */
    size_t mask;
    size_t line; /* byte where the present line starts */
} reader;

static bool
is_ascii_letter(unsigned char b)
{
    return (unsigned)(b | 32) - 'a' < 26;
}

static bool
is_digit(unsigned char b)
{
    return (unsigned)b - '0' < 10;
}

/* The class of the character at `at`, and its end in `*end`; the common
 * letters of Vietnamese without decoding them. */
static char_class
class_at(span text, size_t at, size_t *end)
{
    const unsigned char *p = (const unsigned char *)text.ptr + at;
    size_t left = text.len - at;

    *end = at + 1;
    if (p[0] < 0x80) {
        if (is_ascii_letter(p[0]))
            return CHAR_LETTER;
        return is_digit(p[0]) ? CHAR_DIGIT : unicode_class(p[0]);
    }
    if (left > 2 && p[0] == 0xE1 && (p[1] == 0xBA || p[1] == 0xBB)) {
        *end = at + 3;
        return CHAR_LETTER;
    }
    if (left > 1 && p[0] >= 0xC4 && p[0] <= 0xC6) {
        *end = at + 2;
        return CHAR_LETTER;
    }
    *end = at;
    return unicode_class(utf8_next(text, end));
}

static bool
is_word_class(char_class class)
{
    return class == CHAR_LETTER || class == CHAR_DIGIT;
}

static bool
has_word_at(span text, size_t at)
{
    size_t end;

    return at < text.len && is_word_class(class_at(text, at, &end));
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
    bool digits = is_digit((unsigned char)text.ptr[at]);
    size_t next;

    while (at < end) {
        unsigned char b = (unsigned char)text.ptr[at];

        if (digits ? !is_digit(b) && b != '.' && b != ',' : is_digit(b))
            break;
        class_at(text, at, &next);
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

    if (is_digit((unsigned char)text.ptr[cut]))
        return is_glued_word(text, start, cut);
    if (is_glued_word(text, cut, end))
        return true;
    class_at(text, cut, &next);
    return first && is_capital_at(text, cut) && next < end &&
           is_capital_at(text, next);
}

/* The end of the token that starts at `start` in a run of letters and digits
 * that ends at `end`. */
static size_t
piece_end(span text, size_t start, size_t end)
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
        class_at(text, next, &end) != CHAR_LETTER)
        return false;
    for (size_t letters = 0; start < at; letters++) {
        uint32_t code = unicode_fold(utf8_next(text, &start));

        if (letters == 2 || unicode_class(code) != CHAR_LETTER || code > 0x7F ||
            strchr("aeiouy", (int)code))
            return false;
    }
    return true;
}

/* The end of the run of letters, digits and marks at `start`; `*mixed` says
 * whether it holds letters beside digits. */
static size_t
run_end(span text, size_t start, bool *mixed)
{
    bool letters = false, digits = false;
    size_t at = start, next;

    while (at < text.len) {
        unsigned char b = (unsigned char)text.ptr[at];
        char_class class;

        if (is_ascii_letter(b)) {
            letters = true;
            at++;
            continue;
        }
        class = class_at(text, at, &next);
        if (class == CHAR_DIGIT && b < 0x80)
            digits = true;
        else if (class == CHAR_LETTER || class == CHAR_MARK ||
                 class == CHAR_DIGIT || class == CHAR_IGNORABLE)
            letters = true;
        else if ((b == '.' || b == ',') && at > start &&
                 is_digit((unsigned char)text.ptr[at - 1]) && next < text.len &&
                 is_digit((unsigned char)text.ptr[next]))
            digits = true;
        else if (b == ' ' || !joins(text, start, at, next))
            break;
        at = next;
    }
    *mixed = letters && digits;
    return at;
}

/* Letters of other scripts that were typed for Latin ones. */
static size_t
without_confusables(char *text, size_t length)
{
    char copy[TOKEN_MAX];
    span source = {copy, length};
    size_t at = 0, out = 0;

    memcpy(copy, text, length);
    while (at < length)
        out += utf8_put(text + out, unicode_confusable(utf8_next(source, &at)));
    return out;
}

/* Lower case of `source` in `out` of TOKEN_MAX bytes, and what the letters
 * say into `t`. */
static size_t
lower_token(char *out, span source, token *t)
{
    size_t at = 0, length = 0, letters = 0, capitals = 0;
    bool latin = false, foreign = false;

    while (at < source.len && length + 4 <= TOKEN_MAX) {
        uint32_t code = utf8_next(source, &at), lower = unicode_lower(code);
        char_class class = unicode_class(code);

        if (class == CHAR_OTHER && code != '.' && code != ',')
            continue;
        if (class == CHAR_IGNORABLE)
            continue;
        if (class == CHAR_LETTER) {
            bool upper = unicode_is_upper(code);

            t->upper = t->upper || (upper && !letters);
            letters++;
            capitals += upper;
            latin = latin || code < 0x370 || (code >= 0x1E00 && code < 0x1F00);
            foreign = foreign || (code >= 0x370 && code < 0x530);
        }
        t->marked = t->marked || class == CHAR_MARK ||
                    (class == CHAR_LETTER && unicode_fold(code) != lower);
        length += utf8_put(out + length, lower);
    }
    t->capitals = letters > 1 && capitals == letters;
    t->number = is_digit((unsigned char)out[0]);
    return latin && foreign ? without_confusables(out, length) : length;
}

static size_t
fold_exact(char *out, span exact)
{
    size_t at = 0, length = 0;

    while (at < exact.len) {
        uint32_t code = utf8_next(exact, &at);

        if (unicode_class(code) != CHAR_MARK)
            length += utf8_put(out + length, unicode_fold(code));
    }
    return length;
}

/* Writes the forms of the token `source` and fills `t` but for its place. */
static void
analyse(reader *r, span source, token *t)
{
    char lower[TOKEN_MAX], exact[TOKEN_MAX + 4], folded[2 * TOKEN_MAX];
    size_t length;

    *t = (token){.start = 0};
    lower[0] = '\0';
    length = lower_token(lower, source, t);
    length = syllable_canonical(exact, (span){lower, length});
    t->exact = (uint32_t)r->forms.len;
    t->exact_len = (uint8_t)length;
    strbuf_add(&r->forms, (span){exact, length});
    length = fold_exact(folded, (span){exact, length});
    if (length > TOKEN_MAX)
        length = TOKEN_MAX;
    t->folded = t->exact;
    t->folded_len = (uint8_t)length;
    if (length != t->exact_len || memcmp(folded, exact, length)) {
        t->folded = (uint32_t)r->forms.len;
        strbuf_add(&r->forms, (span){folded, length});
    }
    t->id = syllable_id((span){folded, length});
}

static size_t
hash_bytes(span s)
{
    uint64_t hash = s.len, word;

    for (; s.len >= 8; s = span_from(s, 8)) {
        memcpy(&word, s.ptr, 8);
        hash = (hash ^ word) * 0x9E3779B97F4A7C15u;
        hash ^= hash >> 29;
    }
    word = 0;
    memcpy(&word, s.ptr, s.len);
    hash = (hash ^ word) * 0x9E3779B97F4A7C15u;
    return (size_t)(hash >> 40);
}

/* Appends the token [start, end); its forms are those of an equal token
 * before it, if the cache still knows one. */
static token *
add_token(reader *r, size_t start, size_t end)
{
    span source = span_slice(r->text, start, end);
    token *known = &r->cache[hash_bytes(source) & r->mask], *t;

    if (known->end - known->start != source.len ||
        memcmp(r->text.ptr + known->start, source.ptr, source.len)) {
        analyse(r, source, known);
        known->start = (uint32_t)start;
        known->end = (uint32_t)end;
    }
    if (r->count == r->room)
        r->at = memory_grow(r->at, &r->room, r->count + 1, sizeof *r->at);
    t = &r->at[r->count++];
    *t = *known;
    t->start = (uint32_t)start;
    t->end = (uint32_t)end;
    return t;
}

/* The character of a gap at `at`: what it says of clauses, into `g`. */
static void
read_gap(reader *r, gap *g, size_t at, size_t next)
{
    unsigned char b = (unsigned char)r->text.ptr[at];
    bool blank_behind = next >= r->text.len || r->text.ptr[next] == ' ' ||
                        r->text.ptr[next] == '\t';

    if (b == '\n') {
        g->ends++;
        g->bullet = false;
        g->line = at - r->line;
        r->line = next;
    } else if (b == '.') {
        g->full = g->full || !has_word_at(r->text, next);
    } else if (b == ':') {
        g->stop =
            g->stop || !(at && is_digit((unsigned char)r->text.ptr[at - 1]) &&
                           next < r->text.len &&
                           is_digit((unsigned char)r->text.ptr[next]));
    } else if (b < 0x80) {
        g->stop = g->stop || strchr(";?!()[]{}", b);
        g->bullet = g->bullet || (strchr("-+*", b) && blank_behind);
    } else {
        uint32_t code = utf8_next(r->text, &at);

        g->stop = g->stop || code == 0x2026;
        g->bullet =
            g->bullet ||
            (unicode_is_dash(code)
                    ? blank_behind
                    : code == 0xB7 || (code >= 0x2022 && code < 0x2024) ||
                          (code >= 0x2190 && code < 0x2E00) ||
                          (code >= 0xE000 && code < 0xF900));
    }
}

/* The start of the next token, with what stands before it in `g`. */
static size_t
skip_gap(reader *r, gap *g, size_t at)
{
    size_t next;

    *g = (gap){.stop = false};
    while (at < r->text.len) {
        char_class class;

        if (r->text.ptr[at] == ' ') {
            at++;
            continue;
        }
        class = class_at(r->text, at, &next);
        if (is_word_class(class))
            break;
        if (class != CHAR_MARK && class != CHAR_IGNORABLE)
            read_gap(r, g, at, next);
        at = next;
    }
    return at;
}

/* True if a full stop behind the token belongs to it: up to three letters
 * without a vowel, the first a capital, and not the end of a symbol. */
static bool
is_abbreviation(const reader *r, const token *t)
{
    const char *form = r->forms.ptr + t->folded;

    if (!t->upper || t->folded_len > 3 || t->number)
        return false;
    if (t->start && strchr("-/", r->text.ptr[t->start - 1]))
        return false;
    for (size_t i = 0; i < t->folded_len; i++)
        if (strchr("aeiouy", form[i]))
            return false;
    return true;
}

/* True if `t` numbers a point of a list: "1.", "1.2.", "IV.", "a)". */
static bool
is_marker(const reader *r, const token *t)
{
    size_t end = t->end;

    if (end - t->start > MARKER_MAX || end >= r->text.len)
        return false;
    if (r->text.ptr[end] == ')')
        return true;
    return r->text.ptr[end] == '.' && (t->number || t->upper) &&
           !has_word_at(r->text, end + 1);
}

static bool
starts_clause(const reader *r, const gap *g, const token *t)
{
    if (t == r->at || g->stop || g->ends > 1)
        return true;
    if (g->full && !is_abbreviation(r, t - 1))
        return true;
    if (!g->ends)
        return false;
    if (g->bullet || is_marker(r, t))
        return true;
    if (g->line >= WRAPPED_MIN && g->line <= WRAPPED_MAX)
        return false;
    return t->upper || t->number;
}

static void
read_all(reader *r)
{
    size_t at = 0, end, piece;
    bool mixed;
    token *t;
    gap g;

    for (;;) {
        at = skip_gap(r, &g, at);
        if (at >= r->text.len)
            return;
        end = run_end(r->text, at, &mixed);
        piece = mixed ? piece_end(r->text, at, end) : end;
        t = add_token(r, at, piece);
        t->line = g.ends || r->count == 1;
        t->breaks = starts_clause(r, &g, t);
        while (piece < end) {
            at = piece;
            piece = piece_end(r->text, at, end);
            add_token(r, at, piece);
        }
        at = end;
    }
}

token_list
token_list_read(arena *a, span clean)
{
    reader r = {.text = clean};
    token_list list;
    size_t slots;

    if (r.text.len > TEXT_MAX)
        r.text.len = TEXT_MAX;
    slots = r.text.len > 4096 ? CACHE_LARGE : CACHE_SMALL;
    r.mask = slots - 1;
    r.cache = memory_take_zero(slots, sizeof *r.cache);
    strbuf_reserve(&r.forms, 64);
    read_all(&r);

    list.text = r.text;
    list.count = r.count;
    list.at = arena_array(a, r.count, sizeof *list.at);
    if (r.count)
        memcpy(list.at, r.at, r.count * sizeof *list.at);
    list.forms = arena_take(a, r.forms.len + 1);
    memcpy(list.forms, r.forms.ptr, r.forms.len);
    free(r.cache);
    free(r.at);
    strbuf_release(&r.forms);
    return list;
}

size_t
token_list_find(const token_list *list, size_t at)
{
    size_t low = 0, high = list->count;

    while (low < high) {
        size_t middle = (low + high) / 2;

        if (list->at[middle].end > at)
            high = middle;
        else
            low = middle + 1;
    }
    return low;
}
