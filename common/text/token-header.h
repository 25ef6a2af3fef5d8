/* header: the running heads of the pages of the Official Gazette.
 *
 * A copy made from its pages has, in the middle of sentences,
 *
 *     44
 *     CÔNG BÁO/Số 987 + 988/Ngày 25-8-2024
 *
 * with the number of the page above, below or beside it.  They are no words of
 * the document.
 */
#ifndef TEXT_HEADER_H
#define TEXT_HEADER_H

#include <stddef.h>

#include "common/base/span.h"

/* The byte behind the running head whose first token starts at `at`, or 0 if
 * none does.  O(length of the head). */
size_t header_end(span text, size_t at);

#endif
