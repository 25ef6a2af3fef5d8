#include "searcher/lookup-memo.h"

#include <stdint.h>

static memo_slot *
slot_of(const memo *m, span name)
{
    uint64_t hash = 14695981039346656037u;

    for (size_t i = 0; i < name.len; i++)
        hash = (hash ^ (unsigned char)name.ptr[i]) * 1099511628211u;
    hash ^= hash >> 32;
    for (size_t at = hash;; at++) {
        memo_slot *slot = &m->slots[at & (m->room - 1)];

        if (!slot->value || span_equal(slot->name, name))
            return slot;
    }
}

void *
memo_find(const memo *m, span name)
{
    return m->room ? slot_of(m, name)->value : NULL;
}

static void
grow(memo *m)
{
    memo old = *m;

    m->room = old.room ? 2 * old.room : 64;
    m->slots = arena_array(m->arena, m->room, sizeof *m->slots);
    for (size_t i = 0; i < old.room; i++) {
        if (old.slots[i].value)
            *slot_of(m, old.slots[i].name) = old.slots[i];
    }
}

void
memo_add(memo *m, span name, void *value)
{
    if (2 * m->count >= m->room)
        grow(m);
    *slot_of(m, name) = (memo_slot){arena_copy(m->arena, name), value};
    m->count++;
}
