#include "common/text/telex.h"

#include "common/text/syllable.h"
#include "common/text/unicode.h"
#include "common/text/utf8.h"

enum { KEYS = 12, NONE = -1 };

/* The letters typed so far. */
typedef struct typing {
    uint32_t at[KEYS];
    int count;
    tone tone;
    bool changed; /* some key was no letter of its own */
} typing;

static bool
is_vowel(uint32_t c)
{
    c = unicode_fold(c);
    return c < 0x80 && c && strchr("aeiouy", (int)c);
}

/* The last letter of these, NONE if there is none. */
static int
last_of(const typing *t, const char *letters)
{
    for (int i = t->count - 1; i >= 0; i--)
        if (t->at[i] < 0x80 && strchr(letters, (int)t->at[i]))
            return i;
    return NONE;
}

static bool
change(typing *t, int at, uint32_t letter)
{
    if (at == NONE)
        return false;
    t->at[at] = letter;
    t->changed = true;
    return true;
}

static bool
add_hat(typing *t, const char *letters)
{
    int at = last_of(t, letters);

    if (at == NONE)
        return false;
    return change(t, at,
        t->at[at] == 'a'   ? 0xE2
        : t->at[at] == 'e' ? 0xEA
                           : 0xF4);
}

/* The horn of ơ and ư, of both in "uo", which only "uơ" of huơ has not. */
static bool
add_horn(typing *t)
{
    int at = last_of(t, "uo");

    if (at == NONE)
        return false;
    if (t->at[at] == 'o' && at && t->at[at - 1] == 'u' &&
        !(at > 1 && t->at[at - 2] == 'q'))
        change(t, at - 1, 0x1B0);
    return change(t, at, t->at[at] == 'o' ? 0x1A1 : 0x1B0);
}

static bool
add_stroke(typing *t)
{
    return t->count && t->at[0] == 'd' && change(t, 0, 0x111);
}

static bool
add_tone(typing *t, tone which)
{
    bool vowel = false;

    for (int i = 0; i < t->count; i++)
        vowel = vowel || is_vowel(t->at[i]);
    if (!vowel || t->tone)
        return false;
    t->tone = which;
    t->changed = true;
    return true;
}

/* ---- keys ---- */

static bool
telex_key(typing *t, char key)
{
    static const char tones[] = "?fsrxj";
    const char *found = strchr(tones + 1, key);
    const char letter[] = {key, '\0'};

    if (found)
        return add_tone(t, (tone)(found - tones));
    if (key == 'a' || key == 'e' || key == 'o')
        return add_hat(t, letter);
    if (key == 'd')
        return add_stroke(t);
    if (key != 'w')
        return false;
    if (last_of(t, "a") != NONE && last_of(t, "uo") < last_of(t, "a"))
        return change(t, last_of(t, "a"), 0x103);
    if (add_horn(t))
        return true;
    t->at[t->count++] = 0x1B0;
    t->changed = true;
    return true;
}

static bool
vni_key(typing *t, char key)
{
    /* sắc, huyền, hỏi, ngã, nặng */
    static const tone tones[] = {
        TONE_ACUTE, TONE_GRAVE, TONE_HOOK, TONE_TILDE, TONE_DOT};

    if (key >= '1' && key <= '5')
        return add_tone(t, tones[key - '1']);
    if (key == '6')
        return add_hat(t, "aeo");
    if (key == '7')
        return add_horn(t);
    if (key == '8')
        return change(t, last_of(t, "a"), 0x103);
    return key == '9' && add_stroke(t);
}

static bool
is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/* False for keys that no syllable is typed with. */
static bool
type(typing *t, span keys)
{
    for (size_t i = 0; i < keys.len; i++) {
        char key = keys.ptr[i];

        if (is_digit(key)) {
            if (!vni_key(t, key))
                return false;
        } else if (key < 'a' || key > 'z') {
            return false;
        } else if (!telex_key(t, key)) {
            t->at[t->count++] = (unsigned char)key;
        }
    }
    return t->changed;
}

static void
put_tone(typing *t)
{
    for (int i = 0; i < t->count; i++) {
        /* The vowels of "qu" and "gi" are of the onset before another one. */
        bool onset = i == 1 && i + 1 < t->count && is_vowel(t->at[i + 1]) &&
                     ((t->at[0] == 'q' && t->at[1] == 'u') ||
                         (t->at[0] == 'g' && t->at[1] == 'i'));

        if (!is_vowel(t->at[i]) || onset)
            continue;
        t->at[i] = unicode_with_tone(t->at[i], t->tone);
        return;
    }
}

size_t
telex_decode(char out[TELEX_TEXT], span keys)
{
    typing t = {.tone = TONE_NONE};
    char letters[TELEX_TEXT], placed[TELEX_TEXT + 4];
    size_t length = 0;

    if (keys.len > KEYS || !keys.len || is_digit(keys.ptr[0]) ||
        !type(&t, keys))
        return 0;
    put_tone(&t);
    for (int i = 0; i < t.count && length + 4 < sizeof letters - 4; i++)
        length += utf8_put(letters + length, t.at[i]);
    length = syllable_canonical(placed, (span){letters, length});
    if (length > TELEX_TEXT || !syllable_is_valid((span){placed, length}))
        return 0;
    memcpy(out, placed, length);
    return length;
}
