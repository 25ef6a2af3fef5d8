#include "common/text/lexicon.h"

#include "tests/unit/unit.h"

static const char *const phrases[] = {"uy ban nhan dan", "uy ban", "hoi dong",
    "si quan", "uy ban nhan dan tinh", "uy ban"};

START_TEST(finds_the_longest_phrase)
{
    static const struct {
        const char *text;
        int phrase;
        size_t used;
    } rows[] = {
        {"Ủy ban nhân dân huyện", 0, 4},
        {"UỶ BAN NHÂN DÂN TỈNH", 4, 5},
        {"uy ban nhan", 1, 2},
        {"ủy ban. Nhân dân", 1, 2},
        {"sĩ quan", 3, 2},
        {"sỹ quan", 3, 2},
        {"ủy", -1, 0},
        {"quan", -1, 0},
        {"", -1, 0},
    };
    lexicon *l = lexicon_new(phrases, sizeof phrases / sizeof *phrases);
    arena a = ARENA_INIT;

    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        token_list list = token_list_read(&a, span_of(rows[i].text));
        size_t used = 0;

        ck_assert_int_eq(lexicon_match(l, &list, 0, &used), rows[i].phrase);
        ck_assert_uint_eq(used, rows[i].used);
    }
    arena_release(&a);
    lexicon_free(l);
    lexicon_free(NULL);
}
END_TEST

START_TEST(an_empty_lexicon_matches_nothing)
{
    lexicon *l = lexicon_new(NULL, 0);
    arena a = ARENA_INIT;
    token_list list = token_list_read(&a, SPAN("một hai"));
    size_t used = 7;

    ck_assert_int_eq(lexicon_match(l, &list, 1, &used), -1);
    ck_assert_uint_eq(used, 7);
    arena_release(&a);
    lexicon_free(l);
}
END_TEST

UNIT_MAIN("lexicon", finds_the_longest_phrase, an_empty_lexicon_matches_nothing)
