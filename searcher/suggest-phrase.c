#include "searcher/suggest-phrase.h"

#include "common/text/completion.h"
#include "common/text/normalize.h"
#include "common/text/pair.h"
#include "common/text/token.h"

enum { LOOKED_AT = 24, NODES = 16 };

/* Terms of the index that a passage with the phrase has: its listed pairs, or
 * its words where it has none. */
static size_t
terms_of(arena *a, const token_list *list, span out[NODES])
{
    size_t count = 0;

    for (size_t i = 1; i < list->count && count < NODES; i++)
        if (pair_is_listed(list->at[i - 1].id, list->at[i].id))
            out[count++] = arena_print(a, "%.*s %.*s",
                SPAN_PRINT(token_folded(list, i - 1)),
                SPAN_PRINT(token_folded(list, i)));
    for (size_t i = 0; !count && i < list->count && i < NODES; i++)
        out[count++] = token_folded(list, i);
    return count;
}

/* True if some passage that may be seen has all the terms. */
static bool
is_seen(suggest_list *l, const span *terms, size_t count)
{
    store_node *nodes = arena_array(
        &l->arena, NODES + 5 + l->reader->visible_count, sizeof *nodes);
    store_match match = {.query = nodes, .limit = 1, .weightless = true};
    store_matches found = {.hit_count = 0};
    size_t used = 0;

    nodes[used++] = (store_node){.op = STORE_AND, .children = count};
    for (size_t i = 0; i < count; i++)
        nodes[used++] = (store_node){.op = STORE_TERM, .term = terms[i]};
    match.node_count = reader_filter(l->reader, nodes, used);
    return !store_find(l->reader->passages, &l->arena, &match, &found, NULL) &&
           found.hit_count;
}

static bool
is_held(suggest_list *l, const completion *p)
{
    arena *a = &l->arena;
    token_list list = token_list_read(a, span_of(p->text));
    span terms[NODES];
    size_t count = terms_of(a, &list, terms);

    for (size_t i = 0; i < count; i++)
        if (!store_frequency(l->reader->passages, terms[i]))
            return false;
    return l->reader->sees_all || is_seen(l, terms, count);
}

void
suggest_phrases(suggest_list *l, span head, span beginning, size_t most)
{
    const completion *found[LOOKED_AT];
    size_t count = completion_find(beginning, found, LOOKED_AT), taken = 0;

    for (size_t i = 0; i < count && taken < most; i++) {
        size_t before = l->out.count;

        if (suggest_list_is_full(l))
            return;
        if (!is_held(l, found[i]))
            continue;
        suggest_list_add(l,
            arena_print(&l->arena, "%.*s%s", SPAN_PRINT(head), found[i]->text),
            SPAN(""));
        taken += l->out.count - before;
    }
}
