#include <stdio.h>
#include <unistd.h>

#include "common/base/file.h"
#include "common/store/store.h"
#include "tests/unit/folder.h"
#include "tests/unit/unit.h"

enum { ENTRIES = 2000, SLOT = 10 };

/* A database of entries that all have the word "dat" and one of their own. */
static store_reader *
open_many(void)
{
    char path[96], own[16];
    store_writer *w;
    store_reader *r;

    folder_make();
    snprintf(path, sizeof path, "%s/db", folder);
    ck_assert_int_eq(
        store_writer_open(&w, path, STORE_SCRATCH, NULL), TRACUU_OK);
    for (unsigned i = 0; i < ENTRIES; i++) {
        store_term terms[] = {
            {SPAN("dat"), 1}, {span_of(own), 1}, {SPAN("do dai"), 1}};
        store_value value = {SLOT, span_of(own)};
        store_entry entry = {terms, 3, &value, 1, SPAN("")};

        snprintf(own, sizeof own, "w%04u", i);
        terms[1].name = value.bytes = span_of(own);
        ck_assert_int_eq(store_add(w, &entry, NULL), TRACUU_OK);
    }
    ck_assert_int_eq(store_commit(w, NULL), TRACUU_OK);
    store_writer_free(w);
    ck_assert_int_eq(store_reader_open(&r, path, NULL), TRACUU_OK);
    return r;
}

static size_t
matches_of(store_reader *r, store_op op, span term)
{
    const store_node query[] = {{.op = op, .term = term, .factor = 1}};
    store_match match = {.query = query,
        .node_count = 1,
        .limit = ENTRIES,
        .check_at_least = ENTRIES};
    arena a = ARENA_INIT;
    store_matches out;
    size_t count;

    ck_assert_int_eq(store_find(r, &a, &match, &out, NULL), TRACUU_OK);
    count = out.hit_count;
    arena_release(&a);
    return count;
}

static size_t
matches(store_reader *r)
{
    return matches_of(r, STORE_TERM, SPAN("dat"));
}

static bool
count_term(void *payload, span term, uint32_t frequency)
{
    (void)term, (void)frequency;
    return ++*(size_t *)payload;
}

static bool
count_entry(void *payload, uint32_t entry)
{
    (void)entry;
    return ++*(size_t *)payload;
}

static bool
count_value(void *payload, uint32_t entry, span bytes)
{
    (void)entry, (void)bytes;
    return ++*(size_t *)payload;
}

/* What a match and each walk see. */
static void
see(size_t out[4], store_reader *r)
{
    const span none = {NULL, 0};

    out[0] = matches(r);
    out[1] = out[2] = out[3] = 0;
    store_walk_terms(r, SPAN("w"), none, count_term, &out[1], NULL);
    store_walk_entries(r, SPAN("dat"), count_entry, &out[2], NULL);
    store_walk_values(r, SLOT, count_value, &out[3], NULL);
}

START_TEST(a_limit_that_is_not_reached_changes_nothing)
{
    store_reader *r = open_many();
    deadline until = {0};
    size_t seen[4];

    for (int limited = 0; limited < 3; limited++) {
        if (limited)
            store_limit(r, &until);
        deadline_start(&until, limited == 2 ? UINT64_MAX : 0);
        see(seen, r);
        for (size_t i = 0; i < 4; i++)
            ck_assert_uint_eq(seen[i], ENTRIES);
    }
    store_reader_free(r);
}
END_TEST

START_TEST(when_it_is_late_only_the_first_items_are_looked_at)
{
    store_reader *r = open_many();
    deadline until = {.end = 1, .passed = true};
    size_t seen[4];

    store_limit(r, &until);
    see(seen, r);
    for (size_t i = 0; i < 4; i++) {
        ck_assert_uint_ge(seen[i], STORE_SURE);
        ck_assert_uint_le(seen[i], STORE_SURE + 1);
    }
    store_reader_free(r);
}
END_TEST

START_TEST(a_prefix_stands_for_so_many_terms)
{
    store_reader *r = open_many();

    ck_assert_uint_eq(matches_of(r, STORE_PREFIX, SPAN("w")), 100);
    ck_assert_uint_eq(matches_of(r, STORE_PREFIX, SPAN("d")), ENTRIES);
    ck_assert_uint_eq(matches_of(r, STORE_PREFIX, SPAN("do")), ENTRIES);
    ck_assert_uint_eq(matches_of(r, STORE_START, SPAN("do")), 0);
    ck_assert_uint_eq(matches_of(r, STORE_START, SPAN("d")), ENTRIES);
    store_reader_free(r);
}
END_TEST

UNIT_MAIN("limit", a_prefix_stands_for_so_many_terms,
    a_limit_that_is_not_reached_changes_nothing,
    when_it_is_late_only_the_first_items_are_looked_at)
