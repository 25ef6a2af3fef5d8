#include "indexer/scan-failures.h"

#include <stdlib.h>

#include "common/base/memory.h"

void
failures_release(failures *f)
{
    arena_release(&f->arena);
    map_release(&f->by_name);
    free(f->at);
    memset(f, 0, sizeof *f);
}

static remembered *
add(failures *f, span name)
{
    bool is_new;
    remembered *r;

    *map_put(&f->by_name, name, &is_new) = f->count;
    f->at = memory_grow(f->at, &f->room, f->count + 1, sizeof *f->at);
    r = &f->at[f->count++];
    *r = (remembered){.name = name};
    return r;
}

static bool
take_item(void *payload, span name, span value)
{
    failures *f = payload;
    remembered *r = add(f, arena_copy(&f->arena, name));

    r->value = arena_copy(&f->arena, value);
    if (!failure_parse(&r->failure, r->value) ||
        !stamp_parse(&r->stamp, r->failure.stamp))
        r->failure.id = (span){NULL, 0};
    return true;
}

tracuu_status
failures_load(failures *f, store_reader *documents, tracuu_error *err)
{
    memset(f, 0, sizeof *f);
    return store_walk_metadata(
        documents, SPAN(FAILURE_PREFIX), take_item, f, err);
}

static remembered *
find_name(const failures *f, span name)
{
    size_t *place = map_find(&f->by_name, name);

    return place ? &f->at[*place] : NULL;
}

const remembered *
failures_find(const failures *f, span id)
{
    arena a = ARENA_INIT;
    const remembered *found;

    if (!f->count)
        return NULL;
    found = find_name(f, failure_name(&a, id));
    arena_release(&a);
    return found && found->failure.id.len ? found : NULL;
}

bool
failures_note(failures *f, span name, span value)
{
    remembered *r = find_name(f, name);

    if (!r)
        r = add(f, arena_copy(&f->arena, name));
    r->noted = true;
    if (span_equal(r->value, value))
        return false;
    r->value = arena_copy(&f->arena, value);
    return true;
}
