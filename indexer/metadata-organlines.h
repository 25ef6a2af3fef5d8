/* organlines: the organs of a letterhead, highest first.
 *
 * What copies break over lines ("HỘI ĐỒNG NHÂN / DÂN / TỈNH ...") is joined,
 * what they repeat is left out, and so are the bodies that act for an organ
 * (BAN THƯỜNG TRỰC).
 */
#ifndef INDEXER_ORGANLINES_H
#define INDEXER_ORGANLINES_H

#include "common/text/issuer.h"
#include "indexer/metadata-head.h"

enum { ORGANLINES_MAX = 12 };

typedef struct organline {
    token_list words;
    const issuer *issuer; /* that the first words name, or NULL */
    size_t used;          /* tokens of its name */
} organline;

typedef struct organlines {
    organline at[ORGANLINES_MAX];
    size_t count;
} organlines;

organlines organlines_read(arena *a, const document *d, const head *h);

/* One line of its own. */
organline organlines_make(arena *a, span text);

#endif
