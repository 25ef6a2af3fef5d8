#include "searcher/lookup-citing.h"

#include <stdio.h>

#include "common/base/vec.h"
#include "common/document/fields.h"
#include "common/document/relation.h"
#include "searcher/lookup-memo.h"

enum { STRENGTH_MAX = 10 };

typedef struct citing {
    tracuu_reader *reader;
    arena *arena;
    size_t limit;
    VEC(uint32_t) entries;
    memo known;
} citing;

static bool
visit(void *payload, uint32_t entry)
{
    citing *c = payload;
    span name = {(const char *)&entry, sizeof entry};

    if (!memo_find(&c->known, name) && reader_may_see(c->reader, entry)) {
        memo_add(&c->known, name, c);
        vec_push(&c->entries, entry);
    }
    return c->entries.count < c->limit;
}

static tracuu_status
walk(citing *c, const char *prefix, const span *keys, size_t count,
    tracuu_error *err)
{
    tracuu_status status = TRACUU_OK;

    for (size_t i = 0; status == TRACUU_OK && i < count; i++) {
        if (c->entries.count == c->limit)
            break;
        status = store_walk_entries(c->reader->documents,
            field_term(c->arena, prefix, keys[i]), visit, c, err);
    }
    return status;
}

static tracuu_status
walk_strongest(citing *c, const span *keys, size_t count, tracuu_error *err)
{
    tracuu_status status = TRACUU_OK;

    for (int rank = STRENGTH_MAX; rank >= 0; rank--) {
        for (relation r = 0; r < RELATION_COUNT; r++) {
            char prefix[64];

            if (relation_about(r)->strength != rank || status != TRACUU_OK)
                continue;
            snprintf(prefix, sizeof prefix, "XR%s:", relation_about(r)->code);
            status = walk(c, prefix, keys, count, err);
        }
    }
    return status;
}

tracuu_status
citing_of(entry_list *out, tracuu_reader *reader, arena *a, const span *keys,
    size_t count, size_t limit, tracuu_error *err)
{
    citing c = {
        .reader = reader, .arena = a, .limit = limit, .known = {.arena = a}};
    tracuu_status status = TRACUU_OK;
    uint64_t frequency = 0;

    for (size_t i = 0; i < count; i++)
        frequency +=
            store_frequency(reader->documents, field_term(a, "XRA:", keys[i]));
    if (frequency > limit)
        status = walk_strongest(&c, keys, count, err);
    if (status == TRACUU_OK)
        status = walk(&c, "XRA:", keys, count, err);
    out->count = c.entries.count;
    out->at = arena_array(a, out->count, sizeof *out->at);
    if (out->count)
        memcpy(out->at, c.entries.at, out->count * sizeof *out->at);
    vec_release(&c.entries);
    return status;
}

uint32_t
citing_first(tracuu_reader *reader, span term)
{
    citing c = {.reader = reader, .limit = 1};
    arena scratch = ARENA_INIT;
    uint32_t entry;

    c.known.arena = &scratch;
    store_walk_entries(reader->documents, term, visit, &c, NULL);
    entry = c.entries.count ? c.entries.at[0] : 0;
    vec_release(&c.entries);
    arena_release(&scratch);
    return entry;
}
