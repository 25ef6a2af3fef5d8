/* ocr: reads the picture of a page with tesseract, in Vietnamese.
 */
#ifndef INDEXER_OCR_H
#define INDEXER_OCR_H

#include <poppler.h>

#include "indexer/extract-layout.h"

enum {
    OCR_RESOLUTION = 300,      /* dots an inch */
    OCR_PIXELS_MAX = 24 << 20, /* of a page; larger ones are drawn smaller */
    OCR_SECONDS = 60           /* for a page */
};

/* Adds the lines of the page, and marks the sink as read by OCR; a page on
 * which tesseract fails gives the reason in `s`. */
bool ocr_page(layout *l, PopplerPage *page, size_t number, sink *s);

/* Adds what tesseract printed as TSV; `scale` is points a pixel.  Safe on any
 * bytes. */
void ocr_add_lines(layout *l, span tsv, float scale, size_t number);

#endif
