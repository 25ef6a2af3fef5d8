/* metadata-part: a record that is one article, by its title.
 *
 *     "Luật Phòng, chống ma túy 2021 Điều 49. Trách nhiệm của Bộ Y tế"
 *
 * Collections of laws are often kept article by article, each under the name
 * or number of its act.
 */
#ifndef INDEXER_METADATA_PART_H
#define INDEXER_METADATA_PART_H

#include "common/document/document.h"

/* Sets the act and the article in d->stated if the title says them and the
 * record itself does not. */
void part_read(document *d);

#endif
