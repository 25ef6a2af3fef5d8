#include "common/text/word.h"

#include "common/text/syllable.h"

#include "common/text/tables/words.inc"

/* As in make-words.py. */
static size_t
slot_of(uint16_t id)
{
    return (size_t)id * 40503u / 64 % WORD_SLOTS;
}

/* True if the token starts a phrase of `l`. */
static bool
starts(const token_list *list, size_t at, word_list l)
{
    uint16_t id = list->at[at].id;

    for (size_t s = slot_of(id); word_slots[s]; s = (s + 1) % WORD_SLOTS) {
        const struct word_row *row = &word_rows[word_slots[s] - 1];

        if (row->id != id || !(row->lists[l / 8] >> l % 8 & 1))
            continue;
        if (word_forms[l].exact
                ? token_is_exact(list, at, row->word)
                : id < SYLLABLE_ID_KNOWN || token_is(list, at, row->word))
            return true;
    }
    return false;
}

/* How many tokens the phrase takes; 0 if the text says something else. */
static size_t
take(const token_list *list, size_t at, const char *phrase, bool exact)
{
    span rest = span_of(phrase), word;
    size_t used = 0;

    for (; span_next_field(&rest, ' ', &word); used++) {
        size_t i = at + used;

        if (i >= list->count ||
            !span_equal(
                exact ? token_exact(list, i) : token_folded(list, i), word))
            return 0;
    }
    return used;
}

size_t
word_at(const token_list *list, size_t at, word_list l)
{
    size_t most = 0;

    if (at >= list->count || !starts(list, at, l))
        return 0;
    if (!word_forms[l].phrases)
        return 1;
    for (size_t i = word_from[l]; i < word_from[l + 1]; i++) {
        size_t used = take(list, at, word_entries[i], word_forms[l].exact);

        most = used > most ? used : most;
    }
    return most;
}

bool
word_any(const token_list *list, size_t from, size_t to, word_list l)
{
    for (size_t at = from; at < to; at++)
        if (word_at(list, at, l))
            return true;
    return false;
}

unsigned
word_number(span form, word_list l)
{
    for (size_t i = word_from[l]; i < word_from[l + 1]; i++)
        if (span_is(form, word_entries[i]))
            return (unsigned)(i - word_from[l]) + 1;
    return 0;
}

static size_t
head(span text, char blank, const char *phrase)
{
    for (size_t i = 0; i < text.len; i++) {
        char wanted = phrase[i] == ' ' || !phrase[i] ? blank : phrase[i];

        if (text.ptr[i] != wanted)
            return 0;
        if (!phrase[i])
            return i + 1;
    }
    return 0;
}

size_t
word_head(span text, char blank, word_list l)
{
    size_t most = 0;

    for (size_t i = word_from[l]; i < word_from[l + 1]; i++) {
        size_t used = head(text, blank, word_entries[i]);

        most = used > most ? used : most;
    }
    return most;
}

const char *
word_entry(word_list l, size_t i)
{
    size_t at = word_from[l] + i;

    return at < word_from[l + 1] ? word_entries[at] : NULL;
}
