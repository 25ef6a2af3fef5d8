/* moved: files that stand at another place now.
 *
 * A document of the index whose file is gone has moved if a new file has its
 * bytes; of several with the same bytes the one of the same name is taken
 * first.
 */
#ifndef INDEXER_MOVED_H
#define INDEXER_MOVED_H

#include "indexer/scan-known.h"

typedef struct moved {
    known_document **gone; /* by the hash of their bytes */
    size_t count;
} moved;

void moved_release(moved *m);

/* Lists the documents for which `is_gone` holds. */
typedef bool moved_is_gone(void *payload, const known_document *d);
void moved_list(moved *m, known *k, moved_is_gone *is_gone, void *payload);

/* The document that has moved to `id`, which has these bytes; it is taken
 * once.  NULL if there is none. */
known_document *moved_take(moved *m, const stamp *now, span id);

#endif
