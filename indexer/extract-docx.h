/* docx: the text of a Word file.
 *
 * A paragraph is a line, with the number that Word counts before it; rows of
 * tables as sink.h has them.  Deleted text, fields' codes, headers and footers
 * are left out, footnotes stand at the end.  Pages are told where Word noted
 * its page breaks and their number is the one that it states.
 */
#ifndef INDEXER_DOCX_H
#define INDEXER_DOCX_H

#include "indexer/extract-sink.h"

bool extract_docx(sink *s, span bytes);

#endif
