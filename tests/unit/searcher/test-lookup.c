#include "searcher/lookup.h"

#include "tests/unit/searcher/family.h"

static tracuu_reader *reader;
static arena memory;

static void
setup(void)
{
    if (!reader)
        reader = shelf_open(family, FAMILY, NULL);
}

/* The ids of what `name` means, with blanks between; a stub by its key. */
static const char *
ids(const char *name)
{
    found_list list;
    strbuf out = STRBUF_INIT;
    const char *text;

    setup();
    ck_assert_int_eq(
        lookup_name(reader, &memory, span_of(name), &list, NULL), TRACUU_OK);
    for (size_t i = 0; i < list.count; i++) {
        const tracuu_document *d;

        ck_assert_int_eq(
            lookup_document(reader, &memory, &list.at[i], &d, NULL), TRACUU_OK);
        strbuf_print(&out, "%s%s", i ? " " : "", d->id);
    }
    text = arena_string(&memory, strbuf_span(&out));
    strbuf_release(&out);
    return text;
}

START_TEST(a_name_is_an_id_a_path_a_key_or_a_number)
{
    static const char *const cases[][2] = {
        {"kl13-copy", "kl13-copy"},
        {"/home/x/kl13", "kl13"},
        {CT48, "ct48"},
        {"d:tw:ct:48:?", "ct48 " CT48_NEW},
        {"13-KL/TW", "kl13"},
        {"kết luận 13", "kl13"},
        {"ket luan so 13 nam 2021", "kl13"},
        {"59-CTr/TU", "ctr59"},
        {"48-CT/TW khóa X", "ct48"},
        {"48-CT/TW khóa XIII", CT48_NEW},
        {"chi thi 48 2010", "ct48"},
        {"99-CT/TW", ""},
        {"", ""},
        {"///", ""},
    };

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        ck_assert_msg(!strcmp(ids(cases[i][0]), cases[i][1]), "%s is %s",
            cases[i][0], ids(cases[i][0]));
}
END_TEST

START_TEST(several_acts_of_one_number_are_all_given)
{
    found_list list;

    setup();
    lookup_name(reader, &memory, SPAN("48-CT/TW"), &list, NULL);
    ck_assert_uint_eq(list.count, 2);
}
END_TEST

START_TEST(copies_of_one_act_are_one)
{
    setup();
    ck_assert_uint_ne(lookup_key(reader, &memory, SPAN(KL13)), 0);
    ck_assert_str_eq(ids(KL13), "kl13");
}
END_TEST

START_TEST(a_stub_knows_what_those_who_cite_it_say)
{
    found_list list;
    const tracuu_document *d;

    setup();
    lookup_name(reader, &memory, SPAN(CT48_NEW), &list, NULL);
    ck_assert_uint_eq(list.count, 1);
    lookup_document(reader, &memory, &list.at[0], &d, NULL);
    ck_assert(d->stub);
    ck_assert_str_eq(d->number, "48-CT/TW");
    ck_assert_str_eq(d->kind, "chỉ thị");
    ck_assert_str_eq(d->term, "k13");
    ck_assert_str_eq(d->title, "về đại hội");
    ck_assert_uint_eq(d->cited_by, 1);
}
END_TEST

START_TEST(a_stub_is_ended_only_by_who_may_and_as_far_as_said)
{
    static const struct {
        const char *key, *status; /* of the act that speaks */
        relation relation;
        const char *provision;
    } cases[] = {
        {"d:tw:qd:9:k12", "expired", REL_REPLACES, NULL},
        {"d:tw:qd:9:k12", "partly_expired", REL_REPEALS, "Đ4"},
        {"d:tw:kl:9:k12", "in_force", REL_CONTINUES, NULL},
        {"d:tw:kl:9:k12", "amended", REL_AMENDS, "Đ4"},
        {"d:tu.hau-giang:qd:9:n2020", "unknown", REL_REPLACES, NULL},
        {NULL, "unknown", REL_REPLACES, NULL},
    };

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        shelf_act act = {.id = "a",
            .key = cases[i].key,
            .says = {{cases[i].relation, .key = CT48,
                .provision = cases[i].provision}}};
        tracuu_reader *other = shelf_open(&act, 1, NULL);
        const tracuu_document *d;
        found stub = {.key = SPAN(CT48)};

        lookup_document(other, &memory, &stub, &d, NULL);
        ck_assert_msg(
            !strcmp(d->status, cases[i].status), "%zu: %s", i, d->status);
        tracuu_reader_free(other);
    }
}
END_TEST

START_TEST(the_in_degree_counts_open_keys_that_mean_only_it)
{
    setup();
    ck_assert_uint_eq(lookup_cited_by(reader, &memory, SPAN(CTR59)), 1);
    ck_assert_uint_eq(lookup_cited_by(reader, &memory, SPAN(CT48)), 3);
    ck_assert_uint_eq(lookup_cited_by(reader, &memory, SPAN("d:a:b:1:c")), 0);
}
END_TEST

START_TEST(an_open_key_that_two_acts_agree_with_counts_for_none)
{
    static const shelf_act acts[] = {
        {.id = "a", .key = "d:tu.an-giang:ctr:9:n2020", .number = "9-CTr/TU"},
        {.id = "b", .key = "d:tu.ca-mau:ctr:9:n2020", .number = "9-CTr/TU"},
        {.id = "c", .says = {{REL_CITES, .key = "d:tu.?:ctr:9:n2020"}}}};
    tracuu_reader *other = shelf_open(acts, 3, NULL);

    ck_assert_uint_eq(
        lookup_cited_by(other, &memory, SPAN("d:tu.an-giang:ctr:9:n2020")), 0);
    tracuu_reader_free(other);
}
END_TEST

START_TEST(what_a_label_hides_is_neither_found_nor_counted)
{
    static const shelf_act acts[] = {
        {.id = "open", .key = CT48, .number = "48-CT/TW"},
        {.id = "closed",
            .key = KL13,
            .number = "13-KL/TW",
            .label = "noi-bo",
            .says = {
                {REL_CONTINUES, .key = CT48}, {REL_CITES, .key = CT48_NEW}}}};
    tracuu_reader *all = shelf_open(acts, 2, NULL), *none, *some;
    tracuu_open_options options = {.labels = (const char *[]){"noi-bo"}};
    found_list list;

    tracuu_open(&none, shelf_folder, &options, NULL);
    options.label_count = 1;
    tracuu_open(&some, shelf_folder, &options, NULL);
    for (int i = 0; i < 3; i++) {
        tracuu_reader *r = i == 0 ? all : i == 1 ? some : none;
        size_t want = i < 2;

        ck_assert_uint_eq(lookup_cited_by(r, &memory, SPAN(CT48)), want);
        lookup_name(r, &memory, SPAN(CT48_NEW), &list, NULL);
        ck_assert_uint_eq(list.count, want);
        lookup_name(r, &memory, SPAN("closed"), &list, NULL);
        ck_assert_uint_eq(list.count, want);
        lookup_name(r, &memory, SPAN("13-KL/TW"), &list, NULL);
        ck_assert_uint_eq(list.count, want);
    }
    tracuu_reader_free(all);
    tracuu_reader_free(none);
    tracuu_reader_free(some);
}
END_TEST

START_TEST(a_missing_index_is_told)
{
    tracuu_error err = {0};
    tracuu_reader *none;

    ck_assert_int_eq(
        tracuu_open(&none, "/nowhere", NULL, &err), TRACUU_INDEX_MISSING);
    ck_assert_ptr_null(none);
    ck_assert_ptr_nonnull(strstr(err.message, "/nowhere"));
}
END_TEST

UNIT_MAIN("lookup", a_name_is_an_id_a_path_a_key_or_a_number,
    several_acts_of_one_number_are_all_given, copies_of_one_act_are_one,
    a_stub_knows_what_those_who_cite_it_say,
    a_stub_is_ended_only_by_who_may_and_as_far_as_said,
    the_in_degree_counts_open_keys_that_mean_only_it,
    an_open_key_that_two_acts_agree_with_counts_for_none,
    what_a_label_hides_is_neither_found_nor_counted, a_missing_index_is_told)
