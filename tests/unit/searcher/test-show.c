#include <tracuu.h>

#include "tests/unit/searcher/family.h"

/* "continues>ct48" for what it refers to, "implements<ctr59" for what refers
 * to it, in the order given. */
static const char *
edges(const char *name)
{
    static strbuf out;
    tracuu_reader *reader = shelf_open(family, FAMILY, NULL);
    tracuu_views *views;

    strbuf_clear(&out);
    ck_assert_int_eq(tracuu_show(&views, reader, name, NULL), TRACUU_OK);
    ck_assert_uint_eq(views->count, 1);
    for (size_t i = 0; i < views->at[0].outgoing_count; i++)
        strbuf_print(&out, "%s>%s ", views->at[0].outgoing[i].relation,
            views->at[0].outgoing[i].document->id);
    for (size_t i = 0; i < views->at[0].incoming_count; i++)
        strbuf_print(&out, "%s<%s ", views->at[0].incoming[i].relation,
            views->at[0].incoming[i].document->id);
    tracuu_views_free(views);
    tracuu_reader_free(reader);
    return out.ptr;
}

START_TEST(references_go_both_ways_and_copies_count_once)
{
    ck_assert_str_eq(edges("13-KL/TW"), "continues>ct48 implements<ctr59 ");
}
END_TEST

START_TEST(a_mention_that_hangs_on_another_act_is_a_citation_of_the_document)
{
    ck_assert_str_eq(
        edges(CTR59), "implements>kl13 cites>ct48 implements<kh68 ");
}
END_TEST

START_TEST(what_continues_an_act_comes_first)
{
    ck_assert_str_eq(edges("ct48"), "continues<kl13 cites<ctr59 ");
}
END_TEST

START_TEST(an_open_key_is_the_act_that_agrees)
{
    ck_assert_str_eq(edges("kh68"), "implements>ctr59 cites>" CT48_NEW " ");
}
END_TEST

START_TEST(others_tell_what_a_stub_refers_to)
{
    static const shelf_act acts[] = {{.id = "news",
        .news = true,
        .says = {{REL_CITES, .key = KL13},
            {REL_CONTINUES, .key = CT48, .hangs = 1}}}};
    tracuu_reader *reader = shelf_open(acts, 1, NULL);
    tracuu_views *views;
    const tracuu_reference *r;

    ck_assert_int_eq(tracuu_show(&views, reader, KL13, NULL), TRACUU_OK);
    ck_assert(views->at[0].document->stub);
    ck_assert_uint_eq(views->at[0].outgoing_count, 1);
    r = &views->at[0].outgoing[0];
    ck_assert_str_eq(r->relation, "continues");
    ck_assert_str_eq(r->document->id, CT48);
    ck_assert_str_eq(r->told_by->id, "news");
    ck_assert(r->news);
    tracuu_views_free(views);
    tracuu_reader_free(reader);
}
END_TEST

START_TEST(several_matches_are_listed_and_uncertain)
{
    static const shelf_act acts[] = {
        {.id = "a", .key = "d:tu.an-giang:ctr:9:n2020", .number = "9-CTr/TU"},
        {.id = "b", .key = "d:tu.ca-mau:ctr:9:n2020", .number = "9-CTr/TU"},
        {.id = "c", .says = {{REL_IMPLEMENTS, .key = "d:tu.?:ctr:9:n2020"}}}};
    tracuu_reader *reader = shelf_open(acts, 3, NULL);
    tracuu_views *views;

    ck_assert_int_eq(tracuu_show(&views, reader, "c", NULL), TRACUU_OK);
    ck_assert_uint_eq(views->at[0].outgoing_count, 2);
    ck_assert(views->at[0].outgoing[0].uncertain);
    ck_assert(views->at[0].outgoing[1].uncertain);
    tracuu_views_free(views);
    ck_assert_int_eq(tracuu_show(&views, reader, "a", NULL), TRACUU_OK);
    ck_assert_uint_eq(views->at[0].incoming_count, 1);
    ck_assert(views->at[0].incoming[0].uncertain);
    tracuu_views_free(views);
    tracuu_reader_free(reader);
}
END_TEST

START_TEST(time_and_title_tell_which_act_an_open_key_means)
{
    static const shelf_act acts[] = {
        {.id = "old",
            .key = "d:tw:ct:48:k10",
            .number = "48-CT/TW",
            .date = "2010-10-22",
            .title = "về công tác phòng, chống tội phạm"},
        {.id = "new",
            .key = "d:tw:ct:48:k13",
            .number = "48-CT/TW",
            .date = "2025-06-24",
            .title = "về quản lý trật tự xây dựng đô thị"},
        {.id = "before",
            .date = "2021-08-16",
            .says = {{REL_IMPLEMENTS, .key = "d:tw:ct:48:?"}}},
        {.id = "after",
            .date = "2026-01-16",
            .says = {{REL_IMPLEMENTS, .key = "d:tw:ct:48:?",
                .sentence = "Chỉ thị 48 về quản lý trật tự xây dựng đô thị"}}},
        {.id = "open",
            .date = "2026-02-16",
            .says = {{REL_IMPLEMENTS, .key = "d:tw:ct:48:?"}}}};
    static const struct {
        const char *id, *first;
        size_t count;
    } table[] = {{"before", "old", 1}, {"after", "new", 1}, {"open", "old", 2}};
    tracuu_reader *reader = shelf_open(acts, 5, NULL);
    tracuu_views *views;

    for (size_t i = 0; i < 3; i++) {
        ck_assert_int_eq(
            tracuu_show(&views, reader, table[i].id, NULL), TRACUU_OK);
        ck_assert_uint_eq(views->at[0].outgoing_count, table[i].count);
        ck_assert_str_eq(views->at[0].outgoing[0].document->id, table[i].first);
        ck_assert(views->at[0].outgoing[0].uncertain == (table[i].count > 1));
        tracuu_views_free(views);
    }
    ck_assert_int_eq(tracuu_show(&views, reader, "old", NULL), TRACUU_OK);
    ck_assert_uint_eq(views->at[0].incoming_count, 2);
    tracuu_views_free(views);
    tracuu_reader_free(reader);
}
END_TEST

START_TEST(copies_are_named_and_the_sentence_is_kept)
{
    tracuu_reader *reader = shelf_open(family, FAMILY, NULL);
    tracuu_views *views;

    ck_assert_int_eq(tracuu_show(&views, reader, "13-KL/TW", NULL), TRACUU_OK);
    ck_assert_uint_eq(views->at[0].copy_count, 1);
    ck_assert_str_eq(views->at[0].copies[0]->id, "kl13-copy");
    ck_assert_str_eq(
        views->at[0].incoming[0].sentence, "Thực hiện Kết luận số 13-KL/TW");
    ck_assert_str_eq(views->at[0].incoming[0].label, "Được thực hiện bởi");
    tracuu_views_free(views);
    tracuu_reader_free(reader);
}
END_TEST

START_TEST(the_cause_of_a_status_is_hidden_with_the_act)
{
    static const shelf_act acts[] = {
        {.id = "a", .key = CT48, .status = "expired", .status_cause = KL13},
        {.id = "b", .key = KL13, .label = "noi-bo"}};
    tracuu_reader *reader = shelf_open(acts, 2, "");
    tracuu_views *views;

    ck_assert_int_eq(tracuu_show(&views, reader, "a", NULL), TRACUU_OK);
    ck_assert_str_eq(views->at[0].document->status, "unknown");
    ck_assert_str_eq(views->at[0].document->status_cause, "");
    tracuu_views_free(views);
    tracuu_reader_free(reader);
}
END_TEST

START_TEST(an_act_that_rests_on_an_expired_one_says_so)
{
    static const shelf_act acts[] = {{.id = "law",
                                         .key = "s:qh:l:1:y2010",
                                         .number = "1/2010/QH12",
                                         .date = "2010-06-01",
                                         .status = "expired",
                                         .status_cause = "s:qh:l:2:y2020"},
        {.id = "decree",
            .key = "s:cp:nd:5:y2011",
            .number = "5/2011/NĐ-CP",
            .date = "2011-01-15",
            .status = "in_force",
            .says = {{.relation = REL_BASED_ON,
                         .key = "s:qh:l:1:y2010",
                         .number = "1/2010/QH12"},
                {.relation = REL_CITES, .key = "s:cp:nd:9:y2012"}}},
        {.id = "later",
            .key = "s:cp:nd:9:y2012",
            .number = "9/2012/NĐ-CP",
            .date = "2012-01-15",
            .status = "in_force"},
        {.id = "end", .key = "s:qh:l:2:y2020", .label = "noi-bo"}};
    tracuu_reader *reader = shelf_open(acts, 4, NULL);
    tracuu_views *views;

    ck_assert_int_eq(tracuu_show(&views, reader, "decree", NULL), TRACUU_OK);
    ck_assert_str_eq(views->at[0].document->rests_on, "1/2010/QH12");
    ck_assert_uint_eq(views->at[0].outgoing_count, 2);
    ck_assert(!views->at[0].outgoing[0].against_time);
    ck_assert(views->at[0].outgoing[1].against_time);
    tracuu_views_free(views);
    tracuu_reader_free(reader);
    reader = shelf_open(acts, 4, "");
    ck_assert_int_eq(tracuu_show(&views, reader, "decree", NULL), TRACUU_OK);
    ck_assert_str_eq(views->at[0].document->rests_on, "");
    tracuu_views_free(views);
    tracuu_reader_free(reader);
}
END_TEST

START_TEST(nothing_of_that_name_is_not_found)
{
    tracuu_reader *reader = shelf_open(family, FAMILY, NULL);
    tracuu_error err = {0};
    tracuu_views *views;

    ck_assert_int_eq(
        tracuu_show(&views, reader, "99-CT/TW", &err), TRACUU_NOT_FOUND);
    ck_assert_ptr_null(views);
    ck_assert_int_eq(err.status, TRACUU_NOT_FOUND);
    tracuu_reader_free(reader);
}
END_TEST

START_TEST(a_state_counts_acts_and_stubs)
{
    tracuu_reader *reader = shelf_open(family, FAMILY, NULL);
    tracuu_state *state;

    ck_assert_int_eq(tracuu_state_of(&state, reader, NULL), TRACUU_OK);
    ck_assert_uint_eq(state->documents, 5);
    ck_assert_uint_eq(state->passages, 5);
    ck_assert_uint_eq(state->keys, 5);
    ck_assert_uint_eq(state->stubs, 1);
    tracuu_state_free(state);
    ck_assert_int_eq(tracuu_verify(shelf_folder, NULL), TRACUU_OK);
    tracuu_reader_free(reader);
}
END_TEST

UNIT_MAIN("show", references_go_both_ways_and_copies_count_once,
    a_mention_that_hangs_on_another_act_is_a_citation_of_the_document,
    what_continues_an_act_comes_first, an_open_key_is_the_act_that_agrees,
    others_tell_what_a_stub_refers_to, several_matches_are_listed_and_uncertain,
    time_and_title_tell_which_act_an_open_key_means,
    copies_are_named_and_the_sentence_is_kept,
    the_cause_of_a_status_is_hidden_with_the_act,
    an_act_that_rests_on_an_expired_one_says_so,
    nothing_of_that_name_is_not_found, a_state_counts_acts_and_stubs)
