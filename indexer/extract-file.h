/* file: a file of any format, read by the one reader that knows it.
 */
#ifndef INDEXER_FILE_H
#define INDEXER_FILE_H

#include "indexer/extract-kind.h"
#include "indexer/extract-sink.h"

/* Fills the sink and finishes it; false with the reason in it.  `ocr`: pages
 * that are pictures are read by OCR. */
bool extract_file(sink *s, span bytes, bool ocr);

#endif
