#include "common/text/syllable.h"

#include "common/text/unicode.h"
#include "common/text/utf8.h"

enum {
    LETTERS_MAX = 8, /* "nghiêng" has 7 */
    BYTES_MAX = LETTERS_MAX * 3,
    CODE_Y = 'y'
};

struct onset {
    const char *text;
    uint8_t length;
    uint8_t number; /* of the folded onset */
};

struct rime {
    uint64_t code; /* its bytes as a number, the first highest */
    const char *text;
    bool only_qu;
    uint8_t number; /* of the folded rime; in folded_rimes only */
};

#include "common/text/tables/syllable.inc"

#define COUNT(array) (sizeof(array) / sizeof *(array))

enum {
    GROUP_D = 26, /* of "đ", behind those of the 26 letters */
    ONSET_NONE = COUNT(onsets) - 1
};

/* One token taken apart: letters without tone in the case they have. */
struct letters {
    uint32_t at[LETTERS_MAX];
    size_t count;
    size_t onset; /* letters of the onset */
    size_t toned; /* the one that bears the tone; SIZE_MAX if several do */
    tone tone;
    char lower[BYTES_MAX]; /* the same in lower case, UTF-8 */
    size_t bytes;
};

static const struct rime *
find_rime(const struct rime *table, size_t count, span s)
{
    size_t low = 0, high = count;
    uint64_t code = 0;

    if (s.len > 8)
        return NULL;
    for (size_t i = 0; i < s.len; i++)
        code = code << 8 | (unsigned char)s.ptr[i];
    while (low < high) {
        size_t middle = (low + high) / 2;

        if (table[middle].code == code)
            return &table[middle];
        if (table[middle].code < code)
            low = middle + 1;
        else
            high = middle;
    }
    return NULL;
}

/* Splits `s` into the longest onset that leaves a rime; NULL if there is
 * none. */
static const struct rime *
split(const struct rime *table, size_t count, span s, const struct onset **out)
{
    unsigned char first = (unsigned char)s.ptr[0];
    size_t group = first == 0xC4 ? GROUP_D : (unsigned char)(first - 'a');
    bool known = group <= GROUP_D;
    size_t end = known ? onset_groups[group + 1] : 0;
    const struct rime *r;

    for (size_t i = known ? onset_groups[group] : 0; i < end; i++) {
        *out = &onsets[i];
        if (!span_starts_with(s, (span){(*out)->text, (*out)->length}))
            continue;
        r = find_rime(table, count, span_from(s, (*out)->length));
        if (r && (!r->only_qu || first == 'q'))
            return r;
    }
    *out = &onsets[ONSET_NONE];
    r = find_rime(table, count, s);
    return r && !r->only_qu ? r : NULL;
}

/* False if `token` has other than a few letters, or two different tones. */
static bool
read_letters(struct letters *l, span token)
{
    size_t at = 0;

    l->count = l->bytes = 0;
    l->tone = TONE_NONE;
    while (at < token.len) {
        uint32_t code = utf8_next(token, &at);
        tone t = unicode_tone(code);

        if (l->count == LETTERS_MAX)
            return false;
        if (t != TONE_NONE && l->tone != TONE_NONE && t != l->tone)
            return false;
        if (t != TONE_NONE) {
            l->toned = l->tone == TONE_NONE ? l->count : SIZE_MAX;
            l->tone = t;
        }
        code = unicode_toneless(code);
        l->at[l->count++] = code;
        code = unicode_lower(code);
        /* No Vietnamese letter without tone is longer. */
        if (code > 0x7FF)
            return false;
        l->bytes += utf8_put(l->lower + l->bytes, code);
    }
    return true;
}

static const struct rime *
parse(struct letters *l, span token, const struct onset **onset)
{
    const struct rime *r;

    if (!token.len || token.len > BYTES_MAX || !read_letters(l, token))
        return NULL;
    r = split(rimes, COUNT(rimes), (span){l->lower, l->bytes}, onset);
    if (r)
        l->onset = utf8_count((span){(*onset)->text, (*onset)->length});
    return r;
}

static bool
is_vowel(uint32_t code)
{
    uint32_t base = unicode_fold(code);

    return base == 'a' || base == 'e' || base == 'i' || base == 'o' ||
           base == 'u' || base == 'y';
}

/* The letter that bears the tone, by the rules of the header. */
static size_t
tone_place(const struct letters *l)
{
    size_t end = l->onset, hat = 0;
    bool has_hat = false;

    for (; end < l->count && is_vowel(l->at[end]); end++)
        if (l->at[end] > 0x7F) {
            hat = end;
            has_hat = true;
        }
    if (has_hat)
        return hat;
    if (end - l->onset == 2)
        return end < l->count ? l->onset + 1 : l->onset;
    return end - l->onset > 2 ? l->onset + 1 : l->onset;
}

static size_t
write_letters(char *out, const struct letters *l)
{
    size_t place = tone_place(l), length = 0;

    for (size_t i = 0; i < l->count; i++) {
        uint32_t code = l->at[i];

        if (i == place)
            code = unicode_with_tone(code, l->tone);
        length += utf8_put(out + length, code);
    }
    return length;
}

static size_t
copy(char *out, span s)
{
    if (s.len)
        memcpy(out, s.ptr, s.len);
    return s.len;
}

/* The i that is also written y: the whole rime after h k l m s t, or the
 * first letter of it after qu. */
static bool
has_y_key(const struct onset *o, const struct rime *r)
{
    static const char *const after_qu[] = {"i", "it", "inh", "ich"};

    if (o->text[0] != 'q')
        return o->length == 1 && strchr("hklmst", o->text[0]) &&
               !strcmp(r->text, "i");
    for (size_t i = 0; i < COUNT(after_qu); i++)
        if (!strcmp(r->text, after_qu[i]))
            return true;
    return false;
}

/* True if the tone stands where the rules want it. */
static bool
is_placed(const struct letters *l)
{
    return l->tone == TONE_NONE || l->toned == tone_place(l);
}

size_t
syllable_place_tone(char *out, span token)
{
    const struct onset *o;
    struct letters l;

    if (!parse(&l, token, &o) || is_placed(&l))
        return copy(out, token);
    return write_letters(out, &l);
}

size_t
syllable_canonical(char *out, span lower)
{
    const struct onset *o;
    struct letters l;
    const struct rime *r = parse(&l, lower, &o);

    if (!r)
        return copy(out, lower);
    if (has_y_key(o, r))
        l.at[l.onset] = CODE_Y;
    else if (is_placed(&l))
        return copy(out, lower);
    return write_letters(out, &l);
}

bool
syllable_is_valid(span lower)
{
    const struct onset *o;
    struct letters l;
    const struct rime *r = parse(&l, lower, &o);
    size_t length;
    char last;

    if (!r)
        return false;
    length = strlen(r->text);
    last = r->text[length - 1];
    if (last == 'h')
        last = r->text[length - 2] == 'c' ? 'c' : 'n';
    if (last == 'c' || last == 'p' || last == 't')
        return l.tone == TONE_ACUTE || l.tone == TONE_DOT;
    return true;
}

static unsigned
known_id(span folded)
{
    const struct onset *o;
    const struct rime *r;

    if (!folded.len || folded.len > BYTES_MAX)
        return 0;
    r = split(folded_rimes, COUNT(folded_rimes), folded, &o);
    return r ? 1u + o->number * RIME_ROOM + r->number : 0;
}

/* The onset may be written in several ways ("ng", "ngh"), of which only one
 * goes with the rime: the id itself decides. */
size_t
syllable_text(char out[SYLLABLE_TEXT], uint16_t id)
{
    unsigned onset = (id - 1u) / RIME_ROOM, rime = (id - 1u) % RIME_ROOM;

    for (size_t r = 0; id && r < COUNT(folded_rimes); r++) {
        if (folded_rimes[r].number != rime)
            continue;
        for (size_t o = 0; o < COUNT(onsets); o++) {
            size_t length = onsets[o].length;

            if (onsets[o].number != onset ||
                (unsigned char)*onsets[o].text > 'z')
                continue;
            copy(out, (span){onsets[o].text, length});
            length += copy(out + length, span_of(folded_rimes[r].text));
            if (known_id((span){out, length}) == id)
                return length;
        }
    }
    return 0;
}

bool
syllable_is_folded(span folded)
{
    return known_id(folded) != 0;
}

uint16_t
syllable_id(span folded)
{
    unsigned id = known_id(folded);
    uint32_t hash = 2166136261u; /* FNV-1a */

    if (id)
        return (uint16_t)id;
    for (size_t i = 0; i < folded.len; i++)
        hash = (hash ^ (unsigned char)folded.ptr[i]) * 16777619u;
    hash ^= hash >> 16;
    return (uint16_t)(SYLLABLE_ID_KNOWN + hash % (65536 - SYLLABLE_ID_KNOWN));
}
