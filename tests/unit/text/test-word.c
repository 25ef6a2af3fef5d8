#include "common/text/word.h"

#include "tests/unit/unit.h"

/* A word that the tokenizer writes otherwise ("qui" for "quy") could never be
 * found. */
START_TEST(every_word_of_the_table_is_found)
{
    for (int l = 0; l < WORD_LISTS; l++) {
        const char *entry;

        for (size_t i = 0; (entry = word_entry((word_list)l, i)); i++) {
            arena a = ARENA_INIT;
            token_list list = token_list_read(&a, span_of(entry));

            if (word_at(&list, 0, (word_list)l) != list.count)
                ck_abort_msg("'%s' of list %d is not found", entry, l);
            ck_assert_uint_eq(word_number(span_of(entry), (word_list)l), i + 1);
            arena_release(&a);
        }
        ck_assert_ptr_nonnull(word_entry((word_list)l, 0));
    }
}
END_TEST

static const struct {
    const char *text;
    word_list list;
    size_t used;
} starts[] = {
    {"của Chính phủ", WORD_ENDS_LAW, 1},
    {"CUA CHINH PHU", WORD_ENDS_LAW, 1},
    {"chính phủ", WORD_ENDS_LAW, 0},
    {"này", WORD_ENDS_NUMBERED_LAW, 1},
    {"nay", WORD_ENDS_NUMBERED_LAW, 0},
    {"nảy", WORD_ENDS_NUMBERED_LAW, 0},
    {"website", WORD_BEHIND_ON, 1},
    {"webcam", WORD_BEHIND_ON, 0},
    {"thành phố Huế", WORD_ANY_PLACE, 2},
    {"thành lập", WORD_ANY_PLACE, 0},
    {"thành", WORD_ANY_PLACE, 0},
    {"TỈNH ỦY", WORD_PROVINCE_TIER, 2},
    {"tỉnh Bình Định", WORD_PROVINCE_TIER, 1},
    {"yêu cầu của", WORD_CARRIED_BY_ACT, 2},
    {"yêu câu của", WORD_CARRIED_BY_ACT, 0},
    {"", WORD_ENDS_LAW, 0},
};

START_TEST(the_longest_phrase_at_a_token_counts)
{
    arena a = ARENA_INIT;
    token_list list = token_list_read(&a, span_of(starts[_i].text));

    ck_assert_uint_eq(word_at(&list, 0, starts[_i].list), starts[_i].used);
    arena_release(&a);
}
END_TEST

START_TEST(a_word_among_others_is_found_in_their_range_only)
{
    arena a = ARENA_INIT;
    token_list list = token_list_read(&a, SPAN("khoản 2 Điều 5 của Luật"));

    ck_assert(word_any(&list, 0, 5, WORD_OF_ACT));
    ck_assert(!word_any(&list, 0, 4, WORD_OF_ACT));
    ck_assert(!word_any(&list, 4, 4, WORD_OF_ACT));
    arena_release(&a);
}
END_TEST

static const struct {
    const char *text;
    char blank;
    size_t bytes;
} heads[] = {
    {"tinh ha giang", ' ', 5},
    {"thanh-pho-hue", '-', 10},
    {"thanh pho hue", '-', 0},
    {"tp hue", ' ', 3},
    {"tinh", ' ', 0},
    {"tinhgia", ' ', 0},
    {"", ' ', 0},
};

START_TEST(a_phrase_at_the_start_of_a_name_is_measured)
{
    ck_assert_uint_eq(
        word_head(span_of(heads[_i].text), heads[_i].blank, WORD_PROVINCE),
        heads[_i].bytes);
}
END_TEST

START_TEST(ordinals_are_numbered_from_one)
{
    ck_assert_uint_eq(word_number(SPAN("nhất"), WORD_ORDINAL), 1);
    ck_assert_uint_eq(word_number(SPAN("muoi"), WORD_PLAIN_ORDINAL), 10);
    ck_assert_uint_eq(word_number(SPAN("muoi"), WORD_ORDINAL), 0);
    ck_assert_uint_eq(word_number(SPAN("đ"), WORD_POINT), 5);
}
END_TEST

UNIT_TABLES("word", {every_word_of_the_table_is_found, 0},
    UNIT_TABLE(the_longest_phrase_at_a_token_counts, starts),
    {a_word_among_others_is_found_in_their_range_only, 0},
    UNIT_TABLE(a_phrase_at_the_start_of_a_name_is_measured, heads),
    {ordinals_are_numbered_from_one, 0})
