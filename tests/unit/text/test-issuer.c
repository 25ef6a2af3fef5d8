#include "common/text/issuer.h"

#include "tests/unit/unit.h"

static const struct {
    const char *text, *id;
    size_t tokens;
} starts[] = {
    {"Bộ Chính trị khóa X", "bct-dang", 3},
    {"Ban Bí thư Trung ương Đảng", "bbt", 6},
    {"Ban Thường vụ Tỉnh ủy", "tu", 5},
    {"Tỉnh uỷ", "tu", 2},
    {"Ủy ban nhân dân tỉnh", "ubnd", 4},
    {"UBND tỉnh", "ubnd", 1},
    {"Bộ trưởng Bộ Công Thương", "bct", 5},
    {"Bộ Văn hóa, Thể thao và Du lịch", "bvhttdl", 8},
    {"Thống đốc Ngân hàng Nhà nước Việt Nam", "nhnn", 8},
    {"Thủ tướng Chính phủ", "ttg", 4},
    {"Ủy ban Thường vụ Quốc hội", "ubtvqh", 6},
    {"Ban Bí thư Trung ương Đoàn", "twdtn", 6},
    {"Sở Xây dựng", "sxd", 3},
};

START_TEST(finds_the_longest_name_at_a_token)
{
    arena a = ARENA_INIT;
    token_list list = token_list_read(&a, span_of(starts[_i].text));
    size_t used = 0;
    const issuer *found = issuer_match(&list, 0, &used);

    ck_assert_ptr_nonnull(found);
    ck_assert_str_eq(found->id, starts[_i].id);
    ck_assert_uint_eq(used, starts[_i].tokens);
    ck_assert_ptr_eq(issuer_by_id(span_of(found->id)), found);
    arena_release(&a);
}
END_TEST

static const struct {
    const char *letters, *id, *spelling;
} letters[] = {
    {"TW", "tw", "TW"},
    {"TTG", "ttg", "TTg"},
    {"bnn&ptnt", "bnn", "BNN&PTNT"},
    {"UB", "ubnd", "UB"},
    {"BLDTBXH", "bldtbxh", "BLĐTBXH"},
    {"BCT", "bct", "BCT"},
    {"XYZ", "-", "XYZ"},
};

START_TEST(letters_name_an_issuer)
{
    span text = span_of(letters[_i].letters);
    const issuer *found = issuer_by_letters(text);

    ck_assert_str_eq(found ? found->id : "-", letters[_i].id);
    ck_assert_span_eq(issuer_spelling(text), letters[_i].spelling);
}
END_TEST

static const struct {
    const char *a, *b;
    bool outranks;
} ranks[] = {
    {"qh", "cp", true},
    {"cp", "qh", false},
    {"bct-dang", "bbt", true},
    {"bbt", "bct-dang", true},
    {"tu", "tw", false},
    {"ubnd", "bca", false},
    {"bca", "btc", true},
    {"tw", "cp", false},
};

START_TEST(only_the_same_or_a_higher_organ_ends_an_act)
{
    ck_assert(issuer_outranks(issuer_by_id(span_of(ranks[_i].a)),
                  issuer_by_id(span_of(ranks[_i].b))) == ranks[_i].outranks);
}
END_TEST

UNIT_TABLES("issuer", UNIT_TABLE(finds_the_longest_name_at_a_token, starts),
    UNIT_TABLE(letters_name_an_issuer, letters),
    UNIT_TABLE(only_the_same_or_a_higher_organ_ends_an_act, ranks))
