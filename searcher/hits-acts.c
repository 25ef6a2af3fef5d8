#include "searcher/hits-acts.h"

#include "common/document/fields.h"
#include "searcher/lookup-memo.h"

typedef struct act {
    bool in_parts;
    group *best;
} act;

/* Whole acts of different organs can bear one number; articles of one act
 * know each other by it. */
static act *
act_of(memo *known, arena *a, tracuu_reader *reader, span number)
{
    act *one = memo_find(known, number);

    if (one)
        return one;
    one = arena_take(a, sizeof *one);
    one->best = NULL;
    one->in_parts = reader_frequency(reader, reader->documents,
                        field_term(a, "XPART", number)) > 0;
    memo_add(known, number, one);
    return one;
}

static void
add_part(group *best, const group *part)
{
    if (best->part_count < GROUP_PARTS)
        best->parts[best->part_count++] = part->id;
}

tracuu_status
acts_fold(group_list *list, arena *a, tracuu_reader *reader, const plan *p,
    size_t wanted, tracuu_error *err)
{
    memo known = {.arena = a};
    size_t kept = 0;

    if (!p->units.roles.topic)
        return TRACUU_OK;
    for (size_t i = 0; i < list->count && kept < wanted; i++) {
        span number = {NULL, 0};
        act *one = NULL;
        tracuu_status status = TRACUU_OK;

        if (!reader_is_late(reader))
            status = store_value_of(reader->passages, a,
                list->at[i].passages[0]->entry, SLOT_ACT, &number, err);
        if (status)
            return status;
        if (number.len)
            one = act_of(&known, a, reader, number);
        if (one && one->in_parts && one->best) {
            add_part(one->best, &list->at[i]);
            continue;
        }
        list->at[kept] = list->at[i];
        if (one)
            one->best = &list->at[kept];
        kept++;
    }
    list->count = kept;
    return TRACUU_OK;
}
