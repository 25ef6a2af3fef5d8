/* loose: provisions that stand apart from the act they change.
 *
 * "Điều 1. Sửa đổi một số điều của Nghị định A:" is followed by items such as
 * "2. Sửa đổi khoản 4 Điều 1 như sau:" and by new text that starts at its
 * article, “Điều 13. ...”: these are provisions of A.
 */
#ifndef INDEXER_LOOSE_H
#define INDEXER_LOOSE_H

#include "indexer/references-reference.h"

/* Gives the loose provisions to the acts that are being changed where they
 * stand.  All references are typed.  Linear. */
void loose_attach(reference_list *list, const citation_list *found);

#endif
