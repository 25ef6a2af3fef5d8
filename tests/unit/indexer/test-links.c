#include "indexer/links.h"

#include "common/document/fields.h"
#include "common/document/timeline.h"
#include "indexer/terms.h"
#include "indexer/update-stored.h"
#include "tests/unit/folder.h"

static store_writer *passages, *documents;
static store_reader *reader;
static tracuu_error err;

static void
begin(void)
{
    folder_make();
    ck_assert_int_eq(
        store_writer_open(&passages, folder_path("p"), STORE_LIVE, &err),
        TRACUU_OK);
    ck_assert_int_eq(
        store_writer_open(&documents, folder_path("d"), STORE_LIVE, &err),
        TRACUU_OK);
}

/* An act that says one thing of another, in these words with the mention in
 * brackets. */
static void
add(const char *key, const char *number, uint16_t year, relation says,
    const char *of, const char *words)
{
    arena a = ARENA_INIT;
    char sentence[256] = "";
    record_mention m = {.relation = says,
        .key = span_of(of),
        .head = HEAD_DOCUMENT,
        .confidence = 0.9};
    record r = {.id = span_of(key),
        .key = span_of(key),
        .number = span_of(number),
        .date = {year, 1, 2},
        .timeline = SPAN("in_force")};
    store_term term = {terms_passages_of(&a, r.id), 0};
    store_entry entry = {&term, 1, NULL, 0, SPAN("\ntext")};

    ck_assert_int_eq(store_add(passages, &entry, &err), TRACUU_OK);
    if (of) {
        const char *open = strchr(words, '['), *close = strchr(words, ']');

        snprintf(sentence, sizeof sentence, "%.*s%.*s%s", (int)(open - words),
            words, (int)(close - open - 1), open + 1, close + 1);
        m.sentence = span_of(sentence);
        m.at = (size_t)(open - words);
        m.at_end = (size_t)(close - words) - 1;
        r.mentions = &m;
        r.mention_count = 1;
    }
    entry = terms_document(&a, &r);
    ck_assert_int_eq(store_add(documents, &entry, &err), TRACUU_OK);
    arena_release(&a);
}

/* Computes all statuses, then checks one, in the record and in both
 * databases. */
static void
check(const char *key, const char *status, const char *cause)
{
    date today = status_day(NULL);
    arena a = ARENA_INIT;
    map keys = MAP_INIT;
    status_verdict verdict;
    store_reader *p;
    record r;

    ck_assert_int_eq(store_commit(passages, &err), TRACUU_OK);
    ck_assert_int_eq(store_commit(documents, &err), TRACUU_OK);
    ck_assert_int_eq(
        store_reader_open(&reader, folder_path("d"), &err), TRACUU_OK);
    ck_assert_int_eq(links_all(&keys, &a, reader, &err), TRACUU_OK);
    ck_assert_int_eq(
        links_update(passages, documents, reader, &keys, today, &err),
        TRACUU_OK);
    ck_assert_int_eq(store_commit(passages, &err), TRACUU_OK);
    ck_assert_int_eq(store_commit(documents, &err), TRACUU_OK);
    store_reopen(reader, &err);
    ck_assert_int_eq(
        stored_by_id(reader, &a, span_of(key), &r, &err), TRACUU_OK);
    verdict = timeline_at(r.timeline, today);
    ck_assert_span_eq(verdict.status, status);
    ck_assert_span_eq(verdict.cause, cause);
    if (cause[0]) {
        span term = field_term(&a, "XS", span_of(status));

        ck_assert_int_eq(
            store_reader_open(&p, folder_path("p"), &err), TRACUU_OK);
        ck_assert_uint_eq(store_frequency(p, term), 1);
        ck_assert_uint_eq(store_frequency(reader, term), 1);
        store_reader_free(p);
    }
    store_reader_free(reader);
    store_writer_free(passages);
    store_writer_free(documents);
    map_release(&keys);
    arena_release(&a);
}

START_TEST(an_act_expires_when_a_later_one_replaces_it)
{
    begin();
    add("s:cp:nd:110:y2004", "110/2004/NĐ-CP", 2004, REL_SELF, NULL, NULL);
    add("s:cp:nd:30:y2020", "30/2020/NĐ-CP", 2020, REL_REPLACES,
        "s:cp:nd:110:y2004", "thay thế [Nghị định số 110/2004/NĐ-CP]");
    check("s:cp:nd:110:y2004", "expired", "s:cp:nd:30:y2020");
}
END_TEST

START_TEST(a_part_of_an_act_is_not_the_act)
{
    begin();
    add("s:cp:nd:110:y2004", "110/2004/NĐ-CP", 2004, REL_SELF, NULL, NULL);
    add("s:cp:nd:30:y2020", "30/2020/NĐ-CP", 2020, REL_REPEALS,
        "s:cp:nd:110:y2004",
        "bãi bỏ một số điều của [Nghị định số 110/2004/NĐ-CP]");
    check("s:cp:nd:110:y2004", "partly_expired", "s:cp:nd:30:y2020");
}
END_TEST

START_TEST(a_lower_organ_changes_nothing)
{
    begin();
    add("s:cp:nd:110:y2004", "110/2004/NĐ-CP", 2004, REL_SELF, NULL, NULL);
    add("s:bnv:tt:1:y2020", "01/2020/TT-BNV", 2020, REL_REPLACES,
        "s:cp:nd:110:y2004", "thay thế [Nghị định số 110/2004/NĐ-CP]");
    check("s:cp:nd:110:y2004", "in_force", "");
}
END_TEST

START_TEST(an_open_key_counts_when_it_can_mean_one_act_only)
{
    begin();
    add("d:tw:ct:48:k10", "48-CT/TW", 2010, REL_SELF, NULL, NULL);
    add("d:tw:kl:13:k13", "13-KL/TW", 2021, REL_REPLACES, "d:tw:ct:48:?",
        "thay thế [Chỉ thị số 48-CT/TW]");
    check("d:tw:ct:48:k10", "expired", "d:tw:kl:13:k13");
}
END_TEST

START_TEST(an_open_key_that_can_mean_two_acts_changes_none)
{
    begin();
    add("d:tw:ct:48:k10", "48-CT/TW", 2010, REL_SELF, NULL, NULL);
    add("d:tw:ct:48:k13", "48-CT/TW", 2025, REL_SELF, NULL, NULL);
    add("d:tw:kl:13:k13", "13-KL/TW", 2025, REL_REPLACES, "d:tw:ct:48:?",
        "thay thế [Chỉ thị số 48-CT/TW]");
    check("d:tw:ct:48:k10", "in_force", "");
}
END_TEST

UNIT_MAIN("links", an_act_expires_when_a_later_one_replaces_it,
    a_part_of_an_act_is_not_the_act, a_lower_organ_changes_nothing,
    an_open_key_counts_when_it_can_mean_one_act_only,
    an_open_key_that_can_mean_two_acts_changes_none)
