#include "searcher/plan.h"

#include "tests/unit/searcher/small.h"

static const char records[] =
    "{\"id\":\"a\",\"title\":\"Luật Đất đai\",\"date\":\"2013-11-29\","
    "\"text\":\"Thu hồi đất đai để làm đường sá.\"}\n"
    "{\"id\":\"b\",\"title\":\"Luật Thuế\",\"date\":\"2014-05-01\","
    "\"text\":\"Thuế sử dụng đất. Nhà nước thu thuế.\"}\n";

static void
check_plan(tracuu_reader *reader, const char *line, const char *want)
{
    arena a = ARENA_INIT;
    strbuf text = STRBUF_INIT;
    tracuu_error err = {0};
    query q;
    plan p;

    query_read(&q, &a, span_of(line));
    ck_assert_msg(
        plan_make(&p, &a, reader, &q, &err) == TRACUU_OK, "%s", err.message);
    nodes_print(&text, p.rare.at, p.rare.count);
    ck_assert_msg(span_equal(strbuf_span(&text), span_of(want)),
        "'%s' is planned as\n%s", line, text.ptr ? text.ptr : "");
    strbuf_release(&text);
    arena_release(&a);
}

START_TEST(asks_by_words_phrases_and_filters)
{
    static const struct {
        const char *line, *nodes;
    } table[] = {
        {"", "nothing\n"},
        {"xyz", "nothing\n"},
        {"duong", "or\n  term duong\n"},
        {"dat -thue", "without\n  or\n    term dat\n  term thue\n"},
        {"\"su dung\"",
            "maybe\n  and\n    term su\n    term su dung\n    term dung\n"
            "  or\n    term su dung\n"},
        {"thu*", "start thu\n"},
        {"năm:2013", "filter\n  everything\n  term Y2013\n"},
        {"năm:2013 năm:2014",
            "filter\n  everything\n  or\n    term Y2013\n    term Y2014\n"},
        {"đường -năm:2013", "without\n  or\n    term duong\n  term Y2013\n"},
    };
    tracuu_reader *reader = small_open(records);

    for (size_t i = 0; i < sizeof table / sizeof *table; i++)
        check_plan(reader, table[i].line, table[i].nodes);
    tracuu_reader_free(reader);
}
END_TEST

/* Titles have terms of their own; a question does not ask for them. */
START_TEST(a_subject_is_looked_for_in_titles)
{
    static const struct {
        const char *line, *nodes;
    } table[] = {
        {"dat dai", "and\n  term XWdat dai\n"},
        {"dat dai năm:2013", "filter\n  and\n    term XWdat dai\n"
                             "  term Y2013\n"},
        {"thu hồi đất thế nào?", ""},
        {"năm:2013", ""},
    };
    tracuu_reader *reader = small_open(records);

    for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
        arena a = ARENA_INIT;
        strbuf text = STRBUF_INIT;
        query q;
        plan p;

        query_read(&q, &a, span_of(table[i].line));
        ck_assert_int_eq(plan_make(&p, &a, reader, &q, NULL), TRACUU_OK);
        if (p.titles.at)
            nodes_print(&text, p.titles.at, p.titles.count);
        ck_assert_msg(span_is(strbuf_span(&text), table[i].nodes),
            "'%s' looks for\n%s", table[i].line, text.ptr ? text.ptr : "");
        strbuf_release(&text);
        arena_release(&a);
    }
    tracuu_reader_free(reader);
}
END_TEST

START_TEST(a_rare_word_weighs_more)
{
    ck_assert(unit_weight(1, 100) > unit_weight(50, 100));
    ck_assert(unit_weight(100, 100) > 0);
}
END_TEST

UNIT_MAIN("plan", asks_by_words_phrases_and_filters,
    a_subject_is_looked_for_in_titles, a_rare_word_weighs_more)
