#include "common/store/store.h"

#include <fcntl.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include "common/base/file.h"
#include "tests/unit/folder.h"
#include "tests/unit/unit.h"

static char path[96];

static void
begin(void)
{
    folder_make();
    snprintf(path, sizeof path, "%s/db", folder);
}

static span
text(const char *s)
{
    return span_of(s);
}

/* Adds an entry of blank-separated words with the value `year` in slot 10. */
static tracuu_status
add(store_writer *w, const char *words, const char *year, tracuu_error *err)
{
    store_term terms[16];
    store_value value = {10, text(year)};
    store_entry entry = {terms, 0, &value, 1, text(words)};
    span rest = text(words), word;

    while (span_next_field(&rest, ' ', &word))
        terms[entry.term_count++] = (store_term){word, 1};
    return store_add(w, &entry, err);
}

/* A database of four entries. */
static void
fill(store_mode mode)
{
    tracuu_error err;
    store_writer *w;

    begin();
    ck_assert_int_eq(store_writer_open(&w, path, mode, &err), TRACUU_OK);
    add(w, "dat dai", "2013", &err);
    add(w, "dat nuoc", "1945", &err);
    add(w, "dat dai dat rung", "2024", &err);
    add(w, "bien dao", "2012", &err);
    ck_assert_int_eq(store_commit(w, &err), TRACUU_OK);
    store_writer_free(w);
}

static store_reader *
opened(void)
{
    tracuu_error err;
    store_reader *r;
    tracuu_status status = store_reader_open(&r, path, &err);

    ck_assert_msg(status == TRACUU_OK, "%s", err.message);
    return r;
}

static store_matches
found(store_reader *r, arena *a, const store_node *nodes, size_t count)
{
    store_match match = {.query = nodes,
        .node_count = count,
        .limit = 10,
        .check_at_least = 100};
    store_matches out;
    tracuu_error err;

    ck_assert_int_eq(store_find(r, a, &match, &out, &err), TRACUU_OK);
    return out;
}

START_TEST(finds_what_each_operator_asks_for)
{
    store_node dat = {.op = STORE_TERM, .term = SPAN("dat")};
    store_node dai = {.op = STORE_TERM, .term = SPAN("dai")};
    store_node dao = {.op = STORE_TERM, .term = SPAN("dao")};
    store_node prefix = {.op = STORE_PREFIX, .term = SPAN("da")};
    store_node start = {.op = STORE_START, .term = SPAN("da")};
    store_node all = {.op = STORE_EVERYTHING}, none = {.op = STORE_NOTHING};
    store_node range = {.op = STORE_RANGE,
        .slot = 10,
        .from = SPAN("2000"),
        .to = SPAN("2013")};
    store_node both[3] = {{.op = STORE_AND, .children = 2}, dat, dai};
    store_node either[3] = {{.op = STORE_OR, .children = 2}, dai, dao};
    store_node maybe[3] = {{.op = STORE_MAYBE, .children = 2}, dai, dao};
    store_node without[3] = {{.op = STORE_WITHOUT, .children = 2}, dat, dai};
    store_node filter[3] = {{.op = STORE_FILTER, .children = 2}, dat, range};
    struct {
        store_node *nodes;
        size_t count, hits;
    } table[] = {{&dat, 1, 3}, {&prefix, 1, 4}, {&start, 1, 4}, {&all, 1, 4},
        {&none, 1, 0}, {&range, 1, 2}, {both, 3, 2}, {either, 3, 3},
        {maybe, 3, 2}, {without, 3, 1}, {filter, 3, 1}};
    arena a = ARENA_INIT;
    store_reader *r;

    fill(STORE_SCRATCH);
    r = opened();
    for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
        store_matches m = found(r, &a, table[i].nodes, table[i].count);

        ck_assert_msg(
            m.hit_count == table[i].hits, "row %zu: %zu hits", i, m.hit_count);
        ck_assert_uint_eq(m.at_least, table[i].hits);
    }
    store_reader_free(r);
    arena_release(&a);
}
END_TEST

START_TEST(ranks_by_weight_and_by_value)
{
    store_node dat = {.op = STORE_TERM, .term = SPAN("dat")};
    store_match match = {.query = &dat,
        .node_count = 1,
        .limit = 3,
        .sort = true,
        .sort_slot = 10,
        .count_slot = true,
        .slot = 10};
    arena a = ARENA_INIT;
    store_matches m;
    store_reader *r;

    fill(STORE_SCRATCH);
    r = opened();
    ck_assert_int_eq(store_find(r, &a, &match, &m, NULL), TRACUU_OK);
    ck_assert_uint_eq(m.hits[0].entry, 3);
    ck_assert_uint_eq(m.hits[2].entry, 2);
    ck_assert_uint_eq(m.value_count, 3);
    match.sort_ascending = true;
    ck_assert_int_eq(store_find(r, &a, &match, &m, NULL), TRACUU_OK);
    ck_assert_uint_eq(m.hits[0].entry, 2);
    match.sort = false;
    ck_assert_int_eq(store_find(r, &a, &match, &m, NULL), TRACUU_OK);
    ck_assert(m.hits[0].weight > 0);
    ck_assert(m.hits[0].weight >= m.hits[1].weight);
    match.weightless = true;
    ck_assert_int_eq(store_find(r, &a, &match, &m, NULL), TRACUU_OK);
    ck_assert(m.hits[0].weight == 0);
    ck_assert_uint_eq(m.hits[0].entry, 1);
    store_reader_free(r);
    arena_release(&a);
}
END_TEST

START_TEST(refuses_a_query_that_is_no_tree)
{
    store_node lonely = {.op = STORE_AND, .children = 2};
    store_node two[2] = {{.op = STORE_EVERYTHING}, {.op = STORE_EVERYTHING}};
    store_match match = {.query = &lonely, .node_count = 1, .limit = 3};
    arena a = ARENA_INIT;
    store_matches m;
    store_reader *r;

    fill(STORE_SCRATCH);
    r = opened();
    ck_assert_int_eq(store_find(r, &a, &match, &m, NULL), TRACUU_USAGE);
    match.query = two;
    match.node_count = 2;
    ck_assert_int_eq(store_find(r, &a, &match, &m, NULL), TRACUU_USAGE);
    store_reader_free(r);
    arena_release(&a);
}
END_TEST

START_TEST(shows_only_what_is_committed)
{
    uint64_t revision;
    tracuu_error err;
    store_writer *w;
    store_reader *r;

    fill(STORE_LIVE);
    ck_assert_int_eq(store_writer_open(&w, path, STORE_LIVE, &err), TRACUU_OK);
    add(w, "dat moi", "2025", &err);
    ck_assert_int_eq(store_delete(w, SPAN("dao"), &err), TRACUU_OK);
    store_writer_free(w);
    r = opened();
    ck_assert_uint_eq(store_frequency(r, SPAN("dat")), 3);
    ck_assert_uint_eq(store_frequency(r, SPAN("dao")), 1);
    ck_assert_int_eq(store_writer_open(&w, path, STORE_LIVE, &err), TRACUU_OK);
    add(w, "dat moi", "2025", &err);
    ck_assert_int_eq(store_commit(w, &err), TRACUU_OK);
    ck_assert_int_eq(store_delete(w, SPAN("dao"), &err), TRACUU_OK);
    ck_assert_int_eq(store_commit(w, &err), TRACUU_OK);
    revision = store_revision(r);
    ck_assert_int_eq(store_reopen(r, &err), TRACUU_OK);
    ck_assert_uint_ne(store_revision(r), revision);
    ck_assert_uint_eq(store_frequency(r, SPAN("dat")), 4);
    ck_assert_uint_eq(store_frequency(r, SPAN("dao")), 0);
    store_writer_free(w);
    store_reader_free(r);
}
END_TEST

START_TEST(a_reader_survives_many_commits)
{
    arena a = ARENA_INIT;
    store_node dat = {.op = STORE_TERM, .term = SPAN("dat")};
    store_entry entry = {0};
    store_term term = {SPAN("dat"), 1};
    store_writer *w;
    store_reader *r;

    fill(STORE_LIVE);
    r = opened();
    entry.terms = &term;
    entry.term_count = 1;
    ck_assert_int_eq(store_writer_open(&w, path, STORE_LIVE, NULL), TRACUU_OK);
    for (int i = 0; i < 5; i++) {
        for (int k = 0; k < 500; k++)
            ck_assert_int_eq(store_add(w, &entry, NULL), TRACUU_OK);
        ck_assert_int_eq(store_commit(w, NULL), TRACUU_OK);
    }
    ck_assert_uint_ge(found(r, &a, &dat, 1).estimated, 3);
    store_writer_free(w);
    store_reader_free(r);
    arena_release(&a);
}
END_TEST

START_TEST(replaces_by_a_term)
{
    store_term term = {SPAN("Q1"), 0}, words = {SPAN("bien"), 2};
    store_entry first = {&term, 1, NULL, 0, SPAN("one")};
    store_term both[2] = {term, words};
    store_entry second = {both, 2, NULL, 0, SPAN("two")};
    arena a = ARENA_INIT;
    store_writer *w;
    store_reader *r;
    span data;

    begin();
    ck_assert_int_eq(store_writer_open(&w, path, STORE_LIVE, NULL), TRACUU_OK);
    store_replace(w, SPAN("Q1"), &first, NULL);
    store_replace(w, SPAN("Q1"), &second, NULL);
    store_commit(w, NULL);
    r = opened();
    ck_assert_uint_eq(store_frequency(r, SPAN("Q1")), 1);
    ck_assert_int_eq(store_data(r, &a, 1, &data, NULL), TRACUU_OK);
    ck_assert_span_eq(data, "two");
    store_writer_free(w);
    store_reader_free(r);
    arena_release(&a);
}
END_TEST

START_TEST(refuses_terms_that_would_fail_later)
{
    char longest[STORE_TERM_MAX + 1];
    span bad[] = {{"a\0b", 3}, {NULL, 0}, {longest, sizeof longest}};
    tracuu_error err;
    store_writer *w;

    memset(longest, 'x', sizeof longest);
    begin();
    ck_assert_int_eq(
        store_writer_open(&w, path, STORE_SCRATCH, &err), TRACUU_OK);
    for (size_t i = 0; i < 3; i++) {
        store_term term = {bad[i], 1};
        store_entry entry = {&term, 1, NULL, 0, {NULL, 0}};

        ck_assert_int_eq(store_add(w, &entry, &err), TRACUU_USAGE);
        ck_assert_int_eq(store_delete(w, bad[i], &err), TRACUU_USAGE);
    }
    bad[2].len = STORE_TERM_MAX;
    ck_assert_int_eq(store_delete(w, bad[2], &err), TRACUU_OK);
    ck_assert_int_eq(store_commit(w, &err), TRACUU_OK);
    store_writer_free(w);
}
END_TEST

START_TEST(keeps_metadata_and_values)
{
    const uint32_t entries[] = {2, 3, 9};
    span values[3];
    arena a = ARENA_INIT;
    store_writer *w;
    store_reader *r;
    span out;

    fill(STORE_LIVE);
    ck_assert_int_eq(store_writer_open(&w, path, STORE_LIVE, NULL), TRACUU_OK);
    store_set_metadata(w, SPAN("tracuu.format"), SPAN("1"), NULL);
    store_commit(w, NULL);
    r = opened();
    store_metadata(r, &a, SPAN("tracuu.format"), &out, NULL);
    ck_assert_span_eq(out, "1");
    store_metadata(r, &a, SPAN("absent"), &out, NULL);
    ck_assert_uint_eq(out.len, 0);
    store_value_of(r, &a, 3, 10, &out, NULL);
    ck_assert_span_eq(out, "2024");
    ck_assert_int_eq(store_data(r, &a, 99, &out, NULL), TRACUU_NOT_FOUND);
    ck_assert_int_eq(
        store_values_of(r, &a, 10, entries, 3, values, NULL), TRACUU_OK);
    ck_assert_span_eq(values[0], "1945");
    ck_assert_span_eq(values[1], "2024");
    ck_assert_uint_eq(values[2].len, 0);
    store_writer_free(w);
    store_reader_free(r);
    arena_release(&a);
}
END_TEST

/* What a walk has shown, blank-separated; stops after `most`. */
typedef struct shown {
    char text[200];
    int most;
} shown;

static bool
show(shown *s, span item)
{
    size_t used = strlen(s->text);

    snprintf(s->text + used, sizeof s->text - used, "%.*s ", SPAN_PRINT(item));
    return --s->most > 0;
}

static bool
show_term(void *payload, span term, uint32_t frequency)
{
    (void)frequency;
    return show(payload, term);
}

static bool
show_entry(void *payload, uint32_t entry)
{
    char digit = (char)('0' + entry);

    return show(payload, (span){&digit, 1});
}

static bool
show_value(void *payload, uint32_t entry, span bytes)
{
    (void)entry;
    return show(payload, bytes);
}

START_TEST(walks_in_order_and_stops_when_told)
{
    shown s;
    store_reader *r;

    fill(STORE_LIVE);
    r = opened();
    s = (shown){"", 99};
    store_walk_terms(r, SPAN("da"), (span){0}, show_term, &s, NULL);
    ck_assert_str_eq(s.text, "dai dao dat ");
    s = (shown){"", 1};
    store_walk_terms(r, SPAN("da"), SPAN("dak"), show_term, &s, NULL);
    ck_assert_str_eq(s.text, "dao ");
    s = (shown){"", 99};
    store_walk_entries(r, SPAN("dat"), show_entry, &s, NULL);
    ck_assert_str_eq(s.text, "1 2 3 ");
    s = (shown){"", 2};
    store_walk_entries(r, (span){0}, show_entry, &s, NULL);
    ck_assert_str_eq(s.text, "1 2 ");
    s = (shown){"", 3};
    store_walk_values(r, 10, show_value, &s, NULL);
    ck_assert_str_eq(s.text, "2013 1945 2024 ");
    store_reader_free(r);
}
END_TEST

START_TEST(tells_what_keeps_an_index_from_opening)
{
    tracuu_error err;
    store_writer *w, *second;
    store_reader *r;
    char file[128];
    int fd;

    begin();
    ck_assert_int_eq(store_reader_open(&r, path, &err), TRACUU_INDEX_MISSING);
    ck_assert_ptr_null(r);
    fill(STORE_LIVE);
    ck_assert_int_eq(store_writer_open(&w, path, STORE_LIVE, &err), TRACUU_OK);
    ck_assert_int_eq(store_writer_open(&second, path, STORE_LIVE, &err),
        TRACUU_INDEX_LOCKED);
    store_writer_free(w);
    snprintf(file, sizeof file, "%s/iamglass", path);
    fd = open(file, O_WRONLY | O_TRUNC);
    ck_assert_int_ge(fd, 0);
    close(fd);
    ck_assert_int_eq(store_reader_open(&r, path, &err), TRACUU_INDEX_DAMAGED);
    snprintf(file, sizeof file, "%s/no/such/folder", path);
    ck_assert_int_eq(store_writer_open(&w, file, STORE_LIVE, &err), TRACUU_IO);
}
END_TEST

START_TEST(merges_in_order)
{
    enum { MANY = 70 }; /* more than are open at once */
    static char names[MANY][128];
    const char *paths[MANY];
    char out[128];
    arena a = ARENA_INIT;
    tracuu_error err;
    store_reader *r;
    span data;

    begin();
    for (int i = 0; i < MANY; i++) {
        char word[16];
        store_writer *w;

        snprintf(word, sizeof word, "w%d", i);
        snprintf(names[i], sizeof names[i], "%s/%d", folder, i);
        paths[i] = names[i];
        ck_assert_int_eq(
            store_writer_open(&w, names[i], STORE_SCRATCH, &err), TRACUU_OK);
        add(w, word, "2000", &err);
        ck_assert_int_eq(store_commit(w, &err), TRACUU_OK);
        store_writer_free(w);
    }
    snprintf(out, sizeof out, "%s/all", folder);
    ck_assert_msg(
        store_compact(paths, MANY, out, &err) == TRACUU_OK, "%s", err.message);
    snprintf(path, sizeof path, "%s", out);
    r = opened();
    for (uint32_t i = 1; i <= MANY; i++) {
        char word[16];

        snprintf(word, sizeof word, "w%u", i - 1);
        ck_assert_int_eq(store_data(r, &a, i, &data, &err), TRACUU_OK);
        ck_assert_span_eq(data, word);
    }
    store_reader_free(r);
    snprintf(out, sizeof out, "%s/empty", folder);
    ck_assert_int_eq(store_compact(NULL, 0, out, &err), TRACUU_OK);
    snprintf(path, sizeof path, "%s", out);
    store_reader_free(opened());
    arena_release(&a);
}
END_TEST

START_TEST(checks_every_block)
{
    char file[128], junk[9000];
    tracuu_error err;
    int fd;

    fill(STORE_LIVE);
    ck_assert_int_eq(store_check(path, &err), TRACUU_OK);
    snprintf(file, sizeof file, "%s/postlist.glass", path);
    memset(junk, 0xA5, sizeof junk);
    fd = open(file, O_WRONLY);
    ck_assert_int_ge(fd, 0);
    ck_assert_int_eq(write(fd, junk, sizeof junk), sizeof junk);
    close(fd);
    ck_assert_int_eq(store_check(path, &err), TRACUU_INDEX_DAMAGED);
    folder_remove();
    ck_assert_int_eq(store_check(path, &err), TRACUU_INDEX_MISSING);
}
END_TEST

UNIT_MAIN("store", finds_what_each_operator_asks_for,
    ranks_by_weight_and_by_value, refuses_a_query_that_is_no_tree,
    shows_only_what_is_committed, a_reader_survives_many_commits,
    replaces_by_a_term, refuses_terms_that_would_fail_later,
    keeps_metadata_and_values, walks_in_order_and_stops_when_told,
    tells_what_keeps_an_index_from_opening, merges_in_order, checks_every_block)
