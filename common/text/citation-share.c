#include "common/text/citation-share.h"

#include "common/text/token-gap.h"

/* The nearest of a list's items share what stands at its end. */
static bool
is_listed(const token_list *list, const citation *a, const citation *b)
{
    gap_mark mark;

    if (b->first < a->last || b->first - a->last > 1 || !a->act.kind ||
        a->act.kind != b->act.kind || !a->numbered || !b->numbered)
        return false;
    mark = gap_behind(list, a->last - 1).mark;
    if (b->first > a->last)
        return mark == GAP_BLANK && (token_is(list, a->last, "va") ||
                                        token_is(list, a->last, "hoac"));
    return mark == GAP_COMMA;
}

static void
share(citation *to, const citation *from)
{
    identity *a = &to->act;
    const identity *b = &from->act;

    if (a->issuer && b->issuer && strcmp(a->issuer->scope, b->issuer->scope))
        return;
    if (!a->issuer)
        a->issuer = b->issuer;
    if (!a->place.len)
        a->place = b->place;
    if (!date_is_set(a->date) && (!a->year || a->year == b->date.year))
        a->date = b->date;
    if (!a->term.len && !date_is_set(a->date))
        a->term = b->term;
    if (to->confidence < from->confidence && to->form == FORM_SHORT)
        to->confidence = from->confidence;
}

void
share_lists(const token_list *list, citation *at, size_t count)
{
    for (size_t i = count; i-- > 1;)
        if (is_listed(list, &at[i - 1], &at[i]))
            share(&at[i - 1], &at[i]);
    for (size_t i = 1; i < count; i++)
        if (at[i].form == FORM_SHORT && !at[i].act.issuer &&
            is_listed(list, &at[i - 1], &at[i]))
            share(&at[i], &at[i - 1]);
}
