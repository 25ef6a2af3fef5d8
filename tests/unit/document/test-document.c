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

/* The source is longer than the text: its lines end in two bytes. */
START_TEST(knows_the_pages_of_each_stretch)
{
    static const size_t pages[] = {0, 3, 6};
    document d;
    passage_pages all, second;

    document_init(&d);
    d.pages = pages;
    d.page_count = 3;
    document_set_text(&d, SPAN("a\r\nb\r\nc\r\nd"));
    ck_assert_span_eq(d.text, "a\nb\nc\nd");
    all = document_pages(&d, &d.arena, 0, d.text.len);
    ck_assert_uint_eq(all.first, 1);
    ck_assert_uint_eq(all.count, 2);
    ck_assert_uint_eq(all.starts[0], 2);
    second = document_pages(&d, &d.arena, 2, 5);
    ck_assert_uint_eq(second.first, 2);
    ck_assert_uint_eq(second.count, 1);
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
    shows_the_best_title_it_has, names_every_zone,
    knows_the_pages_of_each_stretch)
