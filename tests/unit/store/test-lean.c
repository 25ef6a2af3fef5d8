#include <stdio.h>

#include "common/store/store.h"
#include "tests/unit/folder.h"
#include "tests/unit/unit.h"

static char path[96], other[96];
static tracuu_error err;

static void
done(tracuu_status status)
{
    ck_assert_msg(status == TRACUU_OK, "%s", err.message);
}

/* Adds an entry of blank-separated words, each with the count `count`; the
 * first word is in slot 10 too. */
static void
add(store_writer *w, const char *words, uint32_t count)
{
    store_term terms[16];
    store_value value = {10, {words, strcspn(words, " ")}};
    store_entry entry = {terms, 0, &value, 1, span_of(words)};
    span rest = span_of(words), word;

    while (span_next_field(&rest, ' ', &word))
        terms[entry.term_count++] = (store_term){word, count};
    done(store_add(w, &entry, &err));
}

static store_writer *
written(store_mode mode)
{
    store_writer *w;

    done(store_writer_open(&w, path, mode, &err));
    return w;
}

static store_reader *
opened(const char *where)
{
    store_reader *r;

    done(store_reader_open(&r, where, &err));
    return r;
}

/* A lean database of four entries. */
static void
fill(void)
{
    store_writer *w;

    folder_make();
    snprintf(path, sizeof path, "%s/db", folder);
    snprintf(other, sizeof other, "%s/other", folder);
    w = written(STORE_SCRATCH_LEAN);
    add(w, "Q1 dat dai", 2);
    add(w, "Q2 dat nuoc", 1);
    add(w, "Q3 dat rung", 3);
    add(w, "Q4 bien dao", 1);
    done(store_commit(w, &err));
    store_writer_free(w);
}

/* What a word finds: the first words of the entries, blank-separated. */
static const char *
found(store_reader *r, const char *word)
{
    static char text[200];
    store_node node = {.op = STORE_TERM, .term = span_of(word)};
    store_match match = {.query = &node,
        .node_count = 1,
        .limit = 10,
        .check_at_least = 100,
        .sort = true,
        .sort_slot = 10,
        .sort_ascending = true,
        .count_slot = true,
        .slot = 10};
    arena a = ARENA_INIT;
    store_matches m;

    done(store_find(r, &a, &match, &m, &err));
    ck_assert_uint_eq(m.at_least, m.hit_count);
    ck_assert_uint_eq(m.value_count, m.hit_count);
    text[0] = '\0';
    for (size_t i = 0; i < m.hit_count; i++) {
        size_t used = strlen(text);
        span id;

        done(store_value_of(r, &a, m.hits[i].entry, 10, &id, &err));
        snprintf(text + used, sizeof text - used, "%s%.*s", i ? " " : "",
            SPAN_PRINT(id));
    }
    arena_release(&a);
    return text;
}

static bool
count_one(void *payload, uint32_t entry)
{
    (void)entry;
    ++*(size_t *)payload;
    return true;
}

static bool
count_value(void *payload, uint32_t entry, span bytes)
{
    (void)bytes;
    return count_one(payload, entry);
}

/* The entries with the word, by all ways of counting them. */
static size_t
counted(store_reader *r, const char *word)
{
    size_t walked = 0;

    done(store_walk_entries(r, span_of(word), count_one, &walked, &err));
    if (*word) {
        ck_assert_uint_eq(store_frequency(r, span_of(word)), walked);
    } else {
        size_t values = 0;
        uint32_t entries;

        done(store_walk_values(r, 10, count_value, &values, &err));
        done(store_entries(r, &entries, &err));
        ck_assert_uint_eq(values, walked);
        ck_assert_uint_eq(entries, walked);
    }
    return walked;
}

START_TEST(what_was_removed_is_not_found)
{
    store_writer *w;
    store_reader *r;

    fill();
    r = opened(path);
    ck_assert_str_eq(found(r, "dat"), "Q1 Q2 Q3");
    w = written(STORE_LIVE);
    done(store_delete(w, SPAN("Q2"), &err));
    done(store_delete(w, SPAN("Q2"), &err));
    ck_assert_str_eq(found(r, "dat"), "Q1 Q2 Q3");
    done(store_commit(w, &err));
    done(store_delete(w, SPAN("Q1"), &err));
    store_writer_free(w);
    done(store_reopen(r, &err));
    ck_assert_str_eq(found(r, "dat"), "Q1 Q3");
    ck_assert_uint_eq(counted(r, "dat"), 2);
    ck_assert_uint_eq(counted(r, "nuoc"), 0);
    ck_assert_uint_eq(counted(r, ""), 3);
    store_reader_free(r);
    done(store_check(path, &err));
}
END_TEST

START_TEST(what_is_replaced_is_found_once)
{
    store_term terms[2] = {{SPAN("Q2"), 0}, {SPAN("dat"), 1}};
    store_value value = {10, SPAN("Q2")};
    store_entry entry = {terms, 2, &value, 1, SPAN("moi")};
    store_writer *w;
    store_reader *r;

    fill();
    w = written(STORE_LIVE);
    for (int i = 0; i < 3; i++)
        done(store_replace(w, SPAN("Q2"), &entry, &err));
    done(store_commit(w, &err));
    store_writer_free(w);
    r = opened(path);
    ck_assert_str_eq(found(r, "Q2"), "Q2");
    ck_assert_uint_eq(counted(r, "dat"), 3);
    ck_assert_uint_eq(counted(r, "nuoc"), 0);
    store_reader_free(r);
}
END_TEST

START_TEST(new_tags_leave_the_rest_as_it_was)
{
    const span tags[2] = {SPAN("XSa"), SPAN("XSb")};
    arena a = ARENA_INIT;
    store_writer *w;
    store_reader *r;
    span data;

    fill();
    w = written(STORE_LIVE);
    done(store_retag(w, SPAN("dat"), SPAN("XS"), tags, 2, &err));
    done(store_retag(w, SPAN("Q3"), SPAN("XS"), tags, 1, &err));
    done(store_delete(w, SPAN("Q1"), &err));
    done(store_commit(w, &err));
    r = opened(path);
    ck_assert_str_eq(found(r, "XSa"), "Q2 Q3");
    ck_assert_str_eq(found(r, "XSb"), "Q2");
    ck_assert_str_eq(found(r, "rung"), "Q3");
    ck_assert_uint_eq(counted(r, ""), 3);
    done(store_retag(w, SPAN("Q2"), SPAN("XS"), NULL, 0, &err));
    done(store_commit(w, &err));
    done(store_reopen(r, &err));
    ck_assert_str_eq(found(r, "XSb"), "");
    ck_assert_str_eq(found(r, "nuoc"), "Q2");
    done(store_data(r, &a, 7, &data, &err));
    ck_assert_span_eq(data, "Q2 dat nuoc");
    store_writer_free(w);
    store_reader_free(r);
    arena_release(&a);
}
END_TEST

START_TEST(a_renewed_one_has_only_what_is_there)
{
    arena a = ARENA_INIT;
    store_writer *w;
    store_reader *r;
    span out;

    fill();
    w = written(STORE_LIVE);
    done(store_delete(w, SPAN("Q1"), &err));
    done(store_delete(w, SPAN("Q4"), &err));
    done(store_set_metadata(w, SPAN("note"), SPAN("kept"), &err));
    add(w, "Q5 dao", 1);
    done(store_commit(w, &err));
    store_writer_free(w);
    done(store_renew(path, other, &err));
    done(store_check(other, &err));
    r = opened(other);
    ck_assert_str_eq(found(r, "dat"), "Q2 Q3");
    ck_assert_uint_eq(counted(r, ""), 3);
    ck_assert_uint_eq(counted(r, "dao"), 1);
    done(store_data(r, &a, 2, &out, &err));
    ck_assert_span_eq(out, "Q3 dat rung");
    ck_assert_int_eq(store_data(r, &a, 4, &out, &err), TRACUU_NOT_FOUND);
    done(store_metadata(r, &a, SPAN("note"), &out, &err));
    ck_assert_span_eq(out, "kept");
    store_reader_free(r);
    arena_release(&a);
}
END_TEST

/* The list of "dat" is long, that of "rung" short beside what was removed. */
START_TEST(a_long_list_is_counted_without_what_was_removed)
{
    store_writer *w;
    store_reader *r;
    char words[32];

    fill();
    w = written(STORE_LIVE);
    for (int i = 5; i < 1205; i++) {
        snprintf(words, sizeof words, "Q%d dat%s", i, i % 50 ? "" : " rung");
        add(w, words, 1);
    }
    done(store_delete(w, SPAN("Q50"), &err));
    done(store_delete(w, SPAN("Q1"), &err));
    done(store_delete(w, SPAN("Q4"), &err));
    done(store_commit(w, &err));
    store_writer_free(w);
    r = opened(path);
    ck_assert_uint_eq(counted(r, "dat"), 1201);
    ck_assert_uint_eq(counted(r, "rung"), 24);
    ck_assert_uint_eq(store_frequency_about(r, SPAN("dat")), 1203);
    ck_assert_uint_eq(store_frequency_about(r, SPAN("rung")), 24);
    ck_assert_uint_eq(store_frequency_about(r, SPAN("bien")), 0);
    store_reader_free(r);
}
END_TEST

UNIT_MAIN("lean", what_was_removed_is_not_found, what_is_replaced_is_found_once,
    a_long_list_is_counted_without_what_was_removed,
    new_tags_leave_the_rest_as_it_was, a_renewed_one_has_only_what_is_there)
