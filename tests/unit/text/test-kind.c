#include "common/text/kind.h"

#include "tests/unit/unit.h"

static const struct {
    const char *text, *code;
    size_t tokens;
} starts[] = {
    {"Chỉ thị số 5", "ct", 2},
    {"CHƯƠNG TRÌNH HÀNH ĐỘNG SỐ 7", "ctr", 4},
    {"chương trình số 7", "ctr", 2},
    {"Thông tư liên tịch số 1", "ttlt", 4},
    {"Thông báo kết luận số 3", "tb", 4},
    {"Luật Đất đai", "l", 1},
    {"luat dat dai", "l", 1},
    {"Bộ luật Dân sự", "bl", 2},
    {"Văn bản hợp nhất số 2", "vbhn", 4},
    {"KẾT LỦẬN số 9", "kl", 2},
    {"lệnh công bố số 8", "lenh", 3},
};

START_TEST(finds_the_longest_name_at_a_token)
{
    arena a = ARENA_INIT;
    token_list list = token_list_read(&a, span_of(starts[_i].text));
    size_t used = 0;
    const kind *k = kind_match(&list, 0, &used);

    ck_assert_ptr_nonnull(k);
    ck_assert_str_eq(k->code, starts[_i].code);
    ck_assert_uint_eq(used, starts[_i].tokens);
    arena_release(&a);
}
END_TEST

static const char *const no_kinds[] = {
    "văn bản", "lưu luật", "lượt", "chỉ số", "số 5", ""};

START_TEST(finds_nothing_elsewhere)
{
    arena a = ARENA_INIT;
    token_list list = token_list_read(&a, span_of(no_kinds[_i]));
    size_t used = 0;

    ck_assert_ptr_null(kind_match(&list, 0, &used));
    arena_release(&a);
}
END_TEST

static const struct {
    const char *letters, *first, *second;
} letters[] = {
    {"QĐ", "qd", "qdi"},
    {"qd", "qd", "qdi"},
    {"QĐi", "qdi", NULL},
    {"TT", "tt", "ttri"},
    {"CTr", "ctr", NULL},
    {"CTR", "ctr", NULL},
    {"ĐA", "de-an", "du-an"},
    {"DA", "du-an", "de-an"},
    {"XYZ", NULL, NULL},
};

START_TEST(letters_give_kinds_likeliest_first)
{
    const kind *found[2] = {NULL, NULL};

    kind_by_letters(span_of(letters[_i].letters), found, 2);
    ck_assert_str_eq(found[0] ? found[0]->code : "-",
        letters[_i].first ? letters[_i].first : "-");
    ck_assert_str_eq(found[1] ? found[1]->code : "-",
        letters[_i].second ? letters[_i].second : "-");
}
END_TEST

static const struct {
    const char *name, *code;
} names[] = {
    {"nghị quyết", "nq"},
    {"NGHỊ QUYẾT", "nq"},
    {"nghi quyet", "nq"},
    {"NĐ", "nd"},
    {"chương trình hành động", "ctr"},
};

START_TEST(whole_names_and_abbreviations_name_a_kind)
{
    const kind *k = kind_by_name(span_of(names[_i].name));

    ck_assert_ptr_nonnull(k);
    ck_assert_str_eq(k->code, names[_i].code);
    ck_assert_ptr_eq(kind_by_code(span_of(k->code)), k);
}
END_TEST

static const struct {
    const char *code;
    unsigned has, has_not;
} traits[] = {
    {"l", KIND_LAW | KIND_PASSED, KIND_UNIQUE},
    {"hp", KIND_PASSED | KIND_UNIQUE, KIND_LAW},
    {"nq", KIND_PROMULGATED | KIND_POLICY, KIND_PASSED},
    {"ttlt", KIND_JOINT | KIND_YEARLY, KIND_POLICY},
    {"slt", 0, KIND_JOINT},
    {"de-an", KIND_NICKNAME, KIND_CITED},
    {"cv", KIND_SENT, KIND_PROPOSAL},
};

START_TEST(the_table_tells_what_a_kind_is_like)
{
    const kind *k = kind_by_code(span_of(traits[_i].code));

    ck_assert_uint_eq(k->traits & traits[_i].has, traits[_i].has);
    ck_assert(!kind_has(k, traits[_i].has_not));
    ck_assert(!kind_has(NULL, ~0u));
}
END_TEST

UNIT_TABLES("kind", UNIT_TABLE(the_table_tells_what_a_kind_is_like, traits),
    UNIT_TABLE(finds_the_longest_name_at_a_token, starts),
    UNIT_TABLE(finds_nothing_elsewhere, no_kinds),
    UNIT_TABLE(letters_give_kinds_likeliest_first, letters),
    UNIT_TABLE(whole_names_and_abbreviations_name_a_kind, names))
