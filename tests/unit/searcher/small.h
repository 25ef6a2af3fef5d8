/* small: an index of a few records, made for one test.
 */
#ifndef TESTS_UNIT_SEARCHER_SMALL_H
#define TESTS_UNIT_SEARCHER_SMALL_H

#include <stdio.h>
#include <unistd.h>

#include "common/base/file.h"
#include "searcher/reader.h"
#include "tests/unit/unit.h"
#include <tracuu.h>

static char small_folder[64];

static inline void
small_clear(void)
{
    file_remove_tree(small_folder, NULL);
}

/* Indexes JSON Lines and opens the index; it is gone when the test ends. */
static inline tracuu_reader *
small_open(const char *records)
{
    static const char *const paths[] = {"-"};
    tracuu_index_options options = {0};
    tracuu_summary *summary;
    tracuu_reader *reader;
    tracuu_error err = {0};

    snprintf(small_folder, sizeof small_folder, "/tmp/unit-small-XXXXXX");
    ck_assert_ptr_nonnull(mkdtemp(small_folder));
    atexit(small_clear);
    options.standard_input =
        fmemopen((void *)(uintptr_t)records, strlen(records), "r");
    ck_assert_msg(tracuu_index_run(&summary, small_folder, paths, 1, &options,
                      &err) == TRACUU_OK,
        "%s", err.message);
    tracuu_summary_free(summary);
    fclose(options.standard_input);
    ck_assert_msg(tracuu_open(&reader, small_folder, NULL, &err) == TRACUU_OK,
        "%s", err.message);
    return reader;
}

#endif
