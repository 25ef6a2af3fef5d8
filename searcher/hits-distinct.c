#include "searcher/hits-distinct.h"

#include "common/base/vec.h"
#include "common/document/fields.h"
#include "searcher/lookup-copies.h"

enum { SHOWN_LATE = 10 /* groups, when the time is over */ };

typedef VEC(uint32_t) entry_list;

static bool
is_shown(const entry_list *shown, uint32_t entry)
{
    for (size_t i = 0; i < shown->count; i++)
        if (shown->at[i] == entry)
            return true;
    return false;
}

/* The entry and all copies of it are on the page from now on. */
static tracuu_status
show(entry_list *shown, arena *a, tracuu_reader *reader, uint32_t entry,
    tracuu_error *err)
{
    copy_groups groups;
    span key = {NULL, 0};
    tracuu_status status =
        store_value_of(reader->documents, a, entry, SLOT_KEY, &key, err);

    vec_push(shown, entry);
    if (status || !key.len ||
        reader_frequency(
            reader, reader->documents, field_term(a, "XKEY", key)) < 2)
        return status;
    status = copies_of_key(&groups, reader, a, key, err);
    for (size_t i = 0; !status && i < groups.count; i++) {
        const copy_group *g = &groups.at[i];
        bool mine = false;

        for (size_t k = 0; k < g->count; k++)
            mine |= g->at[k] == entry;
        for (size_t k = 0; mine && k < g->count; k++)
            vec_push(shown, g->at[k]);
    }
    return status;
}

tracuu_status
distinct_groups(group_list *list, arena *a, tracuu_reader *reader,
    const numbered_list *first, size_t wanted, tracuu_error *err)
{
    entry_list shown = VEC_INIT;
    tracuu_status status = TRACUU_OK;
    size_t kept = 0;

    for (size_t i = 0; i < first->count && !status; i++)
        if (first->at[i].what.entry)
            status = show(&shown, a, reader, first->at[i].what.entry, err);
    for (size_t i = 0; i < list->count && kept < wanted && !status; i++) {
        group *g = &list->at[i];

        if (kept >= SHOWN_LATE && reader_is_late(reader))
            break;

        status = reader_find(reader, a, g->id, &g->entry, err);
        if (status || !g->entry || is_shown(&shown, g->entry))
            continue;
        status = show(&shown, a, reader, g->entry, err);
        list->at[kept++] = *g;
    }
    list->count = kept;
    vec_release(&shown);
    return status;
}
