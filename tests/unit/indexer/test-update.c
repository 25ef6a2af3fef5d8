#include "indexer/update.h"

#include <tracuu/index.h>
#include <tracuu/search.h>

#include "common/document/fields.h"
#include "indexer/terms.h"
#include "indexer/update-stored.h"
#include "tests/unit/folder.h"

static tracuu_error err;
static generation now;
static arena memory;

static tracuu_summary *
feed(const char *lines)
{
    const char *path = folder_path("r.jsonl");
    tracuu_index_options options = {.jobs = 1};
    tracuu_summary *s;

    folder_write_text("r.jsonl", lines);
    ck_assert_int_eq(
        tracuu_index_run(&s, folder_path("index"), &path, 1, &options, &err),
        TRACUU_OK);
    ck_assert_int_eq(
        generation_current(&now, &memory, folder_path("index"), &err),
        TRACUU_OK);
    return s;
}

static size_t
frequency(const char *path, const char *term)
{
    store_reader *r;
    size_t count;

    ck_assert_int_eq(store_reader_open(&r, path, &err), TRACUU_OK);
    count = store_frequency(r, span_of(term));
    store_reader_free(r);
    return count;
}

/* What a run leaves that was killed when its passages were committed and its
 * documents were not: it had changed "a", removed "b" and added "n". */
static void
kill_between_commits(void)
{
    store_term terms[2] = {{SPAN("XDa"), 0}, {SPAN("rac"), 1}};
    store_entry entry = {terms, 2, NULL, 0, SPAN("\nrac")};
    store_writer *w;

    ck_assert_int_eq(
        store_writer_open(&w, now.passages, STORE_LIVE, &err), TRACUU_OK);
    store_delete(w, SPAN("XDa"), &err);
    store_add(w, &entry, &err);
    store_delete(w, SPAN("XDb"), &err);
    terms[0].name = SPAN("XDn");
    store_add(w, &entry, &err);
    store_set_metadata(w, SPAN("tracuu.batch"), SPAN("7\na\nb\nn\n"), &err);
    ck_assert_int_eq(store_commit(w, &err), TRACUU_OK);
    store_writer_free(w);
}

START_TEST(the_next_run_repairs_what_a_killed_one_left)
{
    const char *lines = "{\"id\":\"a\",\"text\":\"một\"}\n"
                        "{\"id\":\"b\",\"text\":\"hai\"}\n";
    tracuu_summary *s;

    folder_make();
    tracuu_summary_free(feed(lines));
    kill_between_commits();
    ck_assert_uint_eq(frequency(now.passages, "rac"), 2);
    ck_assert_int_eq(tracuu_verify(folder_path("index"), &err), TRACUU_OK);
    s = feed(lines);
    ck_assert_uint_eq(s->count[TRACUU_CHANGED], 2);
    tracuu_summary_free(s);
    ck_assert_uint_eq(frequency(now.passages, "rac"), 0);
    ck_assert_uint_eq(frequency(now.passages, "mot"), 1);
    ck_assert_uint_eq(frequency(now.passages, "hai"), 1);
    s = feed(lines);
    ck_assert_uint_eq(s->count[TRACUU_UNCHANGED], 2);
    tracuu_summary_free(s);
}
END_TEST

START_TEST(a_run_elsewhere_keeps_the_distrust)
{
    const char *lines = "{\"id\":\"a\",\"text\":\"một\"}\n"
                        "{\"id\":\"b\",\"text\":\"hai\"}\n";
    const char *path;
    tracuu_summary *s;

    folder_make();
    tracuu_summary_free(feed(lines));
    kill_between_commits();
    folder_write_text("khac.txt", "chữ");
    path = folder_path("khac.txt");
    ck_assert_int_eq(
        tracuu_index_run(&s, folder_path("index"), &path, 1, NULL, &err),
        TRACUU_OK);
    tracuu_summary_free(s);
    ck_assert_uint_eq(frequency(now.passages, "XDn"), 0);
    s = feed(lines);
    ck_assert_uint_eq(s->count[TRACUU_CHANGED], 2);
    tracuu_summary_free(s);
    ck_assert_uint_eq(frequency(now.passages, "rac"), 0);
}
END_TEST

START_TEST(statuses_that_a_killed_run_did_not_come_to_are_computed)
{
    const char *lines =
        "{\"id\":\"a\",\"text\":\"Quy định về văn thư.\",\"number\":"
        "\"110/2004/NĐ-CP\",\"kind\":\"nghị định\",\"issuer\":\"Chính phủ\","
        "\"date\":\"2004-04-08\"}\n";
    store_writer *w;
    arena a = ARENA_INIT;
    store_reader *r;
    record before, after;

    folder_make();
    tracuu_summary_free(feed(lines));
    ck_assert_int_eq(store_reader_open(&r, now.documents, &err), TRACUU_OK);
    ck_assert_int_eq(stored_by_id(r, &a, SPAN("a"), &before, &err), TRACUU_OK);
    ck_assert_span_eq(before.timeline, "in_force");
    ck_assert_int_eq(
        store_writer_open(&w, now.documents, STORE_LIVE, &err), TRACUU_OK);
    before.timeline = SPAN("expired");
    ck_assert(before.key.len);
    {
        store_entry entry = terms_document(&a, &before);

        store_replace(w, SPAN("Qa"), &entry, &err);
        store_set_metadata(w, SPAN("tracuu.touched"), before.key, &err);
    }
    ck_assert_int_eq(store_commit(w, &err), TRACUU_OK);
    store_writer_free(w);
    tracuu_summary_free(feed(lines));
    store_reopen(r, &err);
    ck_assert_int_eq(stored_by_id(r, &a, SPAN("a"), &after, &err), TRACUU_OK);
    ck_assert_span_eq(after.timeline, "in_force");
    store_reader_free(r);
    arena_release(&a);
}
END_TEST

UNIT_MAIN("update", the_next_run_repairs_what_a_killed_one_left,
    a_run_elsewhere_keeps_the_distrust,
    statuses_that_a_killed_run_did_not_come_to_are_computed)
