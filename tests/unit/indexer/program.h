/* program: the worker tracuu-extract of this build.
 */
#ifndef TESTS_INDEXER_PROGRAM_H
#define TESTS_INDEXER_PROGRAM_H

#include <sys/stat.h>

#include "tests/unit/folder.h"

/* The tests stand two folders below it. */
static inline const char *
program_extractor(void)
{
    static char path[512];
    ssize_t length = readlink("/proc/self/exe", path, 400);

    ck_assert(length > 0);
    path[length] = '\0';
    snprintf(strrchr(path, '/'), 64, "/../../tracuu-extract");
    ck_assert_int_eq(access(path, X_OK), 0);
    return path;
}

/* A shell script in the test's folder; "%s" in it is the extractor. */
static inline void
program_write_script(const char *name, const char *body)
{
    strbuf text = STRBUF_INIT;
    const char *place = strstr(body, "%s");

    strbuf_add_string(&text, "#!/bin/sh\n");
    strbuf_add(&text, (span){body, (size_t)(place - body)});
    strbuf_add_string(&text, program_extractor());
    strbuf_add_string(&text, place + 2);
    folder_write(name, strbuf_span(&text));
    ck_assert_int_eq(chmod(folder_path(name), 0755), 0);
    strbuf_release(&text);
}

#endif
