#include "common/document/document.h"

#include "tests/unit/unit.h"

START_TEST(cleans_and_cuts_its_text)
{
    document d;

    document_init(&d);
    document_set_text(&d, SPAN("Chỉ thị\r\nsố 48"));
    ck_assert_span_eq(d.text, "Chỉ thị\nsố 48");
    ck_assert_uint_eq(d.tokens.count, 4);
    document_release(&d);
    ck_assert_uint_eq(d.tokens.count, 0);
}
END_TEST

START_TEST(knows_the_zone_of_each_byte)
{
    zone_range ranges[] = {
        {ZONE_HEAD, 0, 10}, {ZONE_BASIS, 10, 10}, {ZONE_BODY, 10, 20}};
    document d;

    document_init(&d);
    ck_assert_int_eq(document_zone(&d, 5), ZONE_BODY);
    d.zones = ranges;
    d.zone_count = 3;
    ck_assert_int_eq(document_zone(&d, 0), ZONE_HEAD);
    ck_assert_int_eq(document_zone(&d, 9), ZONE_HEAD);
    ck_assert_int_eq(document_zone(&d, 10), ZONE_BODY);
    ck_assert_int_eq(document_zone(&d, 99), ZONE_BODY);
    document_release(&d);
}
END_TEST

START_TEST(shows_the_best_title_it_has)
{
    document d;

    document_init(&d);
    d.id = SPAN("a.txt");
    ck_assert_span_eq(document_title(&d), "a.txt");
    d.title = SPAN("given");
    ck_assert_span_eq(document_title(&d), "given");
    d.meta.title = SPAN("về công tác văn thư");
    ck_assert_span_eq(document_title(&d), "về công tác văn thư");
    document_release(&d);
}
END_TEST

START_TEST(names_every_zone)
{
    for (int z = ZONE_HEAD; z <= ZONE_ANNEX; z++)
        ck_assert_uint_gt(strlen(zone_name((zone)z)), 3);
    ck_assert_str_eq(zone_name(ZONE_ANNEX), "annex");
}
END_TEST

UNIT_MAIN("document", cleans_and_cuts_its_text, knows_the_zone_of_each_byte,
    shows_the_best_title_it_has, names_every_zone)
