#include "common/document/offer.h"

#include "tests/unit/unit.h"

static const struct {
    const char *title, *starts; /* with ";" between */
} titles[] = {
    {"Luật Bảo hiểm xã hội", "bao hiem xa hoi"},
    {"Về việc tăng cường sự lãnh đạo của Đảng đối với công tác phòng, chống "
     "tội phạm",
        "tang cuong su lanh dao cua dang doi voi;dang doi voi cong tac phong "
        "chong toi ph;cong tac phong chong toi pham;phong chong toi "
        "pham;chong toi pham"},
    {"Phạm vi điều chỉnh", ""},
    {"", ""},
};

START_TEST(a_title_starts_at_each_of_its_phrases)
{
    arena a = ARENA_INIT;
    span starts[OFFER_STARTS];
    size_t count = offer_starts(&a, span_of(titles[_i].title), starts);
    strbuf all = STRBUF_INIT;

    strbuf_add_string(&all, "");
    for (size_t i = 0; i < count; i++)
        strbuf_print(&all, "%s%.*s", i ? ";" : "", SPAN_PRINT(starts[i]));
    ck_assert_span_eq(strbuf_span(&all), titles[_i].starts);
    strbuf_release(&all);
    arena_release(&a);
}
END_TEST

START_TEST(acts_come_before_articles_and_the_cited_before_others)
{
    static const offer order[] = {{true, 40, 2010, 30, 1},
        {true, 3, 2024, 30, 1}, {true, 0, 2024, 20, 1}, {true, 0, 2024, 90, 1},
        {false, 0, 0, 18, 3000}, {false, 0, 0, 18, 2}};

    for (size_t i = 1; i < sizeof order / sizeof *order; i++)
        ck_assert_uint_gt(offer_merit(&order[i - 1]), offer_merit(&order[i]));
}
END_TEST

START_TEST(a_list_comes_back_as_it_went_and_ends_where_it_is_damaged)
{
    strbuf bytes = STRBUF_INIT;
    span list;
    uint32_t entry;

    offer_add(&bytes, 7);
    offer_add(&bytes, 300000);
    list = strbuf_span(&bytes);
    ck_assert(offer_next(&list, &entry));
    ck_assert_uint_eq(entry, 7);
    ck_assert(offer_next(&list, &entry));
    ck_assert_uint_eq(entry, 300000);
    ck_assert(!offer_next(&list, &entry));
    list = SPAN("\xFF\xFF");
    ck_assert(!offer_next(&list, &entry));
    strbuf_release(&bytes);
}
END_TEST

UNIT_TABLES("offer", UNIT_TABLE(a_title_starts_at_each_of_its_phrases, titles),
    {acts_come_before_articles_and_the_cited_before_others, 1},
    {a_list_comes_back_as_it_went_and_ends_where_it_is_damaged, 1})
