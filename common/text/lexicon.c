#include "common/text/lexicon.h"

#include <stdlib.h>

#include "common/base/arena.h"
#include "common/base/memory.h"
#include "common/text/syllable.h"

/* One more word behind the words of `parent` (an index of nodes, or ROOT). */
struct node {
    span word;
    uint16_t id; /* of the word; a syllable's says which it is */
    uint32_t parent;
    int32_t phrase; /* the phrase that ends here, or -1 */
};

enum { ROOT = 0, KEY_ROOM = 64 };

struct lexicon {
    arena words;
    struct node *nodes; /* nodes[ROOT] is empty and starts every phrase */
    size_t count;
    uint32_t *slots; /* open addressing; 0 is free, else a node */
    size_t mask;
    uint8_t starts[65536 / 8]; /* bit of each id that starts a phrase */
};

static size_t
hash_step(uint32_t parent, uint16_t id)
{
    uint64_t hash = ((uint64_t)parent << 16 | id) * 0x9E3779B97F4A7C15u;

    return (size_t)(hash >> 32);
}

/* The slot of the node behind `parent`, or the free one where it belongs. */
static uint32_t *
find_slot(const lexicon *l, uint32_t parent, uint16_t id, span word)
{
    size_t i = hash_step(parent, id) & l->mask;

    for (; l->slots[i]; i = (i + 1) & l->mask) {
        const struct node *n = &l->nodes[l->slots[i]];

        if (n->parent == parent && n->id == id &&
            (id < SYLLABLE_ID_KNOWN || span_equal(n->word, word)))
            break;
    }
    return &l->slots[i];
}

static uint32_t
add_step(lexicon *l, uint32_t parent, span word)
{
    uint16_t id = syllable_id(word);
    uint32_t *slot = find_slot(l, parent, id, word);

    if (*slot)
        return *slot;
    l->nodes[l->count] = (struct node){word, id, parent, -1};
    *slot = (uint32_t)l->count++;
    return *slot;
}

/* The i/y key belongs to the folded form: a phrase may be written either
 * way.  A key is made of an i, and few words have one. */
static span
with_key(lexicon *l, span word)
{
    char copy[KEY_ROOM];
    span key = {copy, 0};

    if (word.len + 4 > sizeof copy || !memchr(word.ptr, 'i', word.len))
        return word;
    key.len = syllable_canonical(copy, word);
    return span_equal(key, word) ? word : arena_copy(&l->words, key);
}

static void
add_phrase(lexicon *l, const char *phrase, int32_t number)
{
    span rest = span_of(phrase), word;
    uint32_t node = ROOT;

    while (span_next_field(&rest, ' ', &word)) {
        if (!word.len)
            continue;
        word = with_key(l, word);
        if (node == ROOT) {
            uint16_t id = syllable_id(word);

            l->starts[id / 8] |= (uint8_t)(1u << id % 8);
        }
        node = add_step(l, node, word);
    }
    if (node != ROOT && l->nodes[node].phrase < 0)
        l->nodes[node].phrase = number;
}

static size_t
count_words(const char *const *phrases, size_t count)
{
    size_t words = count;

    for (size_t i = 0; i < count; i++)
        for (const char *p = phrases[i]; *p; p++)
            words += *p == ' ';
    return words;
}

lexicon *
lexicon_new(const char *const *phrases, size_t count)
{
    lexicon *l = memory_take_zero(1, sizeof *l);
    size_t words = count_words(phrases, count), slots = 16;

    while (slots < 2 * words + 2)
        slots *= 2;
    l->mask = slots - 1;
    l->slots = memory_take_zero(slots, sizeof *l->slots);
    l->nodes = memory_take(
        (words + 1) * sizeof *l->nodes); /* one a word, and the root */
    l->nodes[ROOT] = (struct node){{NULL, 0}, 0, ROOT, -1};
    l->count = 1;
    for (size_t i = 0; i < count; i++)
        add_phrase(l, phrases[i], (int32_t)i);
    return l;
}

void
lexicon_free(lexicon *l)
{
    if (!l)
        return;
    arena_release(&l->words);
    free(l->nodes);
    free(l->slots);
    free(l);
}

/* A phrase goes on in the next line, though that starts with a capital. */
static bool
is_wrapped(const token_list *list, size_t i)
{
    span text = list->text;
    size_t at = list->at[i - 1].end, ends = 0;

    for (; at < list->at[i].start; at++) {
        if (text.ptr[at] != '\n' && text.ptr[at] != ' ')
            return false;
        ends += text.ptr[at] == '\n';
    }
    return ends == 1;
}

int
lexicon_match(const lexicon *l, const token_list *list, size_t at, size_t *used)
{
    uint32_t node = ROOT;
    int best = -1;
    uint16_t id;

    if (at >= list->count)
        return -1;
    id = list->at[at].id;
    if (!(l->starts[id / 8] >> id % 8 & 1))
        return -1;
    for (size_t i = at; i < list->count; i++) {
        if (i > at && list->at[i].breaks && !is_wrapped(list, i))
            break;
        node = *find_slot(l, node, list->at[i].id, token_folded(list, i));
        if (node == ROOT)
            break;
        if (l->nodes[node].phrase >= 0) {
            best = l->nodes[node].phrase;
            *used = i - at + 1;
        }
    }
    return best;
}
