#include "searcher/hits-excerpt.h"

#include "common/base/fail.h"
#include "common/document/fields.h"
#include "common/document/packed.h"

tracuu_status
excerpt_text(excerpt *out, arena *a, tracuu_reader *reader, uint32_t entry,
    span words, tracuu_error *err)
{
    span data;
    packed p;
    tracuu_status status = store_data(reader->passages, a, entry, &data, err);

    *out = (excerpt){0};
    if (status == TRACUU_OK && !words.len)
        status = store_value_of(
            reader->passages, a, entry, SLOT_FORWARD, &words, err);
    if (status != TRACUU_OK)
        return status;
    if (!packed_decode(a, words, data, &p))
        return fail(err, TRACUU_INDEX_DAMAGED,
            "passage %u cannot be read; rebuild the index with "
            "tracuu-index --rebuild",
            (unsigned)entry);
    out->title = p.title;
    out->label = p.label;
    out->heading = p.heading;
    out->start = p.start;
    out->end = p.end;
    out->points = p.points;
    out->pages = p.pages;
    out->text = p.text;
    return TRACUU_OK;
}

tracuu_status
excerpt_read(const excerpt **out, arena *a, tracuu_reader *reader,
    uint32_t entry, span words, tracuu_error *err)
{
    excerpt *read = arena_take(a, sizeof *read);
    tracuu_status status = excerpt_text(read, a, reader, entry, words, err);

    if (status != TRACUU_OK)
        return status;
    read->tokens = token_list_read(a, read->text);
    read->title_tokens = token_list_read(a, read->title);
    read->heading_tokens = token_list_read(a, read->heading);
    *out = read;
    return TRACUU_OK;
}
