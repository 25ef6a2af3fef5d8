#include "common/text/legacy-evidence.h"

#include "common/text/legacy-decode.h"
#include "common/text/syllable.h"
#include "common/text/unicode.h"
#include "common/text/utf8.h"

enum {
    QUOTE = 0xAB,    /* stands before words */
    WORD_MAX = 24,   /* bytes of the longest syllable, and some */
    LETTERS_MAX = 8, /* "nghiêng" has seven; a pair of VNI counts as two */
    AGAINST_OLD = 4, /* what a word that is no syllable takes */
    AGAINST_UNICODE = 1
};

typedef struct word {
    char text[WORD_MAX + 4];
    size_t length, letters;
    bool beyond; /* has letters beyond ASCII */
    bool latin;  /* of Latin-1 and what is read with it */
    bool symbol; /* ends in a symbol */
    bool broken; /* has a letter behind a symbol */
    bool small;  /* has a small letter */
    bool marked; /* has a letter with a mark, other than d-with-stroke */
    bool alien;
    bool composed; /* has combining marks */
} word;

/* "HĐND", "NĐ": letters for words. */
static bool
is_acronym(const word *w)
{
    return !w->small && !w->marked && !w->broken;
}

static void
weigh(evidence *e, const word *w, encoding from)
{
    int against = from == ENCODING_UTF8 ? AGAINST_UNICODE : AGAINST_OLD;
    span text = {w->text, w->length};

    if (!w->letters)
        return;
    e->words++;
    if (w->letters > LETTERS_MAX)
        e->long_words++;
    if (w->letters < 2 || (!w->beyond && !w->broken))
        return; /* a single letter may be a bullet of a font of symbols */
    if (!w->broken && !w->alien && w->length <= WORD_MAX &&
        syllable_is_valid(text)) {
        e->syllables++;
        e->score++;
    } else if (!is_acronym(w) && !w->composed) {
        e->others++;
        if (w->latin || w->broken)
            e->strange++;
        e->score = (int16_t)(e->score - against);
    }
}

static bool
is_latin(uint32_t code)
{
    return (code >= 0x80 && code < 0x100) || code == UTF8_REPLACEMENT ||
           (code >= 0xE000 && code < 0xF900);
}

static void
add_letter(word *w, uint32_t code)
{
    uint32_t lower = unicode_lower(code);

    w->broken |= w->symbol;
    w->symbol = false;
    w->letters++;
    w->beyond |= code > 0x7F;
    w->latin |= is_latin(code);
    w->small |= lower == code && code != 0x111;
    w->marked |= code > 0x7F && lower != 0x111;
    if (w->length < WORD_MAX)
        w->length += utf8_put(w->text + w->length, lower);
    else
        w->length = WORD_MAX + 1;
}

/* True if the code point can stand inside a word that is not read right. */
static bool
is_symbol(uint32_t code, char_class class)
{
    return class != CHAR_SPACE && class != CHAR_LETTER && code > 0x7F &&
           !(code >= 0x2000 && code < 0x2070);
}

evidence
evidence_of(span piece, bool utf8, encoding from)
{
    decoder d = decode_start(piece, utf8, from);
    evidence e = {.score = 0};
    word w = {.length = 0};

    while (d.at < piece.len) {
        uint32_t code = decode_next(&d);
        char_class class = unicode_class(code);

        w.alien |= d.alien;
        if (class == CHAR_LETTER) {
            add_letter(&w, code);
        } else if (class == CHAR_MARK) {
            w.composed = w.beyond = true;
        } else if (class == CHAR_IGNORABLE) {
            continue;
        } else if (is_symbol(code, class) && (code != QUOTE || w.letters)) {
            w.symbol = true;
            w.latin |= w.letters && is_latin(code);
        } else {
            weigh(&e, &w, from);
            w = (word){.length = 0};
        }
    }
    weigh(&e, &w, from);
    return e;
}
