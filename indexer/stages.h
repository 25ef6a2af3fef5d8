/* stages: the stages of other files, as long as some are missing.
 */
#ifndef INDEXER_STAGES_H
#define INDEXER_STAGES_H

#include "common/document/document.h"

void structure_read(document *d);
void metadata_read(document *d);
void references_read(document *d);
void passages_cut(document *d);

#endif
