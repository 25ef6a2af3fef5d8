#include "common/text/citation-anaphor.h"

#include "common/text/citation-draft.h"
#include "common/text/token-gap.h"
#include "common/text/word.h"

/* "trên" before these is a preposition: "Kế hoạch trên địa bàn". */
static bool
is_preposition(const token_list *list, size_t at)
{
    if (at + 1 >= list->count || list->at[at + 1].breaks ||
        gap_behind(list, at).mark != GAP_BLANK)
        return false;
    return list->at[at + 1].number || word_at(list, at + 1, WORD_BEHIND_ON);
}

static bool
is_exact(const token_list *list, size_t at, const char *exact)
{
    if (at >= list->count || list->at[at].breaks ||
        gap_behind(list, at - 1).mark != GAP_BLANK)
        return false;
    return token_is_exact(list, at, exact);
}

/* Tokens of the word that points back, 0 if none; `*here` for "này". */
static size_t
pointer_length(const token_list *list, size_t at, bool *here)
{
    *here = false;
    if (is_exact(list, at, "này"))
        return *here = true, 1;
    if (is_exact(list, at, "đó") || is_exact(list, at, "ấy"))
        return 1;
    if ((is_exact(list, at, "nêu") || is_exact(list, at, "nói")) &&
        is_exact(list, at + 1, "trên"))
        return 2;
    if (is_exact(list, at, "trên") && !is_preposition(list, at))
        return is_exact(list, at + 1, "đây") ? 2 : 1;
    return 0;
}

static bool
is_plural(const token_list *list, size_t at)
{
    return at && !list->at[at].breaks &&
           (token_is(list, at - 1, "cac") || token_is(list, at - 1, "nhung") ||
               token_is(list, at - 1, "hai") || list->at[at - 1].number);
}

bool
anaphor_read(const token_list *list, size_t at, const kind *k, size_t used,
    citation *out)
{
    bool here;
    size_t pointer = pointer_length(list, at + used, &here);

    if (!pointer)
        return false;
    *out = (citation){.first = at,
        .last = at + used + pointer,
        .start = list->at[at].start,
        .end = list->at[at + used + pointer - 1].end,
        .form = FORM_ANAPHOR,
        .rule = here ? "this" : "above",
        .confidence = 0.8,
        .plural = is_plural(list, at)};
    out->act.kind = k;
    out->act.number = out->act.no = out->act.issuers = SPAN("");
    out->act.place = out->act.term = SPAN("");
    out->provision = out->key = SPAN("");
    return true;
}
