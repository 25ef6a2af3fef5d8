#include "indexer/metadata-nature.h"

#include "common/text/symbol.h"
#include "common/text/word.h"

enum { FIRST_TOKENS = 120 };

/* The text begins at a Điều or a Mục, or at a number of one that was stated. */
static bool
begins_inside(const document *d)
{
    const section *first = d->sections;

    if (!d->section_count || !d->tokens.count ||
        first->start > d->tokens.at[0].start)
        return false;
    return first->level == SECTION_ARTICLE ||
           span_starts_with(first->label, SPAN("Mục")) ||
           span_starts_with(first->label, SPAN("Chương")) ||
           d->stated.number.len > 0;
}

/* An annex or a continuation that stands alone. */
static bool
is_annex(const document *d, const head *h)
{
    for (size_t i = 0; i < h->cells.count; i++)
        if (word_at(&d->tokens, h->cells.at[i].first, WORD_ATTACHED))
            return true;
    return false;
}

/* One of the first tokens is the symbol of an act, of `number` if it is not
 * empty. */
static bool
names_act(arena *a, const token_list *tokens, span number)
{
    span wanted = symbol_fold(a, number);

    for (size_t i = 0; i < tokens->count && i < FIRST_TOKENS; i++) {
        symbol s;
        size_t used;

        if (tokens->at[i].number &&
            symbol_match(a, tokens, i, false, &s, &used) &&
            (number.len ? span_equal(symbol_fold(a, s.number), wanted)
                        : s.kind || s.issuer))
            return true;
    }
    return false;
}

nature
nature_of(document *d, const head *h)
{
    const stated *s = &d->stated;
    token_list title;

    if (s->part_of.len)
        return NATURE_PART;
    if (head_is_official(h))
        return NATURE_ACT;
    if (begins_inside(d) || is_annex(d, h))
        return NATURE_PART;
    if (s->number.len || kind_by_name(s->kind))
        return s->number.len && names_act(&d->arena, &d->tokens, s->number)
                   ? NATURE_NEWS
                   : NATURE_ACT;
    title = token_list_read(&d->arena, d->title);
    return names_act(&d->arena, &d->tokens, SPAN("")) ||
                   names_act(&d->arena, &title, SPAN(""))
               ? NATURE_NEWS
               : NATURE_PLAIN;
}
