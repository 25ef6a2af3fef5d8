#include "common/text/citation-narrative.h"

#include <stdint.h>

#include "common/text/citation-attribute.h"
#include "common/text/citation-draft.h"
#include "common/text/token-gap.h"
#include "common/text/word.h"

enum {
    BACK_MAX = 20,
    VERB_MAX = 8,
    DATE_BACK = 5,
    GIVES_MAX = 3 /* tokens before the mention that tell it was given */
};

/* Verbs and prepositions by which an organ gives an act. */
static bool
gives(const token_list *list, size_t from, size_t to)
{
    return from < to && to - from <= VERB_MAX &&
           word_any(list, from, to, WORD_GIVES);
}

static void
take_date(const token_list *list, size_t at, citation *c)
{
    size_t from = at > DATE_BACK ? at - DATE_BACK : 0, used = 0;

    if (date_is_set(c->act.date))
        return;
    for (; from < at; from++) {
        date found;

        if (!token_is(list, from, "ngay"))
            continue;
        found = date_match(list, from, &used);
        if (found.year && from + used == at &&
            (!c->act.year || c->act.year == found.year))
            c->act.date = found;
        return;
    }
}

/* The organ at token `at` with its place; false if it does not give `c`. */
static bool
take_organ(arena *a, const token_list *list, size_t at, citation *c)
{
    draft d = {.list = list, .arena = a, .at = at};

    d.cite.act.place = d.cite.act.issuers = SPAN("");
    if (!attribute_read_issuer(&d) || d.at > c->first ||
        !gives(list, d.at, c->first) ||
        word_any(list, d.at, c->first, WORD_CARRIES_OUT))
        return false;
    if (c->act.issuer && strcmp(c->act.issuer->scope, d.issuer->scope))
        return false;
    c->act.issuer = d.issuer;
    if (!c->act.place.len)
        c->act.place = d.cite.act.place;
    take_date(list, at, c);
    return true;
}

/* "Ngày 18/12/2025, Cục Địa chất có Văn bản số 3633": the day of an act of an
 * organ that the table does not have, where the sentence starts. */
static void
take_day(const token_list *list, size_t from, citation *c)
{
    size_t used = 0;
    date found;

    if (date_is_set(c->act.date) || !token_is(list, from, "ngay") ||
        c->first < from + GIVES_MAX)
        return;
    found = date_match(list, from, &used);
    if (!date_is_full(found) || from + used >= c->first ||
        (c->act.year && c->act.year != found.year) ||
        gap_behind(list, from + used - 1).mark != GAP_COMMA ||
        !gives(list, c->first - GIVES_MAX, c->first) ||
        word_any(list, from + used, c->first, WORD_CARRIES_OUT))
        return;
    c->act.date = found;
}

void
narrative_complete(arena *a, const token_list *list, citation *c)
{
    size_t at = c->first, end = at > BACK_MAX ? at - BACK_MAX : 0, used = 0;
    size_t organ = SIZE_MAX, start;

    if (c->act.issuer && !c->act.issuer->local && date_is_set(c->act.date))
        return;
    while (at > end && !list->at[at].breaks)
        at--;
    start = at;
    for (; at < c->first; at++) {
        if (!list->at[at].upper || !issuer_match(list, at, &used))
            continue;
        organ = at;
        at += used - 1;
    }
    if (organ != SIZE_MAX)
        take_organ(a, list, organ, c);
    take_day(list, start, c);
}
