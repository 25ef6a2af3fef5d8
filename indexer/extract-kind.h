/* kind: what a file is, by its bytes and never by its name.
 *
 * Offices have RTF, HTML and even PDF files that are called ".doc".
 */
#ifndef INDEXER_KIND_H
#define INDEXER_KIND_H

#include <stdbool.h>

#include "common/base/span.h"

typedef enum file_kind {
    KIND_TEXT, /* or what is none of the others */
    KIND_HTML,
    KIND_PDF,
    KIND_RTF,
    KIND_EML, /* a message, or a page saved as one (MHTML) */
    KIND_OLE, /* DOC, XLS, PPT */
    KIND_DOCX,
    KIND_XLSX,
    KIND_PPTX,
    KIND_ODF, /* ODT, ODS, ODP */
    KIND_EPUB,
    KIND_ZIP, /* an archive of files */
    KIND_OTHER
} file_kind;

/* "PDF", "Word", ...: for messages. */
const char *kind_name(file_kind k);

/* Reads the first bytes, and of a ZIP file the names in its directory (4,096
 * at the most); safe on any bytes.  A file that begins as a picture, a film, a
 * program or a packed file is KIND_OTHER. */
file_kind kind_of_file(span bytes);

/* The same from the first bytes alone, where KIND_ZIP stands for all that are
 * ZIP files. */
file_kind kind_of_start(span start);

#endif
