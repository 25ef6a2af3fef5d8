/* history: what a text tells of those that changed an act.
 *
 *     Nghị định A quy định chi tiết Luật B được sửa đổi bởi Nghị định C và
 *     Nghị định D, Nghị định E
 *
 * C and D changed A: no decree changes a law, and no act one that is younger.
 * E is one more of the list that A stands in.
 */
#ifndef INDEXER_HISTORY_H
#define INDEXER_HISTORY_H

#include "indexer/references-reference.h"

/* The act that reference `i` changed: `head`, or the act that `head` is the
 * subject of, if `i` cannot have changed that. */
int history_head(const reference_list *list, size_t i, int head);

/* The reference that `i`, in one list with reference `from`, shares what is
 * stated with: `from`, or the act that `from` changed.  `comma`, `clause`:
 * "," or ";" joins `i` to what stands before it. */
int history_item(
    const reference_list *list, size_t i, int from, bool comma, bool clause);

#endif
