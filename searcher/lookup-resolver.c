#include "searcher/lookup-resolver.h"

#include "searcher/lookup-candidates.h"
#include "searcher/lookup-copies.h"

enum {
    AGREEING_MAX = 8 /* acts that one open key is listed with */
};

void
resolver_init(resolver *r, tracuu_reader *reader, arena *a)
{
    *r = (resolver){.reader = reader,
        .arena = a,
        .homes = {.arena = a},
        .meanings = {.arena = a},
        .documents = {.arena = a}};
}

static const copy_groups *
groups_of(resolver *r, span key)
{
    copy_groups *groups = memo_find(&r->homes, key);

    if (groups)
        return groups;
    groups = arena_take(r->arena, sizeof *groups);
    if (copies_of_key(groups, r->reader, r->arena, key, NULL) != TRACUU_OK)
        groups->count = 0;
    memo_add(&r->homes, key, groups);
    return groups;
}

found
resolver_home(resolver *r, uint32_t entry)
{
    found alone = lookup_entry(r->reader, r->arena, entry);
    const copy_groups *groups;

    if (!alone.key.len || key_is_open(alone.key))
        return alone;
    groups = groups_of(r, alone.key);
    for (size_t i = 0; i < groups->count; i++) {
        const copy_group *g = &groups->at[i];

        for (size_t k = 0; k < g->count; k++) {
            if (g->at[k] == entry)
                return (found){
                    .entry = g->at[0], .key = alone.key, .date = g->date};
        }
    }
    return alone;
}

static void
add_groups(found_list *list, resolver *r, span key)
{
    const copy_groups *groups = groups_of(r, key);

    for (size_t i = 0; i < groups->count && list->count < AGREEING_MAX; i++)
        list->at[list->count++] = (found){.entry = groups->at[i].at[0],
            .key = key,
            .date = groups->at[i].date};
}

const found_list *
resolver_meanings(resolver *r, span key)
{
    found_list *list = memo_find(&r->meanings, key);
    key_list present = {&key, 1};

    if (list)
        return list;
    key = arena_copy(r->arena, key);
    list = arena_take(r->arena, sizeof *list);
    list->at = arena_array(r->arena, AGREEING_MAX, sizeof *list->at);
    if (key_is_open(key) && candidates_present(&present, r->reader, r->arena,
                                key, AGREEING_MAX, NULL) != TRACUU_OK)
        present.count = 0;
    for (size_t i = 0; i < present.count; i++)
        add_groups(list, r, present.at[i]);
    if (!list->count)
        list->at[list->count++] = (found){.key = key};
    memo_add(&r->meanings, key, list);
    return list;
}

tracuu_status
resolver_read(resolver *r, const found *act, const tracuu_document **out,
    tracuu_error *err)
{
    span name = resolver_name(r, act);
    tracuu_status status;

    *out = memo_find(&r->documents, name);
    if (*out)
        return TRACUU_OK;
    status = lookup_document(r->reader, r->arena, act, out, err);
    if (!status)
        memo_add(&r->documents, name, (void *)*out);
    return status;
}

const tracuu_document *
resolver_document(resolver *r, const found *act)
{
    const tracuu_document *d;

    return resolver_read(r, act, &d, NULL) ? NULL : d;
}

span
resolver_name(resolver *r, const found *act)
{
    if (act->entry)
        return arena_print(r->arena, "#%u", (unsigned)act->entry);
    return act->key;
}

bool
resolver_same(const found *a, const found *b)
{
    if (a->key.len && span_equal(a->key, b->key) && !key_is_open(a->key))
        return true;
    return a->entry == b->entry && (a->entry || span_equal(a->key, b->key));
}
