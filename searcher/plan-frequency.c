#include "searcher/plan-frequency.h"

#include "common/document/impact.h"
#include "common/text/pair.h"
#include "common/text/syllable.h"

/* Those of the index as it is now; all are forgotten after a commit. */
static frequency_table *
table_of(tracuu_reader *reader)
{
    frequency_table *t = reader->frequencies;
    uint64_t revision = store_revision(reader->passages);

    if (!t) {
        t = reader->frequencies = arena_take(&reader->arena, sizeof *t);
        t->syllables = arena_array(
            &reader->arena, SYLLABLE_ID_KNOWN, sizeof *t->syllables);
        t->pairs = arena_array(&reader->arena, pair_count(), sizeof *t->pairs);
    } else if (t->generation != reader->now.number || t->revision != revision) {
        memset(t->syllables, 0, SYLLABLE_ID_KNOWN * sizeof *t->syllables);
        memset(t->pairs, 0, pair_count() * sizeof *t->pairs);
        t->length = 0;
    }
    t->generation = reader->now.number;
    t->revision = revision;
    return t;
}

static uint32_t
ask_once(uint32_t *known, tracuu_reader *reader, span term)
{
    if (!*known)
        *known = reader_frequency_about(reader, term) + 1;
    return *known - 1;
}

uint32_t
frequency_of(tracuu_reader *reader, uint16_t id)
{
    char text[SYLLABLE_TEXT];
    uint32_t *known;
    size_t length;

    if (id >= SYLLABLE_ID_KNOWN)
        return 0;
    known = &table_of(reader)->syllables[id];
    if (*known)
        return *known - 1;
    length = syllable_text(text, id);
    if (!length)
        *known = 1;
    return ask_once(known, reader, (span){text, length});
}

uint32_t
frequency_of_word(tracuu_reader *reader, uint16_t id, span term)
{
    if (id >= SYLLABLE_ID_KNOWN)
        return reader_frequency_about(reader, term);
    return ask_once(&table_of(reader)->syllables[id], reader, term);
}

uint64_t
frequency_of_length(tracuu_reader *reader)
{
    frequency_table *t = table_of(reader);

    if (!t->length)
        t->length = store_total(reader->passages, SPAN(IMPACT_LENGTH));
    return t->length;
}

uint32_t
frequency_of_pair(
    tracuu_reader *reader, uint16_t first, uint16_t second, span term)
{
    int number = pair_number(first, second);

    return number < 0
               ? 0
               : ask_once(&table_of(reader)->pairs[number], reader, term);
}
