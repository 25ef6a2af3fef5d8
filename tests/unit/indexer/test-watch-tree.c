#include "indexer/watch-tree.h"

#include <fcntl.h>
#include <sys/stat.h>

#include "tests/unit/folder.h"

static arena memory;
static scan found;
static tree seen;
static tracuu_error err;
static const char *const *paths;

static void
begin(void)
{
    const scan_options nothing = {.rules = NULL};
    static const char *roots[2];

    folder_make();
    folder_write_text("goc/a/1.txt", "một");
    folder_write_text("goc/.an/2.txt", "hai");
    folder_write_text("ngoai/3.jsonl", "{}");
    folder_write_text("ngoai/4.jsonl", "{}");
    roots[0] = folder_path("goc");
    roots[1] = folder_path("ngoai/3.jsonl");
    ck_assert_int_eq(
        scan_paths(&found, &memory, roots, 2, &nothing, &err), TRACUU_OK);
    ck_assert_int_eq(tree_open(&seen, &found, NULL, NULL, &err), TRACUU_OK);
}

/* What changed, told until it is quiet. */
static size_t
changed(void)
{
    while (tree_wait(&seen, 50))
        tree_read(&seen);
    return tree_take(&seen, &memory, &paths);
}

static void
move(const char *from, const char *to)
{
    ck_assert_int_eq(rename(folder_path(from), folder_path(to)), 0);
}

START_TEST(a_written_a_removed_and_a_moved_file_are_told)
{
    begin();
    ck_assert_uint_eq(changed(), 0);
    ck_assert(!tree_has_changes(&seen));
    folder_write_text("goc/a/5.txt", "năm");
    ck_assert_uint_ge(changed(), 1);
    ck_assert_str_eq(paths[0], folder_path("goc/a/5.txt"));
    ck_assert_int_eq(unlink(folder_path("goc/a/5.txt")), 0);
    ck_assert_uint_eq(changed(), 1);
    move("goc/a/1.txt", "goc/6.txt");
    ck_assert_uint_eq(changed(), 2);
    ck_assert_str_eq(paths[0], folder_path("goc/6.txt"));
    ck_assert_str_eq(paths[1], folder_path("goc/a/1.txt"));
    tree_release(&seen);
}
END_TEST

START_TEST(a_file_that_is_a_root_is_told_and_its_neighbours_are_not)
{
    begin();
    folder_write_text("ngoai/4.jsonl", "{} ");
    folder_write_text("ngoai/5.jsonl", "{} ");
    ck_assert_uint_eq(changed(), 0);
    folder_write_text("ngoai/3.jsonl", "{} ");
    ck_assert_uint_eq(changed(), 1);
    ck_assert_str_eq(paths[0], folder_path("ngoai/3.jsonl"));
    tree_release(&seen);
}
END_TEST

START_TEST(hidden_files_and_folders_are_not_told)
{
    begin();
    folder_write_text("goc/.an/2.txt", "hai ");
    ck_assert_uint_eq(changed(), 0);
    ck_assert_int_eq(mkdir(folder_path("goc/.moi"), 0777), 0);
    ck_assert_uint_eq(changed(), 0);
    tree_release(&seen);
}
END_TEST

START_TEST(a_renamed_folder_is_followed_under_its_new_name)
{
    begin();
    folder_write_text("goc/a/b/c/1.txt", "một");
    changed();
    move("goc/a", "goc/x");
    ck_assert_uint_eq(changed(), 2);
    ck_assert_str_eq(paths[0], folder_path("goc/a"));
    ck_assert_str_eq(paths[1], folder_path("goc/x"));
    folder_write_text("goc/x/b/c/2.txt", "hai");
    ck_assert_uint_ge(changed(), 1);
    ck_assert_str_eq(paths[0], folder_path("goc/x/b/c/2.txt"));
    /* Twice before anybody looks, and another one takes the name. */
    move("goc/x", "goc/y");
    move("goc/y", "goc/z");
    folder_write_text("goc/x/3.txt", "ba");
    ck_assert_uint_eq(changed(), 3);
    folder_write_text("goc/z/b/c/4.txt", "bốn");
    ck_assert_uint_ge(changed(), 1);
    ck_assert_str_eq(paths[0], folder_path("goc/z/b/c/4.txt"));
    tree_release(&seen);
}
END_TEST

START_TEST(what_leaves_the_roots_is_not_followed)
{
    begin();
    move("goc/a", "ngoai/a");
    ck_assert_uint_eq(changed(), 1);
    folder_write_text("ngoai/a/7.txt", "bảy");
    ck_assert_uint_eq(changed(), 0);
    tree_release(&seen);
}
END_TEST

START_TEST(of_what_lies_inside_a_changed_folder_only_that_is_told)
{
    begin();
    folder_write_text("goc/m/n/1.txt", "một");
    folder_write_text("goc/m-/1.txt", "một");
    ck_assert_uint_eq(changed(), 2);
    ck_assert_str_eq(paths[0], folder_path("goc/m"));
    ck_assert_str_eq(paths[1], folder_path("goc/m-"));
    tree_release(&seen);
}
END_TEST

/* More than the kernel keeps: 16,384 unless somebody has changed it. */
START_TEST(when_the_kernel_lost_count_everything_may_have_changed)
{
    const char *names[2];

    begin();
    folder_write_text("goc/8.txt", "tám");
    changed();
    names[0] = folder_path("goc/8.txt");
    names[1] = folder_path("goc/a/1.txt");
    for (size_t i = 0; i < 40000; i++)
        close(open(names[i % 2], O_WRONLY));
    tree_read(&seen);
    ck_assert(seen.all);
    ck_assert(tree_has_changes(&seen));
    tree_release(&seen);
}
END_TEST

START_TEST(a_root_that_goes_away_makes_everything_doubtful)
{
    begin();
    move("goc", "di-mat");
    tree_wait(&seen, 1000);
    tree_read(&seen);
    ck_assert(seen.all);
    tree_release(&seen);
}
END_TEST

UNIT_MAIN("watch-tree", a_written_a_removed_and_a_moved_file_are_told,
    a_file_that_is_a_root_is_told_and_its_neighbours_are_not,
    hidden_files_and_folders_are_not_told,
    a_renamed_folder_is_followed_under_its_new_name,
    what_leaves_the_roots_is_not_followed,
    of_what_lies_inside_a_changed_folder_only_that_is_told,
    when_the_kernel_lost_count_everything_may_have_changed,
    a_root_that_goes_away_makes_everything_doubtful)
