#include "indexer/references-own.h"

#include "common/text/symbol.h"

/* Where the words of the subject start; the end of the head without one. */
static size_t
title_start(const document *d)
{
    for (size_t i = 0; i < d->zone_count; i++)
        if (d->zones[i].zone != ZONE_HEAD)
            return d->zones[i].start;
    return 0;
}

/* "Số 66-QĐ/TW": letters alone do not tell the kind, so that the keys may
 * differ; the number line is enough. */
static bool
is_own_number(reference_list *list, const reference *ref)
{
    const document *d = list->document;
    arena *a = &list->document->arena;

    return ref->zone == ZONE_HEAD && d->meta.number.len &&
           ref->cite.act.number.len &&
           span_equal(symbol_fold(a, ref->cite.act.number),
               symbol_fold(a, d->meta.number));
}

/* The kind over the subject, with what belongs to it: "BỘ LUẬT Hình sự",
 * "NGHỊ QUYẾT Hội nghị lần thứ bảy ...". */
static bool
is_own_title(const document *d, const reference *ref)
{
    return ref->cite.start <= title_start(d) &&
           (ref->zone == ZONE_HEAD || ref->zone == ZONE_SUBJECT) &&
           key_agrees(ref->cite.key, d->meta.key);
}

static bool
is_own(reference_list *list, const reference *ref)
{
    const document *d = list->document;

    if (!d->meta.key.len || ref->quoted || ref->head != HEAD_DOCUMENT ||
        !ref->cite.key.len)
        return false;
    return span_equal(ref->cite.key, d->meta.key) || is_own_number(list, ref) ||
           is_own_title(d, ref);
}

void
own_mark(reference_list *list)
{
    for (size_t i = 0; i < list->count; i++) {
        reference *ref = &list->at[i];

        if (ref->dropped || ref->relation == REL_SELF || !is_own(list, ref))
            continue;
        ref->relation = REL_SELF;
        ref->rule = "own";
        ref->cite.key = SPAN("SELF");
    }
}
