#include "indexer/run-publish.h"

#include <stdlib.h>

#include "common/base/file.h"
#include "indexer/links.h"
#include "indexer/offers.h"
#include "indexer/run-schema.h"

#define SIZE "tracuu.size"

enum { GROWTH_MIN = 4 << 20 /* bytes: less is not worth the work */ };

void
publish_note(strbuf *items, span name, span value)
{
    strbuf_print(items, "%zu %zu\n", name.len, value.len);
    strbuf_add(items, name);
    strbuf_add(items, value);
}

static tracuu_status
write_notes(store_writer *documents, span items, tracuu_error *err)
{
    tracuu_status status = TRACUU_OK;
    span line;

    while (status == TRACUU_OK && span_next_line(&items, &line)) {
        char *end;
        size_t name = strtoull(line.ptr, &end, 10);
        size_t value = strtoull(end, NULL, 10);

        status = store_set_metadata(documents, span_slice(items, 0, name),
            span_slice(items, name, name + value), err);
        items = span_from(items, name + value);
    }
    return status;
}

static tracuu_status
note_size(store_writer *documents, const generation *g, tracuu_error *err)
{
    char text[32];

    snprintf(text, sizeof text, "%llu",
        (unsigned long long)file_tree_size(g->folder));
    return store_set_metadata(documents, SPAN(SIZE), span_of(text), err);
}

static tracuu_status
compute_links(const generation *g, store_writer *passages,
    store_writer *documents, date today, tracuu_error *err)
{
    store_reader *reader;
    arena a = ARENA_INIT;
    map keys = MAP_INIT;
    tracuu_status status = store_reader_open(&reader, g->documents, err);

    if (status == TRACUU_OK)
        status = links_all(&keys, &a, reader, err);
    if (status == TRACUU_OK)
        status = links_update(passages, documents, reader, &keys, today, err);
    if (status == TRACUU_OK)
        status = offers_write(documents, reader, err);
    store_reader_free(reader);
    map_release(&keys);
    arena_release(&a);
    return status;
}

tracuu_status
publish_first(const generation *g, const scan *s, const strbuf *items,
    date today, tracuu_error *err)
{
    store_writer *passages = NULL, *documents = NULL;
    tracuu_status status =
        store_writer_open(&passages, g->passages, STORE_LIVE, err);

    if (status == TRACUU_OK)
        status = store_writer_open(&documents, g->documents, STORE_LIVE, err);
    if (status == TRACUU_OK)
        status = compute_links(g, passages, documents, today, err);
    if (status == TRACUU_OK)
        status = schema_write(passages, err);
    if (status == TRACUU_OK)
        status = schema_write(documents, err);
    if (status == TRACUU_OK)
        status = schema_write_roots(documents, NULL, s, err);
    if (status == TRACUU_OK)
        status = write_notes(documents, strbuf_span(items), err);
    if (status == TRACUU_OK)
        status = note_size(documents, g, err);
    if (status == TRACUU_OK)
        status = store_commit(passages, err);
    if (status == TRACUU_OK)
        status = store_commit(documents, err);
    store_writer_free(passages);
    store_writer_free(documents);
    return status;
}

static bool
has_grown(update *u, const generation *g)
{
    arena a = ARENA_INIT;
    uint64_t then, now = file_tree_size(g->folder);
    span value = {NULL, 0};

    store_metadata(u->old, &a, SPAN(SIZE), &value, NULL);
    then = value.len ? strtoull(value.ptr, NULL, 10) : 0;
    arena_release(&a);
    return then && now > then + then / 2 + GROWTH_MIN;
}

static bool
is_worn(const generation *g)
{
    store_reader *passages;
    bool worn;

    if (store_reader_open(&passages, g->passages, NULL) != TRACUU_OK)
        return false;
    worn = store_is_worn(passages);
    store_reader_free(passages);
    return worn;
}

tracuu_status
publish_again(
    update *u, const generation *g, const char *dir, tracuu_error *err)
{
    arena a = ARENA_INIT;
    store_writer *documents = NULL;
    const char *scratch;
    generation next;
    tracuu_status status;

    if (!has_grown(u, g) && !is_worn(g))
        return TRACUU_OK;
    update_close(u);
    status = generation_scratch(&scratch, &a, dir, err);
    if (status == TRACUU_OK)
        status = generation_next(&next, &a, dir, err);
    if (status == TRACUU_OK)
        status = store_renew(g->passages, next.passages, err);
    if (status == TRACUU_OK)
        status = store_renew(g->documents, next.documents, err);
    if (status == TRACUU_OK)
        status = store_writer_open(&documents, next.documents, STORE_LIVE, err);
    if (status == TRACUU_OK)
        status = note_size(documents, &next, err);
    if (status == TRACUU_OK)
        status = store_commit(documents, err);
    store_writer_free(documents);
    if (status == TRACUU_OK)
        status = generation_publish(&next, dir, err);
    arena_release(&a);
    return status;
}
