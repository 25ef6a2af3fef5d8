#include "common/text/legacy-decode.h"

#include "common/text/unicode.h"
#include "common/text/utf8.h"

#include "common/text/tables/legacy.inc"

enum { LINE_REACH = 64 /* letters looked at ahead */ };

/* What windows-1252 has at 0x80..0x9F; 0 where it has nothing. */
static const uint16_t cp1252[32] = {0x20AC, 0, 0x201A, 0x192, 0x201E, 0x2026,
    0x2020, 0x2021, 0x2C6, 0x2030, 0x160, 0x2039, 0x152, 0, 0x17D, 0, 0, 0x2018,
    0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x2DC, 0x2122, 0x161,
    0x203A, 0x153, 0, 0x17E, 0x178};

decoder
decode_start(span text, bool utf8, encoding from)
{
    return (decoder){.text = text, .from = from, .utf8 = utf8, .before = ' '};
}

static bool
is_ascii_letter(uint32_t code)
{
    return (code | 32) - 'a' < 26;
}

static bool
is_letter_code(uint32_t code)
{
    return is_ascii_letter(code) || (code >= 0xA1 && code < 0x100);
}

/* The byte that a code point stands for, or the code point. */
static uint32_t
byte_of(const decoder *d, uint32_t code)
{
    if (!d->utf8 || code < 0x100)
        return code;
    if (code >= 0xF020 && code < 0xF100)
        return code - 0xF000;
    if (d->from == ENCODING_TCVN3 && (code == 0x2212 || code == 0x3BC))
        return code == 0x2212 ? 0xAD : 0xB5;
    if (d->from == ENCODING_TCVN3 && code == 0x2219)
        return 0xB7;
    for (uint32_t i = 0; i < 32 && code < 0x2200; i++)
        if (cp1252[i] == code)
            return 0x80 + i;
    return code;
}

static uint32_t
raw_at(const decoder *d, size_t *at)
{
    if (d->utf8)
        return utf8_next(d->text, at);
    return (unsigned char)d->text.ptr[(*at)++];
}

static uint32_t
peek(const decoder *d, size_t at)
{
    return at < d->text.len ? byte_of(d, raw_at(d, &at)) : ' ';
}

/* Signs and controls are letters only where a letter stands beside them. */
static bool
is_doubtful(uint32_t raw)
{
    return (raw < 0x20 && raw != '\n') || raw == 0x3BC || raw == 0x2212 ||
           raw == 0x2219 || raw >= 0xF000;
}

/* ---- TCVN3 ---- */

/* Reads the word at `*at`, to its end. */
static word_case
case_of_word(const decoder *d, size_t *at)
{
    size_t capitals = 0, marked = 0, n = 0;
    bool small = false;

    for (size_t next = *at; next < d->text.len && n < LINE_REACH; n++) {
        uint32_t code = byte_of(d, raw_at(d, &next));

        if (!is_letter_code(code))
            break;
        small |= code >= 'a' && code <= 'z';
        capitals += code <= 'Z';
        marked += code >= 0xA1;
        *at = next;
    }
    if (small)
        return CASE_SMALL;
    return capitals > 1 && marked ? CASE_CAPITAL : CASE_OPEN;
}

/* The case of the first word behind `at`, on this line, that shows one. */
static word_case
case_ahead(const decoder *d, size_t at)
{
    for (size_t n = 0; n < LINE_REACH && at < d->text.len; n++) {
        size_t end = at;
        uint32_t code = peek(d, at);
        word_case found;

        if (code == '\n' || code == '\r')
            break;
        if (!is_letter_code(code)) {
            raw_at(d, &at);
            continue;
        }
        found = case_of_word(d, &end);
        if (found != CASE_OPEN)
            return found;
        at = end;
    }
    return CASE_OPEN;
}

/* Decides at the start of a word if its letters are capitals of an H font:
 * it shows two capitals and no small letter, or shows too little and stands
 * among words that do. */
static void
start_word(decoder *d, size_t at)
{
    bool first = is_ascii_letter(peek(d, at));
    word_case found = case_of_word(d, &at), ahead;

    if (found != CASE_OPEN) {
        d->line = found;
        d->capital = found == CASE_CAPITAL;
        return;
    }
    d->capital = false;
    if (d->line == CASE_SMALL)
        return;
    ahead = case_ahead(d, at);
    if (d->line == CASE_CAPITAL)
        d->capital = first || ahead != CASE_SMALL;
    else
        d->capital = ahead == CASE_CAPITAL;
}

static uint32_t
tcvn3_letter(const decoder *d, uint32_t code)
{
    if (code < 0xA0 || code > 0xFF || !tcvn3[code - 0xA0][0])
        return code;
    return tcvn3[code - 0xA0][d->capital];
}

/* ---- VNI ---- */

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
vni_letter(decoder *d, uint32_t code)
{
    uint32_t both = vni_pair(code, peek(d, d->at));

    if (both) {
        raw_at(d, &d->at);
        return both;
    }
    if (code < 0xC0 || code > 0xFF || !vni_single[(code | 0x20) - 0xE0][0])
        return code;
    return vni_single[(code | 0x20) - 0xE0][code < 0xE0];
}

/* ---- windows-1258 ---- */

static tone
tone_of_byte(uint32_t code)
{
    static const struct {
        unsigned char byte, tone;
    } tones[] = {{0xCC, TONE_GRAVE}, {0xD2, TONE_HOOK}, {0xDE, TONE_TILDE},
        {0xEC, TONE_ACUTE}, {0xF2, TONE_DOT}};

    for (size_t i = 0; i < sizeof tones / sizeof *tones; i++)
        if (tones[i].byte == code)
            return (tone)tones[i].tone;
    return TONE_NONE;
}

static uint32_t
cp1258_letter(decoder *d, uint32_t code)
{
    uint32_t letter = code < 0x100 && cp1258[code] ? cp1258[code] : code;
    tone t = tone_of_byte(peek(d, d->at));
    uint32_t toned = unicode_with_tone(letter, t);

    if (t != TONE_NONE && toned != letter)
        raw_at(d, &d->at);
    return toned;
}

/* ---- UTF-8 encoded twice ---- */

static uint32_t
twice_letter(decoder *d, uint32_t code)
{
    char bytes[4] = {(char)code};
    size_t length = 1, at = d->at, used = 0;
    uint32_t letter;

    if (code < 0xC2 || code > 0xF4)
        return code;
    while (length < sizeof bytes && at < d->text.len) {
        uint32_t next = byte_of(d, raw_at(d, &at));

        if (next < 0x80 || next > 0xBF)
            break;
        bytes[length++] = (char)next;
    }
    letter = utf8_next((span){bytes, length}, &used);
    if (used == 1)
        return code;
    while (--used)
        raw_at(d, &d->at);
    return letter;
}

/* ---- any ---- */

static uint32_t
letter_of(decoder *d, uint32_t code)
{
    switch (d->from) {
    case ENCODING_TCVN3:
        return tcvn3_letter(d, code);
    case ENCODING_VNI:
        return vni_letter(d, code);
    case ENCODING_VISCII:
        if (d->utf8 && code == 0xA0)
            return code; /* a blank of the converter's */
        return code < 0x100 && viscii[code] ? viscii[code] : code;
    case ENCODING_VPS:
        return code < 0x100 && vps[code] ? vps[code] : code;
    case ENCODING_1258:
        return cp1258_letter(d, code);
    case ENCODING_TWICE:
        return twice_letter(d, code);
    default:
        return code;
    }
}

/* A code that is no letter, as windows-1252 has it. */
static uint32_t
sign_of(const decoder *d, uint32_t code)
{
    if (code < 0x80 || code > 0x9F)
        return code;
    if (cp1252[code - 0x80])
        return cp1252[code - 0x80];
    return d->utf8 ? code : UTF8_REPLACEMENT;
}

static bool
is_as_found(encoding e)
{
    return e == ENCODING_UTF8 || e > ENCODING_TWICE;
}

uint32_t
decode_next(decoder *d)
{
    size_t start = d->at;
    uint32_t raw, code, letter;
    char_class class;

    if (is_as_found(d->from))
        return utf8_next(d->text, &d->at);
    raw = raw_at(d, &d->at);
    code = byte_of(d, raw);
    if (is_doubtful(raw) && !is_letter_code(d->before) &&
        !is_letter_code(peek(d, d->at)))
        letter = code = raw;
    else {
        if (code == '\n')
            d->line = CASE_OPEN;
        if (d->from == ENCODING_TCVN3 && !is_letter_code(d->before) &&
            is_letter_code(code))
            start_word(d, start);
        letter = letter_of(d, code);
    }
    class = unicode_class(letter);
    d->alien = letter == code && code > 0xFF &&
               (class == CHAR_LETTER || class == CHAR_MARK);
    d->before = code;
    return letter == code ? sign_of(d, code) : letter;
}

static uint32_t
utf16_unit(span s, size_t at, bool little)
{
    unsigned char first = (unsigned char)s.ptr[at];
    unsigned char second = (unsigned char)s.ptr[at + 1];

    return little ? second * 256u + first : first * 256u + second;
}

void
decode_utf16(strbuf *out, span s, bool little)
{
    size_t at = 0;

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
