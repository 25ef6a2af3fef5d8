#include "searcher/hits-group.h"

#include "searcher/lookup-memo.h"

static void
add_passage(group *g, candidate *c)
{
    if (g->passage_count < GROUP_PASSAGES)
        g->passages[g->passage_count++] = c;
}

tracuu_status
group_passages(group_list *out, arena *a, tracuu_reader *reader, candidate *at,
    size_t count, size_t wanted, tracuu_error *err)
{
    memo known = {.arena = a};

    *out = (group_list){arena_array(a, wanted + 1, sizeof(group)), 0};
    for (size_t i = 0; i < count; i++) {
        group *g;

        if (out->count && reader_is_late(reader))
            break;
        if (!at[i].id.len) {
            tracuu_status status = store_value_of(
                reader->passages, a, at[i].entry, SLOT_ID, &at[i].id, err);

            if (status)
                return status;
        }
        g = memo_find(&known, at[i].id);
        if (!g && out->count == wanted)
            break;
        if (!g) {
            g = &out->at[out->count++];
            *g = (group){.id = at[i].id, .score = at[i].score};
            memo_add(&known, at[i].id, g);
        }
        add_passage(g, &at[i]);
    }
    return TRACUU_OK;
}
