/* own: where a document names itself.
 *
 * Its number line, its kind and title, and "Quốc hội ban hành Luật X" of the
 * Luật X are no references; they are marked REL_SELF, as "Luật này" is.
 */
#ifndef INDEXER_OWN_H
#define INDEXER_OWN_H

#include "indexer/references-reference.h"

/* Marks what means the document of `list`, once everything is typed. */
void own_mark(reference_list *list);

#endif
