#include "common/text/legacy.h"

#include "common/text/syllable.h"
#include "common/text/unicode.h"
#include "common/text/utf8.h"

#include "common/text/tables/legacy.inc"

enum {
    SAMPLE = 64 * 1024, /* bytes that the decision is made on */
    ENOUGH = 3,         /* syllables that a trial must have mended */
    GAIN = 15,          /* per cent of words that it must mend */
    SHARE = 50,         /* per cent of words that must then be syllables */
    WORD_MAX = 24,      /* bytes of the longest syllable, and some */
    LONG_WORD = 7       /* letters; "nghiêng" is the longest syllable */
};

/* What CP1252 has at 0x80..0x9F; 0 where it has nothing. */
static const uint16_t cp1252[32] = {0x20AC, 0, 0x201A, 0x192, 0x201E, 0x2026,
    0x2020, 0x2021, 0x2C6, 0x2030, 0x160, 0x2039, 0x152, 0, 0x17D, 0, 0, 0x2018,
    0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x2DC, 0x2122, 0x161,
    0x203A, 0x153, 0, 0x17E, 0x178};

/* Legacy text as code points: bytes as they are, or what a converter made of
 * each byte when the text came through one that took it for Latin-1. */
typedef struct source {
    span text;
    bool utf8;
} source;

static uint32_t
source_next(const source *s, size_t *at)
{
    if (s->utf8)
        return utf8_next(s->text, at);
    return (unsigned char)s->text.ptr[(*at)++];
}

static bool
is_ascii_letter(uint32_t code)
{
    return (code | 32) - 'a' < 26;
}

/* PDF files show two letters of TCVN3 as signs of mathematics; they are
 * letters only where a letter stands beside them. */
static uint32_t
letter_of_sign(uint32_t code, uint32_t before, uint32_t behind)
{
    bool beside = is_ascii_letter(before) || is_ascii_letter(behind) ||
                  (before >= 0xA1 && before < 0x100) ||
                  (behind >= 0xA1 && behind < 0x100);

    if (code == 0x2212 && beside)
        return 0xAD;
    return code == 0x2219 && beside ? 0xB7 : code;
}

/* The TCVN3 letter of `code`, or `code`. */
static uint32_t
tcvn3_letter(uint32_t code, bool capital)
{
    if (code < 0xA0 || code > 0xFF || !tcvn3[code - 0xA0][0])
        return code;
    return tcvn3[code - 0xA0][capital];
}

/* True if the word around byte `at` shows at least two capitals and no small
 * letter, so that its other letters are capitals of an H font. */
static bool
is_capital_word(const source *s, size_t at)
{
    size_t capitals = 0;

    for (size_t end = at; end < s->text.len;) {
        uint32_t code = source_next(s, &end);

        if (code >= 'a' && code <= 'z')
            return false;
        if (!is_ascii_letter(code) && code < 0xA1)
            break;
        capitals += is_ascii_letter(code);
        if (end - at > WORD_MAX)
            break;
    }
    return capitals > 1;
}

static void
decode_tcvn3(strbuf *out, const source *s)
{
    uint32_t before = ' ';
    bool capital = false;
    size_t at = 0;

    while (at < s->text.len) {
        size_t start = at, ahead;
        uint32_t code = source_next(s, &at), behind;

        ahead = at;
        behind = ahead < s->text.len ? source_next(s, &ahead) : ' ';
        if (code >= 0x2000)
            code = letter_of_sign(code, before, behind);
        if (!is_ascii_letter(before) && before < 0xA1)
            capital = is_capital_word(s, start);
        if (!s->utf8 && code >= 0x80 && code < 0xA0)
            utf8_add(out,
                cp1252[code - 0x80] ? cp1252[code - 0x80] : UTF8_REPLACEMENT);
        else
            utf8_add(out, tcvn3_letter(code, capital));
        before = code;
    }
}

/* The VNI letter of a vowel and the mark behind it, or 0. */
static uint32_t
vni_pair(uint32_t base, uint32_t mark)
{
    uint32_t lower = unicode_lower(base);

    if (mark < 0xC0 || mark > 0xFF)
        return 0;
    for (size_t i = 0; i < sizeof vni_bases / sizeof *vni_bases; i++)
        if (vni_bases[i] == lower)
            return vni_pairs[i][(mark | 0x20) - 0xE0][base != lower];
    return 0;
}

static uint32_t
vni_letter(uint32_t code)
{
    if (code < 0xC0 || code > 0xFF || !vni_single[(code | 0x20) - 0xE0][0])
        return code;
    return vni_single[(code | 0x20) - 0xE0][code < 0xE0];
}

static void
decode_vni(strbuf *out, const source *s)
{
    size_t at = 0;

    while (at < s->text.len) {
        uint32_t code = source_next(s, &at), both = 0;
        size_t ahead = at;

        if (ahead < s->text.len)
            both = vni_pair(code, source_next(s, &ahead));
        if (both) {
            utf8_add(out, both);
            at = ahead;
        } else if (!s->utf8 && code >= 0x80 && code < 0xA0) {
            utf8_add(out,
                cp1252[code - 0x80] ? cp1252[code - 0x80] : UTF8_REPLACEMENT);
        } else {
            utf8_add(out, vni_letter(code));
        }
    }
}

static uint32_t
utf16_unit(span s, size_t at, bool little)
{
    unsigned char first = (unsigned char)s.ptr[at];
    unsigned char second = (unsigned char)s.ptr[at + 1];

    return little ? second * 256u + first : first * 256u + second;
}

static void
decode_utf16(strbuf *out, span s, bool little)
{
    size_t at = 0;

    if (s.len > 1 && utf16_unit(s, 0, little) == 0xFEFF)
        at = 2;
    while (s.len - at > 1) {
        uint32_t code = utf16_unit(s, at, little), low = 0;

        at += 2;
        if ((code & 0xFC00) == 0xD800 && s.len - at > 1)
            low = utf16_unit(s, at, little);
        if ((low & 0xFC00) == 0xDC00) {
            code = 0x10000 + ((code & 0x3FF) << 10) + (low & 0x3FF);
            at += 2;
        }
        utf8_add(out, code);
    }
    if (at < s.len)
        utf8_add(out, UTF8_REPLACEMENT);
}

void
legacy_decode(strbuf *out, span bytes, encoding from)
{
    source s = {bytes, false};

    switch (from) {
    case ENCODING_UTF16LE:
    case ENCODING_UTF16BE:
        decode_utf16(out, bytes, from == ENCODING_UTF16LE);
        return;
    case ENCODING_TCVN3:
        s.utf8 = utf8_is_valid(bytes);
        decode_tcvn3(out, &s);
        return;
    case ENCODING_VNI:
        s.utf8 = utf8_is_valid(bytes);
        decode_vni(out, &s);
        return;
    case ENCODING_UTF8:
    case ENCODING_UNKNOWN:
        utf8_repair(out, bytes);
        return;
    }
}

/* What a text looks like, by its words. */
typedef struct looks {
    size_t words;
    size_t syllables;
    size_t marked;  /* syllables with a letter beyond ASCII */
    size_t foreign; /* words that are too long, or have f j w z */
} looks;

static void
look_at_word(looks *l, span word)
{
    bool foreign = utf8_count(word) > LONG_WORD, marked = false;

    for (size_t i = 0; i < word.len; i++) {
        foreign = foreign || strchr("fjwz", word.ptr[i]);
        marked = marked || (unsigned char)word.ptr[i] > 0x7F;
    }
    l->words++;
    l->foreign += foreign;
    if (syllable_is_valid(word)) {
        l->syllables++;
        l->marked += marked;
    }
}

static looks
look_at(span text)
{
    char word[2 * WORD_MAX];
    size_t at = 0, length = 0;
    looks l = {.words = 0};

    while (at < text.len) {
        uint32_t code = utf8_next(text, &at);

        if (unicode_class(code) == CHAR_LETTER) {
            if (length < WORD_MAX)
                length += utf8_put(word + length, unicode_lower(code));
        } else if (unicode_class(code) != CHAR_MARK && length) {
            look_at_word(&l, (span){word, length});
            length = 0;
        }
    }
    if (length)
        look_at_word(&l, (span){word, length});
    return l;
}

static size_t
percent(size_t part, size_t whole)
{
    return whole ? part * 100 / whole : 0;
}

/* True if the trial is Vietnamese and the text as found is not: a gain alone
 * would take Spanish, which gains too. */
static bool
is_mended(const looks *found, const looks *trial)
{
    return trial->marked >= ENOUGH && trial->marked > found->marked &&
           percent(trial->syllables, trial->words) >= SHARE &&
           percent(trial->syllables, trial->words) >=
               percent(found->syllables, found->words) + GAIN &&
           percent(trial->foreign, trial->words) <= 10;
}

static encoding
try_legacy(span sample, encoding otherwise)
{
    static const encoding trials[] = {ENCODING_TCVN3, ENCODING_VNI};
    encoding best = otherwise;
    strbuf text = STRBUF_INIT;
    size_t share = 0;
    looks found;

    utf8_repair(&text, sample);
    found = look_at(strbuf_span(&text));
    for (size_t i = 0; i < sizeof trials / sizeof *trials; i++) {
        looks trial;

        strbuf_clear(&text);
        legacy_decode(&text, sample, trials[i]);
        trial = look_at(strbuf_span(&text));
        if (is_mended(&found, &trial) &&
            percent(trial.syllables, trial.words) > share) {
            share = percent(trial.syllables, trial.words);
            best = trials[i];
        }
    }
    strbuf_release(&text);
    return best;
}

/* UTF-16 without a mark: text has zero bytes at one parity, and nearly none
 * at the other. */
static encoding
guess_utf16(span sample)
{
    size_t zeros[2] = {0, 0};

    for (size_t i = 0; i < sample.len; i++)
        zeros[i % 2] += !sample.ptr[i];
    if (zeros[1] > sample.len / 8 && zeros[0] <= sample.len / 64)
        return ENCODING_UTF16LE;
    if (zeros[0] > sample.len / 8 && zeros[1] <= sample.len / 64)
        return ENCODING_UTF16BE;
    return ENCODING_UNKNOWN;
}

/* True if valid UTF-8 needs no trial: it has nothing of the range that legacy
 * letters appear in, or has the letters that only Unicode gives. */
static bool
is_plainly_unicode(span sample)
{
    size_t latin = 0, vietnamese = 0;

    for (size_t i = 0; i + 1 < sample.len; i++) {
        unsigned char b = (unsigned char)sample.ptr[i];
        unsigned char next = (unsigned char)sample.ptr[i + 1];

        latin += b == 0xC2 || b == 0xC3;
        vietnamese += b == 0xE1 && (next == 0xBA || next == 0xBB);
    }
    return !latin || vietnamese > latin / 4;
}

encoding
legacy_detect(span bytes)
{
    span sample = bytes;
    encoding wide;

    if (span_starts_with(bytes, SPAN("\xEF\xBB\xBF")))
        return ENCODING_UTF8;
    if (span_starts_with(bytes, SPAN("\xFF\xFE")))
        return ENCODING_UTF16LE;
    if (span_starts_with(bytes, SPAN("\xFE\xFF")))
        return ENCODING_UTF16BE;
    if (sample.len > SAMPLE)
        sample.len = SAMPLE;
    wide = guess_utf16(sample);
    if (wide != ENCODING_UNKNOWN)
        return wide;
    if (!utf8_is_valid(bytes))
        return try_legacy(sample, ENCODING_UNKNOWN);
    /* A cut character would make bytes of the whole sample. */
    while (sample.len < bytes.len && sample.len &&
           ((unsigned char)bytes.ptr[sample.len] & 0xC0) == 0x80)
        sample.len--;
    if (is_plainly_unicode(sample))
        return ENCODING_UTF8;
    return try_legacy(sample, ENCODING_UTF8);
}

const char *
encoding_name(encoding e)
{
    static const char *const names[] = {
        "UTF-8", "UTF-16LE", "UTF-16BE", "TCVN3", "VNI", "unknown"};

    return names[e];
}
