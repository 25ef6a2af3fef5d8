#include "tests/unit/searcher/small.h"

static uint64_t looks;

/* A clock that goes on by one when somebody looks: each moment at which a
 * request can run out of time is one of them. */
static uint64_t
count_looks(void)
{
    return ++looks;
}

/* An act that `count` others carry out. */
static tracuu_reader *
open_acts(unsigned count)
{
    strbuf records = STRBUF_INIT;
    tracuu_reader *reader;

    strbuf_add_string(&records,
        "{\"id\":\"act\",\"number\":\"48-CT/TW\",\"kind\":\"chỉ thị\","
        "\"issuer\":\"Bộ Chính trị\",\"date\":\"2010-10-22\","
        "\"title\":\"về phòng, chống tội phạm\","
        "\"text\":\"Phòng ngừa tội phạm từ cơ sở. Giữ gìn trật tự.\"}\n");
    for (unsigned i = 0; i < count; i++)
        strbuf_print(&records,
            "{\"id\":\"plan%u\",\"number\":\"%u/KH-UBND\",\"kind\":\"kế "
            "hoạch\",\"date\":\"2021-03-01\",\"title\":\"Kế hoạch phòng, "
            "chống tội phạm số %u\",\"text\":\"Thực hiện Chỉ thị số 48-CT/TW "
            "ngày 22/10/2010 của Bộ Chính trị về tội phạm.\"}\n",
            i, i + 1, i);
    reader = small_open(records.ptr);
    strbuf_release(&records);
    reader->until.clock = count_looks;
    return reader;
}

static const char *const lines[] = {"tội phạm", "\"tội phạm\"", "toi pham*",
    "48-CT/TW", "thực hiện:48-CT/TW**", "loại:\"kế hoạch\"",
    "chi thi 48 toi pham -thue OR (ke hoach)"};

/* Asks with time for `limit` looks; true if the answer is whole. */
static bool
is_whole(tracuu_reader *reader, const char *line, uint64_t limit)
{
    tracuu_search_options options = {.deadline_us = limit};
    tracuu_hits *hits;
    bool whole;

    looks = 0;
    ck_assert_int_eq(
        tracuu_search(&hits, reader, line, &options, NULL), TRACUU_OK);
    whole = !hits->partial;
    ck_assert_uint_ge(hits->total, hits->count);
    for (size_t i = 0; i < hits->count; i++)
        ck_assert(hits->at[i].document->id[0]);
    tracuu_hits_free(hits);
    return whole;
}

START_TEST(a_search_may_run_out_of_time_at_any_moment)
{
    tracuu_reader *reader = open_acts(40);

    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++) {
        uint64_t limit = 1;

        ck_assert_msg(!is_whole(reader, lines[i], limit), "%s", lines[i]);
        while (!is_whole(reader, lines[i], ++limit))
            ck_assert_uint_lt(limit, 100000);
        ck_assert(is_whole(reader, lines[i], limit + 100));
    }
    tracuu_reader_free(reader);
}
END_TEST

START_TEST(what_was_found_in_time_is_given)
{
    tracuu_search_options options = {.deadline_us = 1};
    tracuu_reader *reader = open_acts(40);
    tracuu_hits *hits;

    ck_assert_int_eq(
        tracuu_search(&hits, reader, "tội phạm", &options, NULL), TRACUU_OK);
    ck_assert(hits->partial);
    ck_assert(!hits->total_exact);
    ck_assert_uint_eq(hits->facet_count, 0);
    ck_assert_str_eq(hits->suggestion, "");
    ck_assert_uint_gt(hits->count, 0);
    ck_assert_uint_gt(hits->at[0].passage_count, 0);
    ck_assert(hits->at[0].passages[0].snippet[0]);
    tracuu_hits_free(hits);
    tracuu_reader_free(reader);
}
END_TEST

enum { SHOW = 1, RELATED = 2, GRAPH = 4, SUGGEST = 8, ALL = 15 };

/* Asks all other requests, which take the time of their reader; returns those
 * that were not whole. */
static int
ask_partial(tracuu_reader *reader, uint64_t limit)
{
    tracuu_views *views;
    tracuu_relatives *relatives;
    tracuu_graph *graph;
    tracuu_suggestions *list;
    int partial = 0;

    reader->deadline_us = limit;
    looks = 0;
    ck_assert_int_eq(tracuu_show(&views, reader, "48-CT/TW", NULL), TRACUU_OK);
    partial |= views->partial ? SHOW : 0;
    looks = 0;
    ck_assert_int_eq(
        tracuu_related(&relatives, reader, "48-CT/TW", 0, NULL), TRACUU_OK);
    partial |= relatives->partial ? RELATED : 0;
    looks = 0;
    ck_assert_int_eq(
        tracuu_graph_of(&graph, reader, "48-CT/TW", 2, NULL), TRACUU_OK);
    partial |= graph->partial ? GRAPH : 0;
    looks = 0;
    ck_assert_int_eq(
        tracuu_suggest(&list, reader, "ke hoach", 0, NULL), TRACUU_OK);
    partial |= list->partial ? SUGGEST : 0;
    tracuu_views_free(views);
    tracuu_relatives_free(relatives);
    tracuu_graph_free(graph);
    tracuu_suggestions_free(list);
    return partial;
}

START_TEST(every_other_request_may_run_out_of_time_at_any_moment)
{
    tracuu_reader *reader = open_acts(12);
    uint64_t limit = 1;

    ck_assert_int_eq(ask_partial(reader, limit), ALL);
    while (ask_partial(reader, ++limit))
        ck_assert_uint_lt(limit, 100000);
    ck_assert_int_eq(ask_partial(reader, 0), 0);
    tracuu_reader_free(reader);
}
END_TEST

START_TEST(the_request_behind_a_late_one_is_whole)
{
    tracuu_reader *reader = open_acts(40);

    ck_assert(!is_whole(reader, "tội phạm", 1));
    ck_assert(is_whole(reader, "tội phạm", 0));
    tracuu_reader_free(reader);
}
END_TEST

UNIT_MAIN("deadline", a_search_may_run_out_of_time_at_any_moment,
    what_was_found_in_time_is_given,
    every_other_request_may_run_out_of_time_at_any_moment,
    the_request_behind_a_late_one_is_whole)
