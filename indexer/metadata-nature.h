/* nature: whether a text is an act, or a part of one, or speaks of one.
 */
#ifndef INDEXER_NATURE_H
#define INDEXER_NATURE_H

#include "indexer/metadata-head.h"

typedef enum nature {
    NATURE_ACT,
    NATURE_PART, /* it begins at a Điều or an annex, or was stated to be one */
    NATURE_NEWS, /* no letterhead, but it names an act at its beginning */
    NATURE_PLAIN /* any other text */
} nature;

/* A record that states a number or a kind says that its text is an act, unless
 * the text has no letterhead and speaks of that number.  Reads `stated`, the
 * title and the sections. */
nature nature_of(document *d, const head *h);

#endif
