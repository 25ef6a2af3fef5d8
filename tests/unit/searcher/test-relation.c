#include "tests/unit/searcher/family.h"

static void
check_ids(tracuu_reader *reader, const char *line, const char *want)
{
    strbuf ids = STRBUF_INIT;
    tracuu_hits *hits;
    tracuu_error err = {0};

    ck_assert_msg(tracuu_search(&hits, reader, line, NULL, &err) == TRACUU_OK,
        "'%s': %s", line, err.message);
    strbuf_add_string(&ids, "");
    for (size_t i = 0; i < hits->count; i++)
        strbuf_print(&ids, "%s%s", i ? " " : "", hits->at[i].document->id);
    ck_assert_msg(!strcmp(ids.ptr ? ids.ptr : "", want), "'%s' finds '%s'",
        line, ids.ptr ? ids.ptr : "");
    strbuf_release(&ids);
    tracuu_hits_free(hits);
}

START_TEST(what_a_document_tells_of_others_is_not_said_of_itself)
{
    tracuu_reader *reader = shelf_open(family, FAMILY, NULL);

    check_ids(reader, "thực hiện:" KL13, "ctr59");
    check_ids(reader, "tiếp tục:" CT48, "kl13");
    check_ids(reader, "thực hiện:" CT48, "");
    tracuu_reader_free(reader);
}
END_TEST

START_TEST(a_closure_goes_through_what_keeps_the_act_alive)
{
    tracuu_reader *reader = shelf_open(family, FAMILY, NULL);

    check_ids(reader, "thực hiện:" CT48 "**", "kh68 ctr59 kl13");
    check_ids(reader, "thực hiện:\"48-CT/TW khóa X\"** chống", "ctr59 kl13");
    tracuu_reader_free(reader);
}
END_TEST

START_TEST(a_closure_goes_through_an_act_that_nobody_has)
{
    static const shelf_act acts[] = {
        {.id = "ct48", .key = CT48, .number = "48-CT/TW", .text = "a"},
        {.id = "ctr59",
            .key = CTR59,
            .number = "59-CTr/TU",
            .text = "b",
            .says = {{.relation = REL_IMPLEMENTS, .key = KL13},
                {.relation = REL_CONTINUES, .key = CT48, .hangs = 1}}}};
    tracuu_reader *reader = shelf_open(acts, sizeof acts / sizeof *acts, NULL);

    check_ids(reader, "thực hiện:" CT48 "**", "ctr59");
    check_ids(reader, "tiếp tục:" CT48, "");
    tracuu_reader_free(reader);
}
END_TEST

START_TEST(an_edge_has_two_ends)
{
    static const shelf_act acts[] = {{.id = "old",
                                         .key = "s:cp:nd:1:y2010",
                                         .number = "01/2010/NĐ-CP",
                                         .text = "a"},
        {.id = "new",
            .key = "s:cp:nd:2:y2020",
            .number = "02/2020/NĐ-CP",
            .text = "b",
            .says = {{.relation = REL_REPLACES, .key = "s:cp:nd:1:y2010"}}},
        {.id = "note",
            .key = "s:cp:nd:3:y2020",
            .number = "03/2020/NĐ-CP",
            .text = "c",
            .says = {{.relation = REL_AMENDED_BY, .key = "s:cp:nd:4:y2021"}}},
        {.id = "late",
            .key = "s:cp:nd:4:y2021",
            .number = "04/2021/NĐ-CP",
            .text = "d"}};
    tracuu_reader *reader = shelf_open(acts, sizeof acts / sizeof *acts, NULL);

    check_ids(reader, "thay thế:s:cp:nd:1:y2010", "new");
    check_ids(reader, "bị thay thế bởi:s:cp:nd:2:y2020", "old");
    check_ids(reader, "được sửa đổi bởi:s:cp:nd:4:y2021", "note");
    check_ids(reader, "sửa đổi:s:cp:nd:3:y2020", "late");
    tracuu_reader_free(reader);
}
END_TEST

START_TEST(what_may_not_be_seen_is_no_step)
{
    static const shelf_act acts[] = {
        {.id = "ct48", .key = CT48, .number = "48-CT/TW", .text = "a"},
        {.id = "kl13",
            .key = KL13,
            .text = "b",
            .label = "secret",
            .says = {{.relation = REL_IMPLEMENTS, .key = CT48}}}};
    tracuu_reader *reader = shelf_open(acts, sizeof acts / sizeof *acts, "");

    check_ids(reader, "thực hiện:" CT48, "");
    tracuu_reader_free(reader);
    reader = shelf_open(acts, sizeof acts / sizeof *acts, "secret");
    check_ids(reader, "thực hiện:" CT48, "kl13");
    tracuu_reader_free(reader);
}
END_TEST

START_TEST(a_question_without_an_answer_is_words)
{
    tracuu_reader *reader = shelf_open(family, FAMILY, NULL);

    check_ids(reader, "văn bản nào thực hiện 13-KL/TW?", "ctr59");
    check_ids(reader, "văn bản nào thay thế 13-KL/TW?", "kl13 ctr59");
    tracuu_reader_free(reader);
}
END_TEST

UNIT_MAIN("relation", what_a_document_tells_of_others_is_not_said_of_itself,
    a_closure_goes_through_what_keeps_the_act_alive,
    a_closure_goes_through_an_act_that_nobody_has, an_edge_has_two_ends,
    what_may_not_be_seen_is_no_step, a_question_without_an_answer_is_words)
