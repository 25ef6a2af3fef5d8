#include "common/text/phrase.h"

#include "common/base/hash.h"
#include "tests/unit/unit.h"

/* What the codes of this version stand for, all of them. */
static const uint64_t sum_of_version = UINT64_C(0x852b9672906fcd7c);
enum { VERSION = 2 };

static uint64_t
sum_of_table(void)
{
    uint64_t sum = HASH_START;

    for (unsigned code = 1; code <= phrase_count(); code++) {
        phrase_row row = phrase_words((uint16_t)code);

        sum = hash_add(sum, (span){(const char *)row.at, row.count * 2});
        sum = hash_add(sum, phrase_written((uint16_t)code));
    }
    return sum;
}

/* An index that was made with another table would be read as other words. */
START_TEST(another_table_is_another_version)
{
    ck_assert_int_eq(PHRASE_VERSION, VERSION);
    ck_assert_msg(sum_of_table() == sum_of_version,
        "the table sums up to %016llx: raise PHRASE_VERSION, and set both here",
        (unsigned long long)sum_of_table());
}
END_TEST

START_TEST(a_row_of_words_is_joined_and_told_again)
{
    uint16_t codes[] = {phrase_word(SPAN("bộ")), phrase_word(SPAN("chính")),
        phrase_word(SPAN("trị"))};
    size_t count = phrase_join(codes, 3);
    phrase_row row = phrase_words(codes[0]);

    ck_assert_uint_eq(count, 1);
    ck_assert_uint_eq(row.count, 3);
    ck_assert_span_eq(phrase_written(row.at[0]), "bộ");
    ck_assert_span_eq(phrase_written(row.at[2]), "trị");
}
END_TEST

UNIT_MAIN("phrase", another_table_is_another_version,
    a_row_of_words_is_joined_and_told_again)
