#include "common/text/normalize.h"

#include <stdlib.h>
#include <unicode/unorm2.h>

#include "common/base/strbuf.h"
#include "common/base/vec.h"
#include "common/text/syllable.h"
#include "common/text/unicode.h"
#include "common/text/utf8.h"

enum {
    SEGMENT_MAX = 32, /* code points, as in the Stream-Safe format */
    REACH = 8,        /* letters looked at around a zero-width space */
    WORD_MAX = 24,    /* bytes of the longest syllable, and some */
    ZERO_WIDTH_SPACE = 0x200B,
    CIRCUMFLEX = 0x302,
    BREVE = 0x306,
    HORN = 0x31B
};

typedef struct cleaner {
    span source;
    strbuf out;
    VEC(struct offset_step) steps;
    size_t from; /* source up to here is in `out` */
    size_t invalid;
    const UNormalizer2 *nfc;
} cleaner;

/* One letter with what follows it, to be composed. */
typedef struct segment {
    uint32_t at[SEGMENT_MAX];
    size_t count;
    size_t start; /* where it goes in the new text */
} segment;

/* The first byte at or after `at` that starts something not plain; the
 * letters of Vietnamese are told without decoding them. */
static size_t
plain_until(span s, size_t at)
{
    const unsigned char *p = (const unsigned char *)s.ptr;

    while (at < s.len) {
        unsigned char b = p[at];
        size_t next = at;

        if (b < 0x80) {
            if ((b < 0x20 && b != '\n' && b != '\t') || b == 0x7F)
                return at;
            at++;
            continue;
        }
        if (b == 0xE1 && s.len - at > 2 && (p[at + 1] & 0xFE) == 0xBA &&
            (p[at + 2] & 0xC0) == 0x80) {
            at += 3;
            continue;
        }
        if ((b == 0xC4 || b == 0xC5) && s.len - at > 1 &&
            (p[at + 1] & 0xC0) == 0x80) {
            at += 2;
            continue;
        }
        if (!unicode_is_plain(utf8_next(s, &next)) || next == at + 1)
            return at;
        at = next;
    }
    return at;
}

/* Notes that the new text continues from byte `source` of the old one. */
static void
add_step(cleaner *c, size_t source)
{
    size_t here = c->out.len, last = c->steps.count;

    if (last && c->steps.at[last - 1].here == here) {
        c->steps.at[last - 1].source = source;
        return;
    }
    if (last ? here - c->steps.at[last - 1].here ==
                   source - c->steps.at[last - 1].source
             : here == source)
        return;
    vec_push(&c->steps, (struct offset_step){here, source});
}

/* Copies what is plain before `at`. */
static void
flush(cleaner *c, size_t at)
{
    if (at > c->from)
        strbuf_add(&c->out, span_slice(c->source, c->from, at));
    c->from = at;
}

/* Puts `with` in the place of the source up to `next`. */
static void
replace(cleaner *c, size_t next, span with)
{
    strbuf_add(&c->out, with);
    c->from = next;
    add_step(c, next);
}

static bool
is_mark(const cleaner *c, uint32_t code)
{
    if (code >= 0x10000)
        return unorm2_getCombiningClass(c->nfc, (UChar32)code) != 0;
    return unicode_class(code) == CHAR_MARK;
}

/* True if `code` may compose with what stands before it. */
static bool
joins_previous(const cleaner *c, uint32_t code)
{
    return is_mark(c, code) || (code >= 0x1160 && code < 0x1200);
}

static tone
tone_of_mark(uint32_t code)
{
    switch (code) {
    case 0x300:
        return TONE_GRAVE;
    case 0x301:
        return TONE_ACUTE;
    case 0x309:
        return TONE_HOOK;
    case 0x303:
        return TONE_TILDE;
    case 0x323:
        return TONE_DOT;
    default:
        return TONE_NONE;
    }
}

/* The mark of a Vietnamese vowel that `code` was typed for: caron and
 * chandrabindu on a, a comma right of o and u, a comma or ring below. */
static uint32_t
meant_mark(uint32_t base, uint32_t code)
{
    if ((code == 0x30C || code == 0x310) && base == 'a')
        return BREVE;
    if (code == 0x315 && (base == 'o' || base == 'u'))
        return HORN;
    if (code == 0x325 || code == 0x326)
        return 0x323;
    if (code == 0x340 || code == 0x341) /* canonically 0x300 and 0x301 */
        return code - 0x40;
    return code;
}

/* A vowel with a shape mark as one letter, or 0. */
static uint32_t
with_shape(uint32_t letter, uint32_t shape)
{
    static const struct {
        char letter;
        uint16_t shape, shaped;
    } shaped[] = {{'a', CIRCUMFLEX, 0xE2}, {'e', CIRCUMFLEX, 0xEA},
        {'o', CIRCUMFLEX, 0xF4}, {'A', CIRCUMFLEX, 0xC2},
        {'E', CIRCUMFLEX, 0xCA}, {'O', CIRCUMFLEX, 0xD4}, {'a', BREVE, 0x103},
        {'A', BREVE, 0x102}, {'o', HORN, 0x1A1}, {'u', HORN, 0x1B0},
        {'O', HORN, 0x1A0}, {'U', HORN, 0x1AF}};

    for (size_t i = 0; i < sizeof shaped / sizeof *shaped; i++)
        if (letter == (unsigned char)shaped[i].letter &&
            shape == shaped[i].shape)
            return shaped[i].shaped;
    return 0;
}

/* Makes one letter of a vowel and its marks, whatever the order they were
 * typed in: a tone before a hat is not canonically equivalent to the letter,
 * so that NFC alone leaves it.  What is no letter of Vietnamese (two tones, two
 * shapes, other marks) is left to NFC. */
static void
fill_slots(segment *s)
{
    uint32_t letter = unicode_toneless(s->at[0]), shape = 0;
    uint32_t base = unicode_fold(letter);
    tone t = unicode_tone(s->at[0]);

    if (!base || base > 0x7F || !strchr("aeiouy", (int)base))
        return;
    for (size_t i = 1; i < s->count && s->at[i] < 0x1000; i++)
        s->at[i] = meant_mark(base, s->at[i]);
    for (size_t i = 1; i < s->count; i++) {
        tone other = tone_of_mark(s->at[i]);

        if (other == TONE_NONE) {
            if (shape && shape != s->at[i])
                return;
            shape = s->at[i];
        } else if (t != TONE_NONE && t != other) {
            return;
        } else {
            t = other;
        }
    }
    if (shape)
        letter = with_shape(letter, shape);
    if (!letter || (t != TONE_NONE && unicode_with_tone(letter, t) == letter))
        return;
    s->at[0] = unicode_with_tone(letter, t);
    s->count = 1;
}

/* Appends the segment in NFC. */
static void
compose(cleaner *c, segment *s)
{
    UChar in[2 * SEGMENT_MAX], out[16 * SEGMENT_MAX];
    UErrorCode error = U_ZERO_ERROR;
    int32_t length = 0, at = 0;

    fill_slots(s);
    if (s->count == 1 && unicode_is_plain(s->at[0])) {
        utf8_add(&c->out, s->at[0]);
        return;
    }
    for (size_t i = 0; i < s->count; i++)
        U16_APPEND_UNSAFE(in, length, s->at[i]);
    length = unorm2_normalize(
        c->nfc, in, length, out, (int32_t)(sizeof out / sizeof *out), &error);
    if (U_FAILURE(error)) {
        for (size_t i = 0; i < s->count; i++)
            utf8_add(&c->out, s->at[i]);
        return;
    }
    while (at < length) {
        UChar32 code;

        U16_NEXT(out, at, length, code);
        utf8_add(&c->out, (uint32_t)code);
    }
}

/* Takes the last letter and its marks back from the new text. */
static void
take_back(cleaner *c, segment *s)
{
    span out = strbuf_span(&c->out);
    size_t at = out.len, start = at;

    for (size_t i = 0; at && i < REACH; i++) {
        uint32_t code = utf8_previous(out, &at);

        if (unicode_class(code) == CHAR_SPACE)
            break;
        start = at;
        if (!joins_previous(c, code))
            break;
    }
    for (at = start; at < out.len;)
        s->at[s->count++] = utf8_next(out, &at);
    c->out.len = start;
    while (c->steps.count && c->steps.at[c->steps.count - 1].here > start)
        c->steps.count--;
}

/* Composes the letter at `at`, or before it if a mark stands there, with the
 * marks behind it. */
static void
clean_segment(cleaner *c, size_t at)
{
    segment s = {.count = 0};
    size_t next = at;
    uint32_t code = utf8_next(c->source, &next);

    if (joins_previous(c, code))
        take_back(c, &s);
    for (;;) {
        if (unicode_class(code) != CHAR_IGNORABLE)
            s.at[s.count++] = unicode_lookalike(code);
        at = next;
        if (at == c->source.len || s.count == SEGMENT_MAX)
            break;
        code = utf8_next(c->source, &next);
        if (!joins_previous(c, code) && unicode_class(code) != CHAR_IGNORABLE)
            break;
        if (code == ZERO_WIDTH_SPACE)
            break;
    }
    compose(c, &s);
    c->from = at;
    add_step(c, at);
}

/* True if up to REACH letters before byte `at` (or behind it) are a whole
 * syllable by their folded letters. */
static bool
is_syllable_at(span s, size_t at, bool before)
{
    char folded[4 * REACH];
    uint32_t codes[2 * REACH];
    size_t count = 0, length = 0;

    while (count < 2 * REACH && (before ? at > 0 : at < s.len)) {
        uint32_t code = before ? utf8_previous(s, &at) : utf8_next(s, &at);
        char_class class = unicode_class(code);

        if (class != CHAR_LETTER && class != CHAR_MARK)
            break;
        if (class == CHAR_LETTER)
            codes[count++] = unicode_fold(code);
        else if (!count && !before)
            return false;
    }
    if (!count || count > REACH)
        return false;
    for (size_t i = 0; i < count; i++)
        length +=
            utf8_put(folded + length, before ? codes[count - 1 - i] : codes[i]);
    return syllable_is_folded((span){folded, length});
}

/* Replaces the one thing at `at` that is not plain. */
static void
clean_one(cleaner *c, size_t at)
{
    size_t next = at;
    unsigned char b = (unsigned char)c->source.ptr[at];
    uint32_t code = utf8_next(c->source, &next);
    char_class class = unicode_class(code);

    flush(c, at);
    if (b >= 0x80 && next == at + 1) {
        c->invalid++;
        replace(c, next, SPAN("\xEF\xBF\xBD"));
    } else if (b == '\r') {
        bool pair = next < c->source.len && c->source.ptr[next] == '\n';

        replace(c, next, pair ? SPAN("") : SPAN("\n"));
    } else if (code == 0xB || code == 0xC || code == 0x85 || code == 0x2028 ||
               code == 0x2029) {
        replace(c, next, SPAN("\n"));
    } else if (code == ZERO_WIDTH_SPACE &&
               is_syllable_at(c->source, at, true) &&
               is_syllable_at(c->source, next, false)) {
        replace(c, next, SPAN(" "));
    } else if (class == CHAR_IGNORABLE) {
        replace(c, next, SPAN(""));
    } else if (class == CHAR_SPACE || code < 0xA0) {
        replace(c, next, SPAN(" "));
    } else {
        clean_segment(c, at);
    }
}

clean_text
normalize_clean(arena *a, span source)
{
    UErrorCode error = U_ZERO_ERROR;
    cleaner c = {.source = source};
    clean_text result = {.text = source};
    size_t at = plain_until(source, 0);

    if (at == source.len)
        return result;
    c.nfc = unorm2_getNFCInstance(&error);
    while (at < source.len) {
        clean_one(&c, at);
        at = plain_until(source, c.from);
    }
    flush(&c, at);
    result.text = arena_copy(a, strbuf_span(&c.out));
    result.map.count = c.steps.count;
    result.map.steps = arena_array(a, c.steps.count, sizeof *result.map.steps);
    if (c.steps.count)
        memcpy(result.map.steps, c.steps.at,
            c.steps.count * sizeof *result.map.steps);
    result.invalid = c.invalid;
    strbuf_release(&c.out);
    vec_release(&c.steps);
    return result;
}

size_t
offset_map_source(const offset_map *map, size_t at)
{
    size_t low = 0, high = map->count, source;

    while (low < high) {
        size_t middle = (low + high) / 2;

        if (map->steps[middle].here > at)
            high = middle;
        else
            low = middle + 1;
    }
    source =
        low ? map->steps[low - 1].source + (at - map->steps[low - 1].here) : at;
    /* Inside what was replaced the old text may be shorter. */
    if (low < map->count && source > map->steps[low].source)
        source = map->steps[low].source;
    return source;
}

/* The end of the letters and marks that start at `at`. */
static size_t
letters_end(span s, size_t at)
{
    size_t next = at;

    while (at < s.len) {
        char_class class = unicode_class(utf8_next(s, &next));

        if (class != CHAR_LETTER && class != CHAR_MARK)
            break;
        at = next;
    }
    return at;
}

span
normalize_canonical(arena *a, span clean)
{
    char word[WORD_MAX + 4];
    strbuf out = STRBUF_INIT;
    size_t at = 0;
    span result;

    while (at < clean.len) {
        size_t end = letters_end(clean, at);
        span letters = span_slice(clean, at, end);

        if (letters.len && letters.len <= WORD_MAX)
            letters = (span){word, syllable_place_tone(word, letters)};
        if (end == at)
            utf8_next(clean, &end), letters = span_slice(clean, at, end);
        strbuf_add(&out, letters);
        at = end;
    }
    result = arena_copy(a, strbuf_span(&out));
    strbuf_release(&out);
    return result;
}

span
normalize_folded(arena *a, span clean)
{
    strbuf out = STRBUF_INIT;
    bool blank = false;
    size_t at = 0;
    span result;

    while (at < clean.len) {
        uint32_t code = utf8_next(clean, &at);
        char_class class = unicode_class(code);

        if (class == CHAR_MARK || class == CHAR_IGNORABLE)
            continue;
        if (class != CHAR_LETTER && class != CHAR_DIGIT) {
            blank = out.len > 0;
            continue;
        }
        if (blank)
            strbuf_add_char(&out, ' ');
        blank = false;
        utf8_add(&out, unicode_fold(code));
    }
    result = arena_copy(a, strbuf_span(&out));
    strbuf_release(&out);
    return result;
}
