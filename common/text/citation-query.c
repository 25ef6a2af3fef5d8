#include "common/text/citation-split.h"
#include "common/text/citation.h"

/* Tokens of the list with blanks put in, as tokens of the one given. */
static void
restore_typed(const token_list *list, const size_t *origin, citation *c)
{
    c->first = origin[c->first];
    c->last = origin[c->last - 1] + 1;
    c->reach = origin[c->reach];
    c->start = list->at[c->first].start;
    c->end = list->at[c->last - 1].end;
}

size_t
citation_read_queries(arena *a, const token_list *list, const bool *taken,
    citation *out, size_t room)
{
    size_t *origin, count = 0, next;
    token_list split = split_tokens(a, list, &origin);

    for (size_t at = 0; at < split.count && count < room; at = next) {
        size_t end = count;

        next = at + 1;
        if (!taken || !taken[origin[at]])
            end += citation_read_typed_list(
                a, &split, at, &out[count], room - count);
        for (; count < end; count++) {
            if (out[count].last > next)
                next = out[count].last;
            restore_typed(list, origin, &out[count]);
        }
    }
    return count;
}

bool
citation_read_query(
    arena *a, const token_list *list, const bool *taken, citation *out)
{
    return citation_read_queries(a, list, taken, out, 1) == 1;
}
