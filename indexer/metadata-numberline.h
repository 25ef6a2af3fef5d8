/* numberline: the number of an act, of its line or as somebody states it.
 */
#ifndef INDEXER_NUMBERLINE_H
#define INDEXER_NUMBERLINE_H

#include "common/text/symbol.h"
#include "indexer/metadata-head.h"

/* The number at token `at` of a text ("15/2020/NĐ-CP", or "48" alone); false if
 * there is none. */
bool numberline_read(arena *a, const token_list *list, size_t at, symbol *out);

/* True if `words` on the line below `before`, which ends with a number, are
 * the rest of it: "Số: 24/HDLN-BCA-" and "BYT-BCT". */
bool numberline_goes_on(arena *a, span before, span words);

/* As somebody states it; never fails, what is no symbol stays as it is. */
symbol numberline_of(arena *a, span text);

#endif
