#include "searcher/suggest-list.h"

#include <stdlib.h>

#include "common/base/memory.h"
#include "common/text/normalize.h"

suggest_list *
suggest_list_new(tracuu_reader *reader, size_t limit)
{
    suggest_list *l = memory_take_zero(1, sizeof *l);

    l->reader = reader;
    l->limit = limit;
    l->known.arena = &l->arena;
    l->tried.arena = &l->arena;
    l->at = arena_array(&l->arena, limit + 1, sizeof *l->at);
    l->out.at = l->at;
    return l;
}

void
suggest_list_free(suggest_list *l)
{
    if (!l)
        return;
    arena_release(&l->arena);
    free(l);
}

bool
suggest_list_is_full(const suggest_list *l)
{
    return l->out.count >= l->limit;
}

void
suggest_list_add(suggest_list *l, span text, span id)
{
    arena *a = &l->arena;
    span folded = normalize_folded(a, text);

    if (!folded.len || suggest_list_is_full(l) || memo_find(&l->known, folded))
        return;
    memo_add(&l->known, folded, l);
    l->at[l->out.count++] =
        (tracuu_suggestion){arena_string(a, text), arena_string(a, id)};
}
