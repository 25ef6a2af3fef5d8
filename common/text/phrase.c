#include "common/text/phrase.h"

#include <pthread.h>
#include <string.h>

#include "common/text/tables/flat.inc"
#include "common/text/tables/phrases.inc"

/* Words and phrases have the codes 1 to COUNT in the order of the table, a
 * phrase after what it is made of. */
enum {
    COUNT = WORDS + PHRASES,
    WORD_SLOTS = 1 << 15, /* powers of two, twice as many at least */
    PAIR_SLOTS = 1 << 17,
    WINDOW = 32 /* words that are joined at once */
};

/* ---- from codes to words: flat, since a re-rank reads them ---- */

static phrase_row
row_of(const uint16_t *flat, uint16_t code)
{
    if (!code || code > COUNT)
        return (phrase_row){NULL, 0};
    return (phrase_row){
        flat + flat_starts[code], flat_starts[code + 1] - flat_starts[code]};
}

phrase_row
phrase_words(uint16_t code)
{
    return row_of(flat_words, code);
}

phrase_row
phrase_ids(uint16_t code)
{
    return row_of(flat_ids, code);
}

/* ---- words ---- */

static pthread_once_t words_once = PTHREAD_ONCE_INIT;
static uint16_t word_slots[WORD_SLOTS];

static uint32_t
hash_word(span word)
{
    uint32_t hash = 2166136261u;

    for (size_t i = 0; i < word.len; i++)
        hash = (hash ^ (unsigned char)word.ptr[i]) * 16777619u;
    return (hash ^ hash >> 15) & (WORD_SLOTS - 1);
}

static span
word_at(uint16_t code)
{
    return span_of(words[code - 1]);
}

static void
make_words(void)
{
    for (uint16_t code = 1; code <= WORDS; code++) {
        uint32_t slot = hash_word(word_at(code));

        while (word_slots[slot])
            slot = (slot + 1) & (WORD_SLOTS - 1);
        word_slots[slot] = code;
    }
}

uint16_t
phrase_word(span written)
{
    uint32_t slot = hash_word(written);

    pthread_once(&words_once, make_words);
    while (word_slots[slot] && !span_equal(word_at(word_slots[slot]), written))
        slot = (slot + 1) & (WORD_SLOTS - 1);
    return word_slots[slot];
}

span
phrase_written(uint16_t word)
{
    return word && word <= WORDS ? word_at(word) : SPAN("");
}

uint16_t
phrase_id(uint16_t word)
{
    return word && word <= WORDS ? ids[word - 1] : 0;
}

unsigned
phrase_count(void)
{
    return COUNT;
}

/* ---- joining ---- */

static pthread_once_t pairs_once = PTHREAD_ONCE_INIT;
static struct {
    uint16_t first, second, made;
} pair_slots[PAIR_SLOTS]; /* a look-up touches one line of the cache */

static uint32_t
hash_pair(uint16_t first, uint16_t second)
{
    uint32_t hash = ((uint32_t)first << 16 | second) * 2654435769u;

    return hash >> 15;
}

static void
make_pairs(void)
{
    for (uint32_t i = 0; i < PHRASES; i++) {
        uint32_t slot = hash_pair(firsts[i], seconds[i]);

        while (pair_slots[slot].made)
            slot = (slot + 1) & (PAIR_SLOTS - 1);
        pair_slots[slot].first = firsts[i];
        pair_slots[slot].second = seconds[i];
        pair_slots[slot].made = (uint16_t)(WORDS + 1 + i);
    }
}

/* What two codes make; UINT16_MAX if nothing. */
static uint16_t
joined(uint16_t first, uint16_t second)
{
    uint32_t slot = hash_pair(first, second);

    while (pair_slots[slot].made && (pair_slots[slot].first != first ||
                                        pair_slots[slot].second != second))
        slot = (slot + 1) & (PAIR_SLOTS - 1);
    return pair_slots[slot].made ? pair_slots[slot].made : UINT16_MAX;
}

/* Of all neighbours those that were joined first when the table was made. */
static size_t
join_window(uint16_t *codes, size_t count)
{
    uint16_t made[WINDOW];

    for (size_t i = 0; i + 1 < count; i++)
        made[i] = joined(codes[i], codes[i + 1]);
    while (count > 1) {
        size_t best = 0;

        for (size_t i = 1; i + 1 < count; i++)
            best = made[i] < made[best] ? i : best;
        if (made[best] == UINT16_MAX)
            break;
        codes[best] = made[best];
        count--;
        for (size_t i = best + 1; i < count; i++)
            codes[i] = codes[i + 1];
        for (size_t i = best + 1; i + 1 < count; i++)
            made[i] = made[i + 1];
        if (best)
            made[best - 1] = joined(codes[best - 1], codes[best]);
        if (best + 1 < count)
            made[best] = joined(codes[best], codes[best + 1]);
    }
    return count;
}

size_t
phrase_join(uint16_t *codes, size_t count)
{
    size_t left = 0;

    pthread_once(&pairs_once, make_pairs);
    for (size_t i = 0; i < count; i += WINDOW) {
        size_t some = count - i < WINDOW ? count - i : WINDOW, more;

        memmove(codes + left, codes + i, some * sizeof *codes);
        more = join_window(codes + left, some);
        left += more;
    }
    return left;
}
