#include "indexer/scan-known.h"

#include <stdlib.h>

#include "common/base/memory.h"
#include "common/base/vec.h"
#include "common/document/fields.h"

typedef struct loading {
    known *known;
    VEC(uint32_t) entries; /* of each document, ascending */
    size_t at;             /* the document that the next stamp is for */
} loading;

void
known_release(known *k)
{
    arena_release(&k->arena);
    map_release(&k->by_id);
    free(k->at);
    memset(k, 0, sizeof *k);
}

static bool
take_id(void *payload, uint32_t entry, span id)
{
    loading *l = payload;
    known *k = l->known;
    known_document d = {.id = arena_copy(&k->arena, id)};
    bool is_new;

    *map_put(&k->by_id, d.id, &is_new) = k->count;
    k->at = memory_grow(k->at, &k->room, k->count + 1, sizeof *k->at);
    k->at[k->count++] = d;
    vec_push(&l->entries, entry);
    return true;
}

/* Both slots are walked in the order of the entries. */
static bool
take_stamp(void *payload, uint32_t entry, span bytes)
{
    loading *l = payload;

    while (l->at < l->entries.count && l->entries.at[l->at] < entry)
        l->at++;
    if (l->at < l->entries.count && l->entries.at[l->at] == entry)
        stamp_parse(
            &l->known->at[l->at].stamp, arena_copy(&l->known->arena, bytes));
    return true;
}

tracuu_status
known_load(known *k, store_reader *documents, tracuu_error *err)
{
    loading l = {.known = k};
    tracuu_status status;

    memset(k, 0, sizeof *k);
    status = store_walk_values(documents, SLOT_ID, take_id, &l, err);
    if (status == TRACUU_OK)
        status = store_walk_values(documents, SLOT_STAMP, take_stamp, &l, err);
    vec_release(&l.entries);
    return status;
}

known_document *
known_find(const known *k, span id)
{
    size_t *place = map_find(&k->by_id, id);

    return place ? &k->at[*place] : NULL;
}
