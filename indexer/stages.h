/* stages: the stages of other files, as long as some are missing.
 */
#ifndef INDEXER_STAGES_H
#define INDEXER_STAGES_H

#include "common/document/document.h"

void metadata_read(document *d);

#endif
