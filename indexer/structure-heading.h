/* heading: the words behind the number of a section, if they are a heading.
 *
 * "Điều 5. Phạm vi điều chỉnh" has one, "Điều 3. Quyết định này có hiệu lực
 * kể từ ngày ký." goes on with the text.  A heading may be wrapped over up to
 * three lines; that of a chapter stands in capitals on the line below.
 */
#ifndef INDEXER_HEADING_H
#define INDEXER_HEADING_H

#include "common/document/document.h"

enum { HEADING_MAX = 240 };

/* The heading from byte `from` to the end of its line at `end` and beyond; on
 * one line, in the arena if it was wrapped; empty if there is none.  With
 * `below` it may stand on the next line. */
span heading_read(document *d, size_t from, size_t end, bool below);

#endif
