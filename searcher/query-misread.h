/* misread: numbers of documents as a scanner or a tired eye has them.
 */
#ifndef SEARCHER_MISREAD_H
#define SEARCHER_MISREAD_H

#include "searcher/reader.h"

/* The line with its misread numbers put right ("0l/2026/TT-BCT",
 * "66/2014/0Đ-TTg"), empty if it has none.  A number is one if it cannot be
 * read as a number of a known organ, no document bears it, and one of
 * lookalike.h is: with all digits put right, or one letter besides, which
 * nothing else could be.  Asks the index for such numbers alone, some dozen
 * terms each. */
span misread_put_right(arena *a, tracuu_reader *reader, span line);

#endif
