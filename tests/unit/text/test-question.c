#include "common/text/question.h"

#include "tests/unit/unit.h"

/* What stands at token `at` of a query, and how many tokens it is. */
static const struct {
    const char *line;
    size_t at;
    question want;
    size_t used;
} rows[] = {
    {"vật chính được hiểu như thế nào?", 2, QUESTION_DEFINES, 5},
    {"vat chinh duoc hieu nhu the nao", 2, QUESTION_DEFINES, 5},
    {"hợp đồng là gì", 2, QUESTION_DEFINES, 2},
    {"định nghĩa của hợp đồng", 0, QUESTION_DEFINES, 3},
    {"khi nào được nghỉ", 0, QUESTION_ASKS, 2},
    {"phạt tù bao nhiêu năm", 2, QUESTION_ASKS, 2},
    {"có được thử việc không", 4, QUESTION_ASKS, 1},
    {"không được thử việc", 0, QUESTION_NONE, 1},
    {"theo luật đất đai", 0, QUESTION_ASKS, 1},
    {"tiếp theo là", 1, QUESTION_NONE, 1},
    {"bệnh viêm não", 2, QUESTION_NONE, 1},
    {"luật này là sai", 2, QUESTION_ASKS, 2},
    {"là sai sót", 0, QUESTION_NONE, 2},
};

START_TEST(asking_words_are_told_from_others)
{
    arena a = ARENA_INIT;
    token_list list = token_list_read(&a, span_of(rows[_i].line));
    size_t used = 1;
    question got = question_match(&list, rows[_i].at, &used);

    ck_assert_int_eq(got, rows[_i].want);
    if (got != QUESTION_NONE)
        ck_assert_uint_eq(used, rows[_i].used);
    arena_release(&a);
}
END_TEST

START_TEST(asking_words_are_told_as_they_are_written)
{
    arena a = ARENA_INIT;
    token_list list = token_list_read(&a, SPAN("khieu nai bao lau"));
    size_t used = 0;
    const token_list *phrase = question_written(&list, 2, &used);

    ck_assert(phrase && used == 2);
    ck_assert(span_is(token_exact(phrase, 0), "bao"));
    ck_assert(span_is(token_exact(phrase, 1), "lâu"));
    ck_assert(!question_written(&list, 0, &used));
    arena_release(&a);
}
END_TEST

UNIT_TABLES("question", UNIT_TABLE(asking_words_are_told_from_others, rows),
    {asking_words_are_told_as_they_are_written, 1})
