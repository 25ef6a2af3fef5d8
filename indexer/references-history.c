#include "indexer/references-history.h"

#include "indexer/references-region.h"

static unsigned
year_of(const identity *act)
{
    return act->year ? act->year : act->date.year;
}

static bool
is_younger(const identity *a, const identity *b)
{
    if (date_is_full(a->date) && date_is_full(b->date))
        return date_number(a->date) > date_number(b->date);
    return !year_of(a) || !year_of(b) || year_of(a) >= year_of(b);
}

static bool
may_change(const identity *a, const identity *b)
{
    if (a->issuer && b->issuer && a->issuer->sphere == b->issuer->sphere &&
        !issuer_outranks(a->issuer, b->issuer))
        return false;
    return is_younger(a, b);
}

int
history_head(const reference_list *list, size_t i, int head)
{
    int at = head;

    while (
        at >= 0 && !may_change(&list->at[i].cite.act, &list->at[at].cite.act))
        at = list->at[at].head;
    return at >= 0 ? at : head;
}

int
history_item(
    const reference_list *list, size_t i, int from, bool comma, bool clause)
{
    const reference *before;
    size_t at;

    if (from < 0)
        return from;
    before = &list->at[from];
    at = before->cite.reach;
    if (before->relation <= REL_SELF || before->head < 0)
        return from;
    if (comma && at && region_is_connector(list->tokens, at - 1))
        return before->head;
    if (clause && before->cite.act.kind != list->at[i].cite.act.kind)
        return before->head;
    return may_change(&list->at[i].cite.act, &list->at[before->head].cite.act)
               ? from
               : before->head;
}
