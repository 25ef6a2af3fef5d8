#include "searcher/plan-frequency.h"

#include "common/text/syllable.h"

uint32_t
frequency_of(tracuu_reader *reader, uint16_t id)
{
    char text[SYLLABLE_TEXT];
    size_t length;

    if (id >= SYLLABLE_ID_KNOWN)
        return 0;
    if (!reader->frequencies)
        reader->frequencies = arena_array(
            &reader->arena, SYLLABLE_ID_KNOWN, sizeof *reader->frequencies);
    if (reader->frequencies[id])
        return reader->frequencies[id] - 1;
    length = syllable_text(text, id);
    if (length)
        reader->frequencies[id] =
            store_frequency(reader->passages, (span){text, length}) + 1;
    else
        reader->frequencies[id] = 1;
    return reader->frequencies[id] - 1;
}
