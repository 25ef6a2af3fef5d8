/* tree: the folders that are watched, and what the kernel told of them.
 *
 * A watch hangs on a folder, not on its path: when a folder is renamed its
 * watches are given back and new ones set, and all that is below it counts as
 * changed.  Where the kernel tells too much to be kept, or told that it lost
 * something, everything counts as changed.
 *
 * The kernel tells what this machine does; what others do on a network share
 * it does not.
 */
#ifndef INDEXER_TREE_H
#define INDEXER_TREE_H

#include "common/base/arena.h"
#include "common/base/map.h"
#include "common/base/vec.h"
#include "indexer/scan.h"

typedef struct tree_folder {
    char *path; /* NULL: not watched any more */
    bool whole; /* all of it; else only the roots that are files in it */
} tree_folder;

typedef struct tree {
    const rules *rules;
    const char *index; /* real path of the index, or NULL; not watched */
    VEC(const scan_root *) roots;
    VEC(tree_folder) folders; /* by the kernel's number, see tree_at */
    int handle;
    bool all;    /* everything may have changed */
    map changed; /* paths */
    arena arena; /* of `changed` */
} tree;

/* Watches the roots of the scan, which must live as long, but standard input.
 * TRACUU_IO names what the kernel has too little of; what can be watched is,
 * and `t` is to be released in any case. */
tracuu_status tree_open(tree *t, const scan *s, const rules *r,
    const char *index, tracuu_error *err);
void tree_release(tree *t);

/* Waits for the kernel, at most so long; false if it told nothing. */
bool tree_wait(tree *t, int milliseconds);

/* Takes what the kernel has told. */
void tree_read(tree *t);

/* True if something may have changed. */
bool tree_has_changes(const tree *t);

/* The changed paths, none inside another, in the arena; they are forgotten by
 * the tree. */
size_t tree_take(tree *t, arena *a, const char *const **paths);

#endif
