/* pages: where a stretch of a text stood in its file.
 */
#ifndef DOCUMENT_PAGES_H
#define DOCUMENT_PAGES_H

#include <stdbool.h>
#include <stddef.h>

/* The pages of a stretch of text, if its file has pages. */
typedef struct passage_pages {
    size_t first;         /* on which it begins, from 1; 0: not known */
    const size_t *starts; /* bytes of it at which the next ones begin */
    size_t count;
    bool ocr; /* read by OCR */
} passage_pages;

#endif
