/* fold: a graph that is still read when many acts hang on one.
 *
 * More than FOLD_NODES nodes: those that hang on one act only, by the same
 * relation, and are of one kind and level, become one node with their count
 * ("37 chương trình"), which can be opened.  If that is not enough, so do those
 * of one kind and level that are two steps away, and then all.
 */
#ifndef SERVER_FOLD_H
#define SERVER_FOLD_H

#include "searcher/server/page-sheet.h"

enum { FOLD_NODES = 60, FOLD_LEAST = 4 };

typedef struct fold {
    tracuu_graph graph; /* of what is drawn; nodes are in the page's arena */
    const char **opens; /* by node: what opens it, NULL of a document */
    size_t bundle_count;
} fold;

/* `open`: what a bundle's `opens` says, "all", or "" for none.  The documents
 * of the result bear addresses of this server. */
void fold_make(fold *out, sheet *s, const tracuu_graph *g, const char *id,
    const char *open, const char *depth);

#endif
