/* file: whole files, read with a limit and written at once.
 */
#ifndef BASE_FILE_H
#define BASE_FILE_H

#include <stdint.h>

#include "common/base/span.h"
#include "common/base/strbuf.h"
#include <tracuu/error.h>

/* Appends the bytes of the regular file at `path` to `out`; a file longer than
 * `limit` bytes is TRACUU_INPUT_FAILED and is not read. */
tracuu_status file_read(
    strbuf *out, const char *path, size_t limit, tracuu_error *err);

/* Writes the file beside its place, syncs it and renames it there, so that
 * the old content or the new one is found, never a part. */
tracuu_status file_write(const char *path, span bytes, tracuu_error *err);

/* Makes a folder and those above it; one that is there is fine. */
tracuu_status file_make_folder(const char *path, tracuu_error *err);

/* Removes a file or a folder with all in it; nothing there is fine.  Does not
 * follow symbolic links. */
tracuu_status file_remove_tree(const char *path, tracuu_error *err);

/* Bytes of all regular files below `path`; 0 if there is none. */
uint64_t file_tree_size(const char *path);

/* Syncs a folder and all in it. */
tracuu_status file_sync_tree(const char *path, tracuu_error *err);

/* Syncs a folder, so that renames in it survive a power cut. */
tracuu_status file_sync_folder(const char *path, tracuu_error *err);

#endif
