/* scan: what the paths of a run name.
 *
 * An indexed path is a root: a folder, a file, FILE.jsonl, or "-".  The id of
 * a file is its path inside the root behind the root's name, which is the
 * last part of the path as given ("corpus/can-tho/59.txt" for corpus,
 * ./corpus/ and /srv/corpus); the records of a FILE.jsonl have ids of their
 * own, wherever it lies.  Hidden files are passed over, symbolic links
 * are not followed; what else is no document is listed with the reason.
 */
#ifndef INDEXER_SCAN_H
#define INDEXER_SCAN_H

#include "indexer/scan-input.h"
#include "indexer/scan-rules.h"

typedef enum root_form {
    ROOT_FOLDER,
    ROOT_FILE,
    ROOT_STANDARD_INPUT
} root_form;

typedef struct scan_file {
    span id;
    const char *path;
    uint64_t size;
    uint64_t time; /* nanoseconds */
    input_form form;
    const folder_rule *rule; /* of its folder; NULL: none */
    tracuu_fate fate;        /* TRACUU_ADDED: to be read */
    const char *reason;      /* else: why not */
    bool folder; /* one that could not be read: keep what is below it */
} scan_file;

typedef struct scan_root {
    root_form form;
    span name;        /* empty for standard input */
    const char *path; /* absolute, without links; "-" as given */
    scan_file *files; /* in the order of their names */
    size_t count;
    bool partial; /* only what is at or below these ids was looked at */
    span *looked;
    size_t looked_count;
} scan_root;

typedef struct scan {
    scan_root *roots;
    size_t count;
    size_t files;   /* that are to be read, of all roots */
    uint64_t bytes; /* of them; 0 if standard input is among them */
    bool records;   /* some of them are JSON Lines, so how many documents there
                       are is not known */
} scan;

/* All zero is the default of everything; must live as long as the scan. */
typedef struct scan_options {
    const char *index;       /* a folder to pass over */
    const rules *rules;      /* what they exclude is passed over */
    const char *const *only; /* real paths: look at and below them alone */
    size_t only_count;       /* none of them inside another */
} scan_options;

/* Looks at all paths, everything in the arena.  A path given twice counts
 * once; TRACUU_USAGE if one does not exist or if two folders have one name. */
tracuu_status scan_paths(scan *out, arena *a, const char *const *paths,
    size_t count, const scan_options *options, tracuu_error *err);

#endif
