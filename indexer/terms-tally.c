#include "indexer/terms-tally.h"

#include "common/document/impact.h"
#include "common/text/pair.h"

enum {
    PAIR_BYTES = 2 * TOKEN_MAX + 1,
    /* A table that one long passage made large is not cleared for each small
     * one after it. */
    TABLE_MAX = 1 << 14
};

void
tally_release(tally *t)
{
    vec_release(&t->terms);
    map_release(&t->places);
}

void
tally_clear(tally *t)
{
    t->terms.count = t->mark;
    if (t->places.room > TABLE_MAX)
        map_release(&t->places);
    else
        map_clear(&t->places);
}

static void
count_term(tally *t, arena *a, span name, bool borrowed)
{
    size_t *at = map_find(&t->places, name);
    bool is_new;

    if (at) {
        t->terms.at[*at].count++;
        return;
    }
    if (!borrowed)
        name = arena_copy(a, name);
    *map_put(&t->places, name, &is_new) = t->terms.count;
    vec_push(&t->terms, (store_term){name, 1});
}

static void
count_pair(tally *t, arena *a, span first, span second)
{
    char name[PAIR_BYTES];

    memcpy(name, first.ptr, first.len);
    name[first.len] = ' ';
    memcpy(name + first.len + 1, second.ptr, second.len);
    count_term(t, a, (span){name, first.len + 1 + second.len}, false);
}

void
tally_add(tally *t, arena *a, const token_list *list, size_t first, size_t last)
{
    for (size_t i = first; i < last; i++) {
        const token *at = &list->at[i];
        span folded = token_folded(list, i);

        if (!folded.len)
            continue;
        count_term(t, a, folded, true);
        if (i > first && !at->breaks && pair_is_listed(at[-1].id, at->id))
            count_pair(t, a, token_folded(list, i - 1), folded);
    }
}

void
tally_weigh(tally *t)
{
    size_t length = 0;

    for (size_t i = t->mark; i < t->terms.count; i++)
        length += t->terms.at[i].count;
    for (size_t i = t->mark; i < t->terms.count; i++)
        t->terms.at[i].count = impact_of(t->terms.at[i].count, length);
    vec_push(
        &t->terms, (store_term){SPAN(IMPACT_LENGTH), impact_length(length)});
}
