/* extract: from the bytes of a file to UTF-8 text.
 *
 * Plain text is decoded here.  All else goes through the program
 * tracuu-extract, a process of its own without network and with limits on
 * time, memory, files and output, so that no file can take the indexer down;
 * it is started again when it dies.
 */
#ifndef INDEXER_EXTRACT_H
#define INDEXER_EXTRACT_H

#include "indexer/scan-input.h"

enum {
    EXTRACT_SECONDS =
        30, /* of processor time for a file, or a page of a scan */
    EXTRACT_WAIT_SECONDS = 150, /* on the wall */
    EXTRACT_MEMORY_MB = 2048,
    EXTRACT_OUTPUT_MAX = INPUT_MAX
};

typedef struct extractor extractor;

/* Starts nothing yet.  `program` (NULL: its place of installation) must live
 * as long.  `ocr`: pages that are pictures are read by OCR. */
extractor *extractor_new(const char *program, bool ocr);
void extractor_free(extractor *e); /* NULL is fine */

/* The text of `in`, and its title and pages where the file states them, into
 * the input's arena.  TRACUU_INPUT_FAILED says why there is none,
 * TRACUU_INPUT_SKIPPED that the input holds nothing. */
tracuu_status extract_text(extractor *e, input *in, tracuu_error *err);

#endif
