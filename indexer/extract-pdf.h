/* pdf: the text of a PDF file, by poppler.
 *
 * Reading order, fonts and pages are poppler's; layout.h makes paragraphs of
 * the lines.  A file whose pages are pictures, or whose letters stand for
 * nothing, has no text: with OCR allowed these pages are read by it (ocr.h),
 * else the file is skipped.
 */
#ifndef INDEXER_PDF_H
#define INDEXER_PDF_H

#include "indexer/extract-sink.h"

enum { PDF_PAGES_MAX = 20000 };

/* `bytes` must live as long as the call; false with the reason in `s`. */
bool extract_pdf(sink *s, span bytes, bool ocr);

#endif
