/* folder: a folder for one test, gone afterwards.
 */
#ifndef TESTS_UNIT_FOLDER_H
#define TESTS_UNIT_FOLDER_H

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "common/base/file.h"
#include "tests/unit/unit.h"

static char folder[64];

static inline void
folder_remove(void)
{
    file_remove_tree(folder, NULL);
}

static inline void
folder_make(void)
{
    snprintf(folder, sizeof folder, "/tmp/tracuu-test-XXXXXX");
    ck_assert_ptr_nonnull(mkdtemp(folder));
    atexit(folder_remove);
}

/* The path of `name` in the folder, in one of four places by turns. */
static inline const char *
folder_path(const char *name)
{
    static char paths[4][512];
    static unsigned turn;
    char *path = paths[turn++ % 4];

    snprintf(path, sizeof paths[0], "%s/%s", folder, name);
    return path;
}

/* Writes a file, with the folders above it. */
static inline void
folder_write(const char *name, span bytes)
{
    char path[512];
    char *slash;

    snprintf(path, sizeof path, "%s/%s", folder, name);
    slash = strrchr(path, '/');
    *slash = '\0';
    ck_assert_int_eq(file_make_folder(path, NULL), TRACUU_OK);
    *slash = '/';
    ck_assert_int_eq(file_write(path, bytes, NULL), TRACUU_OK);
}

static inline void
folder_write_text(const char *name, const char *text)
{
    folder_write(name, span_of(text));
}

#endif
