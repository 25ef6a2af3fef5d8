#include "common/text/token-weld.h"

#include "common/text/pair.h"
#include "common/text/syllable.h"
#include "common/text/unicode.h"
#include "common/text/utf8.h"

enum {
    LETTERS_MAX = 28, /* of four words */
    WORD_MIN = 2,
    WORD_MAX = 7, /* "nghiêng" */
    D_STROKE = 0x111
};

typedef struct letters {
    size_t count;
    size_t at[LETTERS_MAX + 1]; /* bytes */
    uint32_t lower[LETTERS_MAX];
    bool upper[LETTERS_MAX];
} letters;

/* False if the token is no plain word, or too long. */
static bool
read_letters(letters *l, span token)
{
    size_t at = 0;

    for (l->count = 0; at < token.len; l->count++) {
        size_t start = at;
        uint32_t code = utf8_next(token, &at);

        if (l->count == LETTERS_MAX || unicode_class(code) != CHAR_LETTER)
            return false;
        l->at[l->count] = start;
        l->lower[l->count] = unicode_lower(code);
        l->upper[l->count] = unicode_is_upper(code);
    }
    l->at[l->count] = at;
    return true;
}

typedef struct word {
    bool valid;  /* a syllable */
    bool marked; /* has a tone or a shape */
    uint16_t id;
} word;

static word
read_word(const letters *l, size_t from, size_t to)
{
    char lower[4 * WORD_MAX], folded[4 * WORD_MAX];
    size_t length = 0, plain = 0;
    word w = {.valid = false};

    if (to - from < WORD_MIN || to - from > WORD_MAX)
        return w;
    for (size_t i = from; i < to && i < l->count; i++) {
        uint32_t code = l->lower[i];

        w.marked |= code > 0x7F && code != D_STROKE;
        length += utf8_put(lower + length, code);
        plain += utf8_put(folded + plain, unicode_fold(code));
    }
    w.valid = syllable_is_valid((span){lower, length});
    w.id = syllable_id((span){folded, plain});
    return w;
}

/* The next capital behind a small letter, from letter `i` on, or the end. */
static size_t
next_capital(const letters *l, size_t i)
{
    while (i < l->count && !(l->upper[i] && !l->upper[i - 1]))
        i++;
    return i;
}

/* The letter where the second of two syllables starts that are the letters
 * [from, to) and a listed pair, or 0. */
static size_t
find_pair(const letters *l, size_t from, size_t to)
{
    for (size_t cut = from + WORD_MIN; cut + WORD_MIN <= to; cut++) {
        word head = read_word(l, from, cut), tail = read_word(l, cut, to);

        if (head.valid && tail.valid && (head.marked || tail.marked) &&
            pair_is_listed(head.id, tail.id))
            return cut;
    }
    return 0;
}

/* A capital behind a small letter starts a word, if what is before it is a
 * syllable or a pair of them, and one of both is surely Vietnamese. */
static size_t
find_capital(const letters *l)
{
    size_t cut = next_capital(l, 1), end;
    word head, tail;

    if (cut == l->count)
        return 0;
    end = next_capital(l, cut + 1);
    head = read_word(l, 0, cut);
    tail = read_word(l, cut, end);
    if (!head.valid)
        return find_pair(l, 0, cut);
    if (head.marked || (tail.valid && tail.marked) || find_pair(l, cut, end))
        return cut;
    return 0;
}

size_t
weld_find(span token)
{
    letters l;
    size_t cut;

    if (token.len < 2 * WORD_MIN + 1 || !read_letters(&l, token))
        return 0;
    cut = find_capital(&l);
    if (!cut)
        cut = find_pair(&l, 0, l.count);
    return l.at[cut];
}
