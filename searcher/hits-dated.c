#include "searcher/hits-dated.h"

#include <stdlib.h>

#include "common/document/fields.h"

static int
by_newest(const void *a, const void *b)
{
    const group *x = a, *y = b;
    int order = span_compare(y->date, x->date);

    return order                 ? order
           : x->score < y->score ? 1
           : x->score > y->score ? -1
                                 : 0;
}

static int
by_oldest(const void *a, const void *b)
{
    const group *x = a, *y = b;
    int order = span_compare(x->date, y->date);

    if (!x->date.len || !y->date.len)
        order = !x->date.len - !y->date.len;
    return order ? order : by_newest(a, b);
}

tracuu_status
dated_sort(group_list *list, arena *a, tracuu_reader *reader, tracuu_sort sort,
    tracuu_error *err)
{
    tracuu_status status = TRACUU_OK;

    for (size_t i = 0; i < list->count && !status; i++)
        status = store_value_of(reader->passages, a,
            list->at[i].passages[0]->entry, SLOT_DATE, &list->at[i].date, err);
    if (!status && list->count)
        qsort(list->at, list->count, sizeof *list->at,
            sort == TRACUU_OLDEST ? by_oldest : by_newest);
    return status;
}
