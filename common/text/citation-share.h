/* share: what the items of a list of acts have in common.
 *
 *     các Nghị quyết số 57, 59 và 68 năm 2025 của Bộ Chính trị
 *
 * What stands behind the last is said of all that lack it, if kind and organ
 * agree.
 */
#ifndef TEXT_SHARE_H
#define TEXT_SHARE_H

#include "common/text/citation.h"

/* Completes the citations of `list`, in order.  Linear. */
void share_lists(const token_list *list, citation *at, size_t count);

#endif
