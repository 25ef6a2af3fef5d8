/* items: mentions that lead the items of a list.
 *
 *     Bãi bỏ các văn bản sau đây:          Điều 1. Bãi bỏ một số quyết định
 *     a) Quyết định số 1 ...;              1. Quyết định số 1 ...
 *     b) Quyết định số 2 ...               2. Quyết định số 2 ...
 *
 * They share what the line over the list says.
 */
#ifndef INDEXER_ITEMS_H
#define INDEXER_ITEMS_H

#include "indexer/references-reference.h"

/* Types reference `i` if it leads an item of such a list; all before it are
 * typed.  O(1): the line over the list is read no further than REGION_MAX. */
bool items_type(reference_list *list, size_t i);

#endif
