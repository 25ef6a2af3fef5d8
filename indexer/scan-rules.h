/* rules: what the options of a run say of files and folders.
 *
 * An excluded name or path counts as not there.  The labels of a folder are
 * those of each document in it that states none of its own; of folders inside
 * each other the innermost decides.
 *
 * A folder or pattern that starts with "/" is a path on disk; another one with
 * a slash in it is an id: the name of a root and the path below it, as results
 * print it.  A pattern without a slash is the name of a file or folder
 * anywhere.
 */
#ifndef INDEXER_RULES_H
#define INDEXER_RULES_H

#include "common/base/arena.h"
#include <tracuu/index.h>

typedef struct folder_rule {
    span folder; /* without a slash at its end */
    span *labels;
    size_t label_count;
    uint64_t hash; /* of the labels */
} folder_rule;

typedef struct rules {
    const char *const *excludes;
    size_t exclude_count;
    folder_rule *folders;
    size_t folder_count;
} rules;

/* Reads them from the options, into the arena; TRACUU_USAGE names the one that
 * cannot be meant. */
tracuu_status rules_read(rules *out, arena *a,
    const tracuu_index_options *options, tracuu_error *err);

/* True if the file or folder is to be passed over. */
bool rules_exclude(const rules *r, const char *path, const char *id);

/* The rule of the folder that the file is in; NULL if there is none. */
const folder_rule *rules_folder(const rules *r, span path, span id);

#endif
