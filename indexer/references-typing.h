/* typing: which relation a mention states.
 *
 * A mention is bound to the nearest trigger to its left in its clause; inside
 * the subject of another mention it belongs to that one.  A passive turns the
 * relation round; items of a list share the relation of the first; zones give
 * the default (SPEC of the domain, 8.6).
 */
#ifndef INDEXER_TYPING_H
#define INDEXER_TYPING_H

#include "indexer/references-reference.h"

/* Types reference `i`; all before it are typed. */
void typing_read(reference_list *list, size_t i);

#endif
