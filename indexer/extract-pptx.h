/* pptx: the slides of a PowerPoint file, each a page; notes are left out.
 */
#ifndef INDEXER_PPTX_H
#define INDEXER_PPTX_H

#include "indexer/extract-sink.h"

bool extract_pptx(sink *s, span bytes);

#endif
