#include "common/base/file.h"

#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include "tests/unit/unit.h"

static char folder[64];

static void
make_folder(void)
{
    snprintf(folder, sizeof folder, "%s", "/tmp/tracuu-file-XXXXXX");
    ck_assert_ptr_nonnull(mkdtemp(folder));
}

static void
drop_folder(void)
{
    ck_assert_int_eq(file_remove_tree(folder, NULL), TRACUU_OK);
}

static const char *
inside(const char *name)
{
    static char path[128];

    snprintf(path, sizeof path, "%s/%s", folder, name);
    return path;
}

START_TEST(reads_what_was_written)
{
    strbuf out = STRBUF_INIT;

    make_folder();
    ck_assert_int_eq(
        file_write(inside("a"), SPAN("one\0two"), NULL), TRACUU_OK);
    ck_assert_int_eq(file_write(inside("a"), SPAN("three"), NULL), TRACUU_OK);
    ck_assert_int_eq(file_read(&out, inside("a"), 5, NULL), TRACUU_OK);
    ck_assert_span_eq(strbuf_span(&out), "three");
    ck_assert_uint_eq(file_tree_size(folder), 5);
    strbuf_release(&out);
    drop_folder();
}
END_TEST

START_TEST(refuses_what_it_should_not_read)
{
    strbuf out = STRBUF_INIT;
    tracuu_error err;

    make_folder();
    ck_assert_int_eq(file_write(inside("a"), SPAN("three"), NULL), TRACUU_OK);
    ck_assert_int_eq(
        file_read(&out, inside("a"), 4, &err), TRACUU_INPUT_FAILED);
    ck_assert_int_eq(
        file_read(&out, inside("none"), 4, &err), TRACUU_NOT_FOUND);
    ck_assert_int_eq(file_read(&out, folder, 4, &err), TRACUU_INPUT_FAILED);
    ck_assert_int_eq(mkfifo(inside("pipe"), 0600), 0);
    ck_assert_int_eq(
        file_read(&out, inside("pipe"), 4, &err), TRACUU_INPUT_FAILED);
    ck_assert_uint_eq(out.len, 0);
    strbuf_release(&out);
    drop_folder();
}
END_TEST

START_TEST(makes_and_removes_folders_within_folders)
{
    make_folder();
    ck_assert_int_eq(file_make_folder(inside("x/y/z"), NULL), TRACUU_OK);
    ck_assert_int_eq(file_make_folder(inside("x/y/z"), NULL), TRACUU_OK);
    ck_assert_int_eq(access(inside("x/y/z"), F_OK), 0);
    ck_assert_int_eq(file_write(inside("x/file"), SPAN(""), NULL), TRACUU_OK);
    ck_assert_int_ne(file_make_folder(inside("x/file/y"), NULL), TRACUU_OK);
    ck_assert_int_eq(symlink("/", inside("x/link")), 0);
    ck_assert_int_eq(file_remove_tree(inside("x"), NULL), TRACUU_OK);
    ck_assert_int_ne(access(inside("x"), F_OK), 0);
    ck_assert_int_eq(file_remove_tree(inside("x"), NULL), TRACUU_OK);
    drop_folder();
}
END_TEST

UNIT_MAIN("file", reads_what_was_written, refuses_what_it_should_not_read,
    makes_and_removes_folders_within_folders)
