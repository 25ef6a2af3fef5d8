#include "common/document/offer.h"

#include "common/document/wire.h"
#include "common/text/kind.h"
#include "common/text/normalize.h"
#include "common/text/word.h"

enum { FIRST_YEAR = 1945, LENGTH_MAX = 120, TITLE_BYTES = 400 };

/* Twice the binary logarithm, in whole numbers. */
static uint32_t
twice_log(uint32_t n)
{
    uint32_t twice = 0, left = n;

    while (left > 1) {
        left /= 2;
        twice += 2;
    }
    return twice + (twice && n >> (twice / 2 - 1) & 1);
}

uint32_t
offer_merit(const offer *o)
{
    uint32_t merit = 100 + twice_log(o->copies + 1) * 4;

    if (o->act)
        merit += 300 + twice_log(o->cited + 1) * 30;
    if (o->act && o->year > FIRST_YEAR)
        merit += o->year - FIRST_YEAR;
    return merit -
           (uint32_t)(o->length < LENGTH_MAX ? o->length : LENGTH_MAX) / 2;
}

span
offer_name(arena *a, const char *prefix, span beginning)
{
    return arena_print(a, "offer:%s:%.*s", prefix, SPAN_PRINT(beginning));
}

void
offer_add(strbuf *list, uint32_t entry)
{
    wire_add_number(list, entry);
}

bool
offer_next(span *list, uint32_t *entry)
{
    wire w = {*list, false};

    if (!list->len)
        return false;
    *entry = (uint32_t)wire_number(&w, UINT32_MAX);
    *list = w.rest;
    return !w.failed;
}

/* ---- phrases of a title ---- */

static bool
has_comma(const token_list *list, size_t at)
{
    for (size_t i = list->at[at - 1].end; i < list->at[at].start; i++)
        if (list->text.ptr[i] == ',')
            return true;
    return false;
}

static span
folded_from(arena *a, const token_list *list, size_t at)
{
    span folded =
        normalize_folded(a, span_from(list->text, list->at[at].start));

    if (folded.len <= OFFER_PHRASE_BYTES)
        return folded;
    folded.len = OFFER_PHRASE_BYTES;
    while (folded.len && ((unsigned char)folded.ptr[folded.len] & 0xC0) == 0x80)
        folded.len--;
    return span_trim(folded);
}

size_t
offer_starts(arena *a, span title, span out[OFFER_STARTS])
{
    token_list list;
    size_t count = 0, behind = 0;

    if (title.len > TITLE_BYTES)
        title.len = TITLE_BYTES;
    list = token_list_read(a, normalize_clean(a, title).text);
    kind_match(&list, 0, &behind);
    for (size_t i = 1; i + 1 < list.count && count < OFFER_STARTS; i++)
        if (i == behind || (i > behind && !list.at[i].number &&
                               !word_at(&list, i, WORD_LEADS_PHRASE) &&
                               (list.at[i].breaks || has_comma(&list, i) ||
                                   word_at(&list, i - 1, WORD_LEADS_PHRASE))))
            out[count++] = folded_from(a, &list, i);
    return count;
}
