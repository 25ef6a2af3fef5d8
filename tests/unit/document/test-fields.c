#include "common/document/fields.h"

#include "tests/unit/unit.h"

START_TEST(a_field_is_found_by_each_of_its_names)
{
    const struct {
        const char *name;
        field field;
    } all[] = {
        {"số", FIELD_NUMBER},
        {"SO", FIELD_NUMBER},
        {"loại", FIELD_KIND},
        {"loai", FIELD_KIND},
        {"kind", FIELD_KIND},
        {"cơ quan", FIELD_ISSUER},
        {"co quan", FIELD_ISSUER},
        {"coquan", FIELD_ISSUER},
        {"cq", FIELD_ISSUER},
        {"Issuer", FIELD_ISSUER},
        {"nơi", FIELD_PLACE},
        {"năm", FIELD_YEAR},
        {"từ", FIELD_FROM},
        {"den", FIELD_TO},
        {"khoá", FIELD_TERM},
        {"hl", FIELD_STATUS},
        {"hiệu lực", FIELD_STATUS},
        {"title", FIELD_TITLE},
        {"", FIELD_COUNT},
        {"soo", FIELD_COUNT},
        {"không có", FIELD_COUNT},
    };

    for (size_t i = 0; i < sizeof all / sizeof *all; i++)
        ck_assert_msg(field_by_name(span_of(all[i].name)) == all[i].field,
            "'%s'", all[i].name);
}
END_TEST

START_TEST(the_table_stands_in_the_order_of_the_fields)
{
    for (int f = 0; f < FIELD_COUNT; f++)
        ck_assert_int_eq(field_about((field)f)->id, f);
}
END_TEST

START_TEST(a_long_term_is_cut_at_a_character_and_stays_its_own)
{
    arena a = ARENA_INIT;
    char bytes[600];
    span one, two, value = {bytes, sizeof bytes};

    for (size_t i = 0; i + 3 <= sizeof bytes; i += 3)
        memcpy(bytes + i, "ế", 3);
    one = field_term(&a, "XD", value);
    ck_assert_uint_le(one.len, FIELD_TERM_MAX);
    ck_assert_uint_eq((one.len - 2 - 16) % 3, 0);
    bytes[sizeof bytes - 1] ^= 1;
    two = field_term(&a, "XD", value);
    ck_assert(!span_equal(one, two));
    value.len = FIELD_TERM_MAX - 2;
    ck_assert_uint_eq(field_term(&a, "XD", value).len, FIELD_TERM_MAX);
    arena_release(&a);
}
END_TEST

START_TEST(terms_of_labels_and_edges_are_as_the_schema_says)
{
    arena a = ARENA_INIT;

    ck_assert_span_eq(field_label_term(&a, SPAN("")), "I*");
    ck_assert_span_eq(field_label_term(&a, SPAN("noi-bo")), "Inoi-bo");
    ck_assert_span_eq(field_edge_term(&a, "implements", SPAN("d:tw:ct:48:k10")),
        "XRimplements:d:tw:ct:48:k10");
    ck_assert_span_eq(
        field_edge_term(&a, "A", SPAN("d:tw:ct:48:k10")), "XRA:d:tw:ct:48:k10");
    arena_release(&a);
}
END_TEST

START_TEST(a_date_has_terms_for_what_is_known_of_it)
{
    arena a = ARENA_INIT;
    span out[3];

    ck_assert_uint_eq(field_date_terms(&a, (date){2019, 7, 12}, out), 3);
    ck_assert_span_eq(out[0], "Y2019");
    ck_assert_span_eq(out[1], "M201907");
    ck_assert_span_eq(out[2], "D20190712");
    ck_assert_uint_eq(field_date_terms(&a, (date){2019, 0, 0}, out), 1);
    ck_assert_uint_eq(field_date_terms(&a, (date){0, 0, 0}, out), 0);
    arena_release(&a);
}
END_TEST

START_TEST(a_label_is_short_and_plain)
{
    ck_assert(field_is_label(SPAN("noi-bo_2")));
    ck_assert(field_is_label(SPAN("abcdefghijklmnopqrstuvwxyz012345")));
    ck_assert(!field_is_label(SPAN("abcdefghijklmnopqrstuvwxyz0123456")));
    ck_assert(!field_is_label(SPAN("")));
    ck_assert(!field_is_label(SPAN("Noi")));
    ck_assert(!field_is_label(SPAN("a b")));
    ck_assert(!field_is_label(SPAN("mật")));
}
END_TEST

UNIT_MAIN("fields", a_field_is_found_by_each_of_its_names,
    the_table_stands_in_the_order_of_the_fields,
    a_long_term_is_cut_at_a_character_and_stays_its_own,
    terms_of_labels_and_edges_are_as_the_schema_says,
    a_date_has_terms_for_what_is_known_of_it, a_label_is_short_and_plain)
