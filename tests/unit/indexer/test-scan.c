#include "indexer/scan.h"

#include <sys/stat.h>

#include "tests/unit/folder.h"

static arena memory;
static scan found;
static tracuu_error err;

static const scan_options nothing_special;

static tracuu_status
look(const char *path)
{
    const scan_options options = {.index = folder_path("index")};

    return scan_paths(&found, &memory, &path, 1, &options, &err);
}

static void
begin(void)
{
    folder_make();
    folder_write_text("van-ban/b.txt", "b");
    folder_write_text("van-ban/a/Z.TXT", "z");
    folder_write_text("van-ban/a/y.html", "y");
    folder_write_text("van-ban/a/r.jsonl", "{}");
    folder_write_text("van-ban/bang.tsv", "x");
    folder_write_text("van-ban/README", "x");
    folder_write_text("van-ban/.an/c.txt", "hidden");
    folder_write_text("van-ban/.an.txt", "hidden");
    folder_write_text("ngoai.txt", "outside");
    ck_assert_int_eq(
        symlink("../ngoai.txt", folder_path("van-ban/lien-ket.txt")), 0);
}

START_TEST(ids_are_paths_behind_the_name_of_the_root)
{
    static const char *const ids[] = {"van-ban/README", "van-ban/a/Z.TXT",
        "van-ban/a/r.jsonl", "van-ban/a/y.html", "van-ban/b.txt",
        "van-ban/bang.tsv", "van-ban/lien-ket.txt"};
    static const char *const ways[] = {
        "van-ban", "van-ban/", "./van-ban/", "van-ban/a/.."};

    begin();
    ck_assert_int_eq(chdir(folder), 0);
    for (size_t w = 0; w < 3; w++) {
        ck_assert_int_eq(look(ways[w]), TRACUU_OK);
        ck_assert_span_eq(found.roots[0].name, "van-ban");
        ck_assert_uint_eq(found.roots[0].count, 7);
        for (size_t i = 0; i < 7; i++)
            ck_assert_span_eq(found.roots[0].files[i].id, ids[i]);
    }
    ck_assert_int_eq(look(ways[3]), TRACUU_OK);
    ck_assert_span_eq(found.roots[0].name, "van-ban");
    ck_assert_int_eq(chdir(folder_path("van-ban")), 0);
    ck_assert_int_eq(look("."), TRACUU_OK);
    ck_assert_span_eq(found.roots[0].name, "van-ban");
    ck_assert_int_eq(chdir("/"), 0);
}
END_TEST

START_TEST(what_is_no_document_is_listed_with_the_reason)
{
    const struct {
        const char *reason;
        tracuu_fate fate;
        input_form form;
    } want[] = {
        {"not a document: no suffix", TRACUU_SKIPPED, INPUT_TEXT},
        {NULL, TRACUU_ADDED, INPUT_TEXT},
        {NULL, TRACUU_ADDED, INPUT_RECORDS},
        {NULL, TRACUU_ADDED, INPUT_HTML},
        {NULL, TRACUU_ADDED, INPUT_TEXT},
        {"not a document: .tsv", TRACUU_SKIPPED, INPUT_TEXT},
        {"a symbolic link", TRACUU_SKIPPED, INPUT_TEXT},
    };

    begin();
    ck_assert_int_eq(look(folder_path("van-ban")), TRACUU_OK);
    ck_assert_uint_eq(found.files, 4);
    ck_assert(found.records);
    for (size_t i = 0; i < 7; i++) {
        const scan_file *f = &found.roots[0].files[i];

        ck_assert_int_eq(f->fate, want[i].fate);
        ck_assert_int_eq(f->form, want[i].form);
        if (want[i].reason)
            ck_assert_str_eq(f->reason, want[i].reason);
    }
}
END_TEST

START_TEST(a_file_is_named_by_its_own_name)
{
    begin();
    ck_assert_int_eq(look(folder_path("van-ban/a/y.html")), TRACUU_OK);
    ck_assert_int_eq(found.roots[0].form, ROOT_FILE);
    ck_assert_span_eq(found.roots[0].files[0].id, "y.html");
    ck_assert_uint_eq(found.roots[0].files[0].size, 1);
    ck_assert_int_eq(look("-"), TRACUU_OK);
    ck_assert_int_eq(found.roots[0].form, ROOT_STANDARD_INPUT);
}
END_TEST

START_TEST(a_path_counts_once_and_must_be_there)
{
    const char *twice[2], *same_name[2], *missing[2];

    begin();
    folder_write_text("khac/van-ban/b.txt", "b");
    twice[0] = same_name[0] = missing[0] = folder_path("van-ban");
    twice[1] = folder_path("van-ban/a/..");
    same_name[1] = folder_path("khac/van-ban");
    ck_assert_int_eq(
        scan_paths(&found, &memory, twice, 2, &nothing_special, &err),
        TRACUU_OK);
    ck_assert_uint_eq(found.count, 1);
    ck_assert_int_eq(
        scan_paths(&found, &memory, same_name, 2, &nothing_special, &err),
        TRACUU_USAGE);
    missing[1] = "/khong/co";
    ck_assert_int_eq(
        scan_paths(&found, &memory, missing, 2, &nothing_special, &err),
        TRACUU_USAGE);
    ck_assert_ptr_nonnull(strstr(err.message, "/khong/co"));
}
END_TEST

START_TEST(the_index_inside_a_root_is_passed_over)
{
    scan_options options = {0};
    const char *path;

    begin();
    options.index = folder_path("van-ban/chi-muc");
    folder_write_text("van-ban/chi-muc/x.txt", "x");
    path = folder_path("van-ban");
    ck_assert_int_eq(
        scan_paths(&found, &memory, &path, 1, &options, &err), TRACUU_OK);
    ck_assert_uint_eq(found.roots[0].count, 7);
}
END_TEST

START_TEST(excluded_names_and_paths_count_as_not_there)
{
    static const char *const excludes[] = {
        "*.TXT", "van-ban/a/*.jsonl", "/khong/co/*", "README"};
    const rules of = {.excludes = excludes, .exclude_count = 4};
    const scan_options options = {.rules = &of};
    static const char *const left[] = {"van-ban/a/y.html", "van-ban/b.txt",
        "van-ban/bang.tsv", "van-ban/lien-ket.txt"};
    const char *path;

    begin();
    path = folder_path("van-ban");
    ck_assert_int_eq(
        scan_paths(&found, &memory, &path, 1, &options, &err), TRACUU_OK);
    ck_assert_uint_eq(found.roots[0].count, 4);
    for (size_t i = 0; i < 4; i++)
        ck_assert_span_eq(found.roots[0].files[i].id, left[i]);
}
END_TEST

START_TEST(of_folders_inside_each_other_the_innermost_gives_its_labels)
{
    const char *labels[3] = {
        "van-ban=cong-khai", "van-ban/a/=noi-bo, hai", NULL};
    tracuu_index_options with = {.labels = labels, .label_count = 3};
    rules of;
    scan_options options = {.rules = &of};
    const char *path;
    char line[512];

    begin();
    snprintf(line, sizeof line, "%s=ba", folder_path("van-ban/a/y.html"));
    labels[2] = line;
    ck_assert_int_eq(rules_read(&of, &memory, &with, &err), TRACUU_OK);
    path = folder_path("van-ban");
    ck_assert_int_eq(
        scan_paths(&found, &memory, &path, 1, &options, &err), TRACUU_OK);
    ck_assert_span_eq(found.roots[0].files[1].rule->labels[0], "noi-bo");
    ck_assert_uint_eq(found.roots[0].files[1].rule->label_count, 2);
    ck_assert_span_eq(found.roots[0].files[3].rule->labels[0], "ba");
    ck_assert_span_eq(found.roots[0].files[4].rule->labels[0], "cong-khai");
    labels[0] = "van-ban=Nội bộ";
    ck_assert_int_eq(rules_read(&of, &memory, &with, &err), TRACUU_USAGE);
    labels[0] = "van-ban";
    ck_assert_int_eq(rules_read(&of, &memory, &with, &err), TRACUU_USAGE);
}
END_TEST

START_TEST(a_look_at_some_paths_finds_what_is_there_and_notes_what_is_not)
{
    const char *only[3], *path;
    scan_options options = {.only = only, .only_count = 3};

    begin();
    only[0] = folder_path("van-ban/a");
    only[1] = folder_path("van-ban/mat.txt");
    only[2] = folder_path("ngoai.txt");
    path = folder_path("van-ban");
    ck_assert_int_eq(
        scan_paths(&found, &memory, &path, 1, &options, &err), TRACUU_OK);
    ck_assert(found.roots[0].partial);
    ck_assert_uint_eq(found.roots[0].count, 3);
    ck_assert_span_eq(found.roots[0].files[0].id, "van-ban/a/Z.TXT");
    ck_assert_uint_eq(found.roots[0].looked_count, 2);
    ck_assert_span_eq(found.roots[0].looked[1], "van-ban/mat.txt");
}
END_TEST

UNIT_MAIN("scan", excluded_names_and_paths_count_as_not_there,
    of_folders_inside_each_other_the_innermost_gives_its_labels,
    a_look_at_some_paths_finds_what_is_there_and_notes_what_is_not,
    ids_are_paths_behind_the_name_of_the_root,
    what_is_no_document_is_listed_with_the_reason,
    a_file_is_named_by_its_own_name, a_path_counts_once_and_must_be_there,
    the_index_inside_a_root_is_passed_over)
