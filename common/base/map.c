#include "common/base/map.h"

#include <stdlib.h>

#include "common/base/hash.h"
#include "common/base/memory.h"

enum { FIRST_ROOM = 64 };

void
map_release(map *m)
{
    free(m->slots);
    *m = (map)MAP_INIT;
}

void
map_clear(map *m)
{
    if (m->room)
        memset(m->slots, 0, m->room * sizeof *m->slots);
    m->count = 0;
}

/* FNV-1a is weakest in its low bits, which choose the slot. */
static size_t
first_slot(const map *m, uint64_t hash)
{
    return (size_t)(hash ^ hash >> 32) & (m->room - 1);
}

static map_slot *
slot_of(const map *m, uint64_t hash, span name)
{
    size_t at = first_slot(m, hash);

    while (m->slots[at].name.ptr &&
           !(m->slots[at].hash == hash && span_equal(m->slots[at].name, name)))
        at = (at + 1) & (m->room - 1);
    return &m->slots[at];
}

static void
make_room(map *m)
{
    map old = *m;

    m->room = old.room ? old.room * 2 : FIRST_ROOM;
    m->slots = memory_take_zero(m->room, sizeof *m->slots);
    for (size_t i = 0; i < old.room; i++) {
        if (old.slots[i].name.ptr)
            *slot_of(m, old.slots[i].hash, old.slots[i].name) = old.slots[i];
    }
    free(old.slots);
}

size_t *
map_find(const map *m, span name)
{
    map_slot *slot;

    if (!m->count)
        return NULL;
    if (!name.ptr)
        name.ptr = "";
    slot = slot_of(m, hash_of(name), name);
    return slot->name.ptr ? &slot->value : NULL;
}

size_t *
map_put(map *m, span name, bool *is_new)
{
    uint64_t hash = hash_of(name);
    map_slot *slot;

    if (!name.ptr)
        name.ptr = "";
    if (2 * (m->count + 1) > m->room)
        make_room(m);
    slot = slot_of(m, hash, name);
    *is_new = !slot->name.ptr;
    if (*is_new) {
        *slot = (map_slot){hash, name, 0};
        m->count++;
    }
    return &slot->value;
}
