#include "common/text/provision.h"

#include "tests/unit/unit.h"

static const struct {
    const char *text, *paths;
    size_t tokens;
} lists[] = {
    {"Điều 5 Luật này", "Đ5", 2},
    {"khoản 3 Điều 3 Nghị định", "Đ3.k3", 4},
    {"điểm a, điểm b khoản 3, khoản 4 và khoản 5 Điều 17",
        "Đ17.k3.đa; Đ17.k3.đb; Đ17.k4; Đ17.k5", 13},
    {"các Khoản 1, 2, 3 và Khoản 5 Điều 32", "Đ32.k1; Đ32.k2; Đ32.k3; Đ32.k5",
        10},
    {"Điều 26, 27, 28 và 29 Luật", "Đ26; Đ27; Đ28; Đ29", 6},
    {"khoản 1 Điều 6; khoản 1 Điều 7; Điều 24", "Đ6.k1; Đ7.k1; Đ24", 10},
    {"điểm đ1 khoản 1a Điều 27a", "Đ27a.k1a.đđ1", 6},
    {"từ khoản 1 đến khoản 4 Điều 5", "Đ5.k1; Đ5.k2; Đ5.k3; Đ5.k4", 8},
    {"từ điểm a đến điểm đ khoản 2 Điều 9",
        "Đ9.k2.đa; Đ9.k2.đb; Đ9.k2.đc; Đ9.k2.đd; Đ9.k2.đđ", 10},
    {"Điều 13 khoản 2", "Đ13.k2", 4},
    {"điểm a khoản 35 Điều 1 của Luật", "Đ1.k35.đa", 6},
    {"khoản 2 của Điều 5", "Đ5.k2", 5},
    {"điểm a, b, c khoản 1", "k1.đa; k1.đb; k1.đc", 6},
    {"khoản 2 Điều này", "", 4},
    {"Điều 8. Hiệu lực", "Đ8", 2},
};

START_TEST(each_unit_belongs_to_the_next_higher_one)
{
    arena a = ARENA_INIT;
    token_list list = token_list_read(&a, span_of(lists[_i].text));
    provision p;

    ck_assert(provision_match(&a, &list, 0, &p));
    ck_assert_span_eq(p.paths, lists[_i].paths);
    ck_assert_uint_eq(p.last, lists[_i].tokens);
    arena_release(&a);
}
END_TEST

static const char *const none[] = {
    "điều đó", "khoản tiền 5 triệu", "điểm thi", "Luật 5", "các 5", ""};

START_TEST(other_words_are_no_provisions)
{
    arena a = ARENA_INIT;
    token_list list = token_list_read(&a, span_of(none[_i]));
    provision p;

    ck_assert(!provision_match(&a, &list, 0, &p));
    arena_release(&a);
}
END_TEST

static const struct {
    const char *typed, *article;
} shortened[] = {{"đ36", "36"}, {"d5", "5"}, {"đ1234", ""}, {"đ", ""},
    {"d5a", ""}, {"36", ""}};

START_TEST(an_article_may_be_typed_by_its_first_letter)
{
    arena a = ARENA_INIT;
    token_list list = token_list_read(&a, span_of(shortened[_i].typed));

    ck_assert(span_is(provision_short(&list, 0), shortened[_i].article));
    arena_release(&a);
}
END_TEST

UNIT_TABLES("provision",
    UNIT_TABLE(each_unit_belongs_to_the_next_higher_one, lists),
    UNIT_TABLE(other_words_are_no_provisions, none),
    UNIT_TABLE(an_article_may_be_typed_by_its_first_letter, shortened))
