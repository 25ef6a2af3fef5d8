#include <tracuu/index.h>

#include <stdio.h>
#include <sys/stat.h>

#include "common/document/fields.h"
#include "common/store/generation.h"
#include "indexer/update-stored.h"
#include "tests/unit/folder.h"
#include "tests/unit/indexer/program.h"

static tracuu_error err;
static tracuu_index_options options;
static tracuu_status last;
static char story[4096];

/* Indexes the paths in the folder and tells the summary in one line:
 * "+added ~changed -removed =unchanged" and "id: reason;" for the rest. */
static const char *
run(const char *const *names, size_t count)
{
    const char *paths[4];
    char storage[4][512];
    tracuu_summary *s;
    size_t at;

    for (size_t i = 0; i < count; i++) {
        bool plain = names[i][0] == '-' || names[i][0] == '/';

        snprintf(storage[i], sizeof storage[i], "%s%s%s", plain ? "" : folder,
            plain ? "" : "/", names[i]);
        paths[i] = storage[i];
    }
    options.extractor = program_extractor();
    last = tracuu_index_run(
        &s, folder_path("index"), paths, count, &options, &err);
    if (!s)
        return err.message;
    at = (size_t)snprintf(story, sizeof story, "+%zu ~%zu -%zu =%zu",
        s->count[TRACUU_ADDED], s->count[TRACUU_CHANGED],
        s->count[TRACUU_REMOVED], s->count[TRACUU_UNCHANGED]);
    for (size_t i = 0; i < s->incident_count; i++)
        at += (size_t)snprintf(story + at, sizeof story - at, " %s: %s;",
            s->incidents[i].id, s->incidents[i].reason);
    tracuu_summary_free(s);
    return story;
}

static const char *
run_one(const char *name)
{
    return run(&name, 1);
}

static const char *
feed(const char *lines)
{
    const char *name = "-", *result;

    options.standard_input = fmemopen((void *)lines, strlen(lines), "r");
    result = run(&name, 1);
    fclose(options.standard_input);
    return result;
}

/* Entries of one of the databases with a term. */
static size_t
frequency(bool passages, const char *term)
{
    arena a = ARENA_INIT;
    generation now;
    store_reader *r;
    size_t count;

    ck_assert_int_eq(
        generation_current(&now, &a, folder_path("index"), &err), TRACUU_OK);
    ck_assert_int_eq(
        store_reader_open(&r, passages ? now.passages : now.documents, &err),
        TRACUU_OK);
    count = store_frequency(r, span_of(term));
    store_reader_free(r);
    arena_release(&a);
    return count;
}

static void
begin(void)
{
    folder_make();
    folder_write_text("goc/a.txt", "Chăn nuôi lợn");
    folder_write_text("goc/sub/b.txt", "Trồng lúa");
    folder_write_text("goc/c.html", "<p>Nuôi cá</p>");
}

START_TEST(a_folder_is_built_and_then_kept_up_to_date)
{
    begin();
    ck_assert_str_eq(run_one("goc"), "+3 ~0 -0 =0");
    ck_assert_str_eq(run_one("goc"), "+0 ~0 -0 =3");
    ck_assert_uint_eq(frequency(true, "nuoi"), 2);
    folder_write_text("goc/a.txt", "Chăn trâu");
    folder_write_text("goc/d.txt", "Đánh cá");
    ck_assert_int_eq(unlink(folder_path("goc/sub/b.txt")), 0);
    ck_assert_str_eq(run_one("goc"), "+1 ~1 -1 =1");
    ck_assert_uint_eq(frequency(true, "nuoi"), 1);
    ck_assert_uint_eq(frequency(true, "ca"), 2);
    ck_assert_uint_eq(frequency(true, "lua"), 0);
    ck_assert_uint_eq(frequency(false, "Qgoc/sub/b.txt"), 0);
    ck_assert_uint_eq(frequency(false, "Qgoc/a.txt"), 1);
    ck_assert_str_eq(run_one("goc"), "+0 ~0 -0 =3");
}
END_TEST

START_TEST(a_touched_file_with_the_same_bytes_is_unchanged)
{
    begin();
    run_one("goc");
    folder_write_text("goc/a.txt", "Chăn nuôi lợn");
    ck_assert_str_eq(run_one("goc"), "+0 ~0 -0 =3");
}
END_TEST

START_TEST(only_what_lies_in_the_roots_of_the_run_can_vanish)
{
    const char *both[] = {"goc", "khac.jsonl"};

    begin();
    folder_write_text("khac.jsonl", "{\"id\":\"goc/x\",\"text\":\"một\"}\n"
                                    "{\"id\":\"y\",\"text\":\"hai\"}\n");
    ck_assert_str_eq(run(both, 2), "+5 ~0 -0 =0");
    ck_assert_str_eq(run_one("goc"), "+0 ~0 -0 =3");
    ck_assert_str_eq(feed("{\"id\":\"z\",\"text\":\"ba\"}"), "+1 ~0 -0 =0");
    ck_assert_str_eq(feed("{\"id\":\"t\",\"text\":\"bốn\"}"), "+1 ~0 -0 =0");
    folder_write_text("khac.jsonl", "{\"id\":\"y\",\"text\":\"hai\"}\n");
    ck_assert_str_eq(run_one("khac.jsonl"), "+0 ~0 -1 =1");
    ck_assert_str_eq(run(both, 2), "+0 ~0 -0 =4");
}
END_TEST

START_TEST(a_damaged_line_removes_nothing)
{
    begin();
    folder_write_text("r.jsonl", "{\"id\":\"x\",\"text\":\"một\"}\n"
                                 "{\"id\":\"y\",\"text\":\"hai\"}\n");
    run_one("r.jsonl");
    folder_write_text("r.jsonl", "{\"id\":\"x\",\n"
                                 "{\"id\":\"y\",\"text\":\"hai\"}\n");
    ck_assert(strstr(run_one("r.jsonl"), "+0 ~0 -0 =1 r.jsonl:1: not JSON"));
    ck_assert_int_eq(last, TRACUU_INPUT_FAILED);
}
END_TEST

START_TEST(an_id_that_comes_twice_counts_once)
{
    folder_make();
    ck_assert_str_eq(feed("{\"id\":\"x\",\"text\":\"một\"}\n"
                          "{\"id\":\"x\",\"text\":\"hai\"}\n"
                          "{\"id\":\"x\",\"text\":\"một\"}\n"),
        "+1 ~0 -0 =0 x: the same id came before with another text;"
        " x: a duplicate: the same id and text came before;");
    ck_assert_int_eq(last, TRACUU_INPUT_FAILED);
    ck_assert_uint_eq(frequency(true, "mot"), 1);
}
END_TEST

START_TEST(inputs_that_cannot_be_used_are_told_and_remembered)
{
    const char *want =
        "+3 ~0 -0 =0 goc/h.txt: binary, not text; goc/trong.txt: empty;";

    begin();
    folder_write("goc/h.txt", SPAN("\0\1\2\0"));
    folder_write_text("goc/trong.txt", "");
    ck_assert_str_eq(run_one("goc"), want);
    ck_assert_int_eq(last, TRACUU_INPUT_FAILED);
    ck_assert_str_eq(run_one("goc"),
        "+0 ~0 -0 =3 goc/h.txt: binary, not text; goc/trong.txt: empty;");
    folder_write_text("goc/h.txt", "chữ");
    folder_write("goc/a.txt", SPAN("\0\1\2\0"));
    ck_assert_str_eq(run_one("goc"),
        "+1 ~0 -0 =2 goc/a.txt: binary, not text; goc/trong.txt: empty;");
    ck_assert_uint_eq(frequency(false, "Qgoc/a.txt"), 0);
    ck_assert_uint_eq(frequency(true, "XDgoc/a.txt"), 0);
}
END_TEST

START_TEST(a_file_that_cannot_be_read_keeps_its_place)
{
    if (geteuid() == 0)
        return;
    begin();
    run_one("goc");
    ck_assert_int_eq(chmod(folder_path("goc/sub"), 0), 0);
    folder_write_text("goc/a.txt", "Chăn trâu");
    ck_assert_int_eq(chmod(folder_path("goc/a.txt"), 0), 0);
    run_one("goc");
    ck_assert_int_eq(chmod(folder_path("goc/sub"), 0755), 0);
    ck_assert_int_eq(last, TRACUU_INPUT_FAILED);
    ck_assert_uint_eq(frequency(false, "Qgoc/sub/b.txt"), 1);
    ck_assert_uint_eq(frequency(false, "Qgoc/a.txt"), 1);
}
END_TEST

START_TEST(labels_stand_in_both_databases)
{
    folder_make();
    feed("{\"id\":\"x\",\"text\":\"một\",\"labels\":[\"noi-bo\"]}\n"
         "{\"id\":\"y\",\"text\":\"hai\"}");
    for (int passages = 0; passages < 2; passages++) {
        ck_assert_uint_eq(frequency(passages, "Inoi-bo"), 1);
        ck_assert_uint_eq(frequency(passages, "I*"), 1);
    }
}
END_TEST

START_TEST(a_rebuild_forgets_and_a_dry_run_changes_nothing)
{
    begin();
    folder_write_text("moi.txt", "Bốn");
    options.dry_run = true;
    ck_assert_str_eq(run_one("goc"), "+3 ~0 -0 =0");
    ck_assert_int_ne(access(folder_path("index"), F_OK), 0);
    options.dry_run = false;
    run_one("goc");
    unlink(folder_path("goc/a.txt"));
    options.dry_run = true;
    ck_assert_str_eq(run_one("goc"), "+0 ~0 -1 =2");
    options.dry_run = false;
    ck_assert_uint_eq(frequency(false, "Qgoc/a.txt"), 1);
    options.rebuild = true;
    ck_assert_str_eq(run_one("moi.txt"), "+1 ~0 -0 =0");
    options.rebuild = false;
    ck_assert_uint_eq(frequency(false, "Qgoc/c.html"), 0);
    ck_assert_uint_eq(frequency(false, "Qmoi.txt"), 1);
}
END_TEST

static bool
refuse(void *payload, const tracuu_progress *progress)
{
    (void)payload;
    return strcmp(progress->stage, "read") != 0;
}

START_TEST(a_run_that_is_stopped_publishes_nothing)
{
    begin();
    options.report = refuse;
    run_one("goc");
    ck_assert_int_eq(last, TRACUU_INTERRUPTED);
    ck_assert_int_ne(access(folder_path("index/current"), F_OK), 0);
    options.report = NULL;
    ck_assert_str_eq(run_one("goc"), "+3 ~0 -0 =0");
}
END_TEST

START_TEST(another_folder_of_the_same_name_is_refused)
{
    begin();
    run_one("goc");
    folder_write_text("khac/goc/z.txt", "Z");
    run_one("khac/goc");
    ck_assert_int_eq(last, TRACUU_USAGE);
    file_remove_tree(folder_path("goc"), NULL);
    ck_assert_str_eq(run_one("khac/goc"), "+1 ~0 -3 =0");
}
END_TEST

UNIT_MAIN("index", a_folder_is_built_and_then_kept_up_to_date,
    a_touched_file_with_the_same_bytes_is_unchanged,
    only_what_lies_in_the_roots_of_the_run_can_vanish,
    a_damaged_line_removes_nothing, an_id_that_comes_twice_counts_once,
    inputs_that_cannot_be_used_are_told_and_remembered,
    a_file_that_cannot_be_read_keeps_its_place, labels_stand_in_both_databases,
    a_rebuild_forgets_and_a_dry_run_changes_nothing,
    a_run_that_is_stopped_publishes_nothing,
    another_folder_of_the_same_name_is_refused)
