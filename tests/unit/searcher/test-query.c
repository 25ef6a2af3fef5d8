#include "searcher/query.h"

#include "tests/unit/unit.h"

static void
check_tree(const char *line, const char *want)
{
    arena a = ARENA_INIT;
    strbuf text = STRBUF_INIT;
    query q;

    query_read(&q, &a, span_of(line));
    query_print(&text, &q);
    ck_assert_msg(span_equal(strbuf_span(&text), span_of(want)),
        "'%s' reads as\n%s", line, text.ptr ? text.ptr : "");
    strbuf_release(&text);
    arena_release(&a);
}

START_TEST(reads_what_people_type)
{
    static const struct {
        const char *line, *tree;
    } table[] = {
        {"", ""},
        {" \t ", ""},
        {"đất đai", "word 0..6 đất\nword 7..11 đai\n"},
        {"\"phòng, chống\" ma", "phrase 0..17 phòng chống\nword 18..20 ma\n"},
        {"“tội phạm”", "phrase 0..18 tội phạm\n"},
        {"đất -thuế", "word 0..6 đất\nwithout word 7..14 thuế\n"},
        {"-\"thu hồi\"", "without phrase 0..12 thu hồi\n"},
        {"an-ninh - x", "word 0..2 an\nword 3..7 ninh\nword 10..11 x\n"},
        {"luậ*", "prefix 0..6 luậ\n"},
        {"* x", "word 2..3 x\n"},
        {"loại:luật đất", "field 0..13 kind=luật\nword 14..20 đất\n"},
        {"LOAI: chi thi ma", "field 0..13 kind=chi thi\nword 14..16 ma\n"},
        {"cơ quan:Bộ Chính trị về",
            "field 0..26 issuer=Bộ Chính trị\nword 27..31 về\n"},
        {"kind:\"nghị quyết\"", "field 0..21 kind=nghị quyết\n"},
        {"-nơi:\"Hậu Giang\"", "without field 0..19 place=Hậu Giang\n"},
        {"năm:2010..2012", "field 0..15 year=2010..2012\n"},
        {"lạ:thường", "word 0..4 lạ\nword 5..14 thường\n"},
    };

    for (size_t i = 0; i < sizeof table / sizeof *table; i++)
        check_tree(table[i].line, table[i].tree);
}
END_TEST

START_TEST(what_is_not_understood_is_read_as_words_with_a_note)
{
    check_tree("\"chưa đóng",
        "word 1..6 chưa\nword 7..13 đóng\n"
        "note 0..13 a quotation that is not closed is read as words\n");
    check_tree("ma \"\"",
        "word 0..2 ma\nnote 3..5 an empty quotation is not searched\n");
    check_tree("loại:", "word 0..6 loại\n"
                        "note 0..7 a field without a value is read as words\n");
}
END_TEST

START_TEST(ranges_speak_of_the_line_as_given)
{
    /* Decomposed: the second word starts behind two combining marks. */
    check_tree("tha\xCC\x82\xCC\x81t x", "word 0..8 thất\nword 9..10 x\n");
}
END_TEST

START_TEST(names_a_number_in_any_spelling)
{
    static const struct {
        const char *line, *number;
    } table[] = {{"48-CT/TW", "48-CT/TW"}, {"48 ct tw", "48-CT/TW"},
        {"số:48-CT/TW", "48-CT/TW"},
        {"nghị định 30/2020/nđ-cp", "30/2020/NĐ-CP"}, {"đất đai", NULL},
        {"quyết định 2016", "2016"}, {"chợ thông tư 2016", NULL}};

    for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
        arena a = ARENA_INIT;
        query q;

        query_read(&q, &a, span_of(table[i].line));
        ck_assert_msg((q.number_count > 0) == (table[i].number != NULL), "'%s'",
            table[i].line);
        if (table[i].number)
            ck_assert_span_eq(q.numbers[0].act.number, table[i].number);
        arena_release(&a);
    }
}
END_TEST

START_TEST(has_limits_and_tells_them)
{
    char line[QUERY_BYTES + 100];
    arena a = ARENA_INIT;
    query q;

    for (size_t i = 0; i < sizeof line; i += 2)
        memcpy(line + i, "a ", 2);
    query_read(&q, &a, (span){line, sizeof line});
    ck_assert_uint_eq(q.node_count, QUERY_WORDS);
    ck_assert_uint_eq(q.note_count, 2);
    memset(line, '"', sizeof line);
    query_read(&q, &a, (span){line, sizeof line});
    ck_assert_uint_eq(q.node_count, 0);
    memset(line, 0xFF, sizeof line);
    query_read(&q, &a, (span){line, sizeof line});
    memset(line, 0, sizeof line);
    query_read(&q, &a, (span){line, sizeof line});
    ck_assert_uint_eq(q.node_count, 0);
    arena_release(&a);
}
END_TEST

UNIT_MAIN("query", reads_what_people_type,
    what_is_not_understood_is_read_as_words_with_a_note,
    ranges_speak_of_the_line_as_given, names_a_number_in_any_spelling,
    has_limits_and_tells_them)
