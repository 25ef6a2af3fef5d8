#include "common/text/place.h"

#include "tests/unit/unit.h"

static const char *
slug_of(const place *p)
{
    return p ? p->slug : "";
}

START_TEST(finds_provinces_by_any_spelling)
{
    static const char *const all[][2] = {{"Hậu Giang", "hau-giang"},
        {"tinh hau giang", "hau-giang"}, {"TP.HCM", "ho-chi-minh"},
        {"thành phố Hồ Chí Minh", "ho-chi-minh"}, {"Đăk Lăk", "dak-lak"},
        {"Đắc Lắc", "dak-lak"}, {"Thừa Thiên - Huế", "hue"},
        {"BẮC CẠN", "bac-kan"}, {"Bà Rịa – Vũng Tàu", "ba-ria-vung-tau"},
        {"Atlantis", ""}, {"", ""}};

    for (size_t i = 0; i < sizeof all / sizeof *all; i++)
        ck_assert_str_eq(slug_of(place_by_name(span_of(all[i][0]))), all[i][1]);
}
END_TEST

START_TEST(knows_where_a_province_went)
{
    const place *p = place_by_slug(SPAN("hau-giang"));

    ck_assert_str_eq(p->now, "can-tho");
    ck_assert_str_eq(p->capital, "vi thanh");
    ck_assert_str_eq(p->name, "Hậu Giang");
    ck_assert(place_by_slug(SPAN("can-tho"))->municipality);
    for (size_t i = 0; i < place_count(); i++)
        ck_assert_msg(place_by_slug(span_of(place_at(i)->now)) != NULL,
            "'%s' belongs to nothing", place_at(i)->name);
}
END_TEST

static void
check_match(const char *text, size_t at, const char *want, size_t want_used)
{
    arena a = ARENA_INIT;
    token_list list = token_list_read(&a, span_of(text));
    size_t used;
    const char *got = slug_of(place_match(&list, at, &used));

    ck_assert_msg(!strcmp(got, want) && used == want_used,
        "'%s': '%s' of %zu tokens", text, got, used);
    arena_release(&a);
}

START_TEST(matches_names_with_and_without_their_kind)
{
    check_match("tỉnh Hậu Giang.", 0, "hau-giang", 3);
    check_match("TỈNH HẬU GIANG", 0, "hau-giang", 3);
    check_match("Hậu Giang năm", 0, "hau-giang", 2);
    check_match("Thành phố Hồ Chí Minh", 0, "ho-chi-minh", 5);
    check_match("hau giang", 0, "hau-giang", 2);
}
END_TEST

START_TEST(leaves_what_only_looks_like_a_province)
{
    check_match("Tư tưởng Hồ Chí Minh", 2, "", 0);
    check_match("huyện Hòa Bình", 1, "", 0);
    check_match("Một thời an giang sơn gấm vóc", 2, "", 0);
    check_match("tỉnh", 0, "", 0);
}
END_TEST

START_TEST(knows_provinces_by_their_capital)
{
    arena a = ARENA_INIT;
    token_list list = token_list_read(&a, SPAN("Vị Thanh, ngày 5"));
    size_t used;

    ck_assert_str_eq(slug_of(place_by_capital(&list, 0, &used)), "hau-giang");
    ck_assert_uint_eq(used, 2);
    ck_assert_ptr_null(place_by_capital(&list, 1, &used));
    arena_release(&a);
}
END_TEST

START_TEST(makes_slugs)
{
    arena a = ARENA_INIT;

    ck_assert_span_eq(place_slug(&a, SPAN("Châu Thành")), "chau-thanh");
    ck_assert_span_eq(place_slug(&a, SPAN(" Ea H'leo ")), "ea-h-leo");
    ck_assert_span_eq(place_slug(&a, SPAN("")), "");
    arena_release(&a);
}
END_TEST

UNIT_MAIN("place", finds_provinces_by_any_spelling, knows_where_a_province_went,
    matches_names_with_and_without_their_kind,
    leaves_what_only_looks_like_a_province, knows_provinces_by_their_capital,
    makes_slugs)
