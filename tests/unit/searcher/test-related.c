#include <tracuu.h>

#include "tests/unit/searcher/family.h"

static const char *
nearest(const char *name, bool run)
{
    static strbuf out;
    tracuu_reader *reader = shelf_open(family, FAMILY, NULL);
    tracuu_relatives *all;

    strbuf_clear(&out);
    ck_assert_int_eq((run ? tracuu_related_run : tracuu_related)(
                         &all, reader, name, 10, NULL),
        TRACUU_OK);
    for (size_t i = 0; i < all->count; i++)
        strbuf_print(&out, "%s ", all->at[i].document->id);
    tracuu_relatives_free(all);
    tracuu_reader_free(reader);
    return out.ptr ? out.ptr : "";
}

START_TEST(the_chain_comes_before_mere_likeness)
{
    ck_assert_str_eq(nearest("ctr59", false), "kl13 kh68 ct48 ");
}
END_TEST

START_TEST(a_run_groups_nothing_and_has_no_stubs)
{
    ck_assert_ptr_nonnull(strstr(nearest("ctr59", true), "kl13-copy"));
    ck_assert_ptr_null(strstr(nearest("kh68", true), CT48_NEW));
}
END_TEST

START_TEST(the_reason_is_told)
{
    tracuu_reader *reader = shelf_open(family, FAMILY, NULL);
    tracuu_relatives *all;

    ck_assert_int_eq(tracuu_related(&all, reader, "ctr59", 1, NULL), TRACUU_OK);
    ck_assert_uint_eq(all->count, 1);
    ck_assert_str_eq(all->document->id, "ctr59");
    ck_assert_ptr_nonnull(strstr(all->at[0].reason, "văn bản này thực hiện"));
    ck_assert_ptr_nonnull(strstr(all->at[0].reason, "cùng chủ đề: "));
    tracuu_relatives_free(all);
    tracuu_reader_free(reader);
}
END_TEST

START_TEST(common_bases_bring_documents_together)
{
    static const shelf_act acts[] = {
        {.id = "a",
            .text = "Trồng lúa.",
            .says = {{REL_BASED_ON, .key = CT48, .number = "48-CT/TW"}}},
        {.id = "b", .text = "Nuôi cá.", .says = {{REL_BASED_ON, .key = CT48}}},
        {.id = "c", .text = "Đào kênh."}};
    tracuu_reader *reader = shelf_open(acts, 3, NULL);
    tracuu_relatives *all;

    ck_assert_int_eq(tracuu_related(&all, reader, "a", 5, NULL), TRACUU_OK);
    ck_assert_uint_eq(all->count, 2);
    for (size_t i = 0; i < 2; i++) {
        if (!strcmp(all->at[i].document->id, "b"))
            ck_assert_str_eq(all->at[i].reason, "cùng dẫn chiếu 48-CT/TW");
        else
            ck_assert_str_eq(all->at[i].document->id, CT48);
    }
    tracuu_relatives_free(all);
    tracuu_reader_free(reader);
}
END_TEST

START_TEST(articles_that_refer_to_one_another_are_near)
{
    static const shelf_act acts[] = {
        {.id = "l1",
            .part_of = "9/2020/QH14",
            .article = "1",
            .says = {{REL_SELF, .key = "s:qh:l:9:y2020", .provision = "Đ3"}}},
        {.id = "l2", .part_of = "9/2020/QH14", .article = "2"},
        {.id = "l3", .part_of = "9/2020/QH14", .article = "3"},
        {.id = "nd",
            .part_of = "5/2021/NĐ-CP",
            .article = "1",
            .says = {{REL_DETAILS, .key = "s:qh:l:9:y2020",
                .number = "9/2020/QH14", .provision = "Đ1.k2; Đ7"}}}};
    tracuu_reader *reader = shelf_open(acts, 4, NULL);
    tracuu_relatives *all;

    ck_assert_int_eq(
        tracuu_related_run(&all, reader, "l1", 5, NULL), TRACUU_OK);
    ck_assert_uint_eq(all->count, 2);
    ck_assert_str_eq(all->at[0].document->id, "l3");
    ck_assert_str_eq(all->at[1].document->id, "nd");
    tracuu_relatives_free(all);
    tracuu_reader_free(reader);
}
END_TEST

UNIT_MAIN("related", the_chain_comes_before_mere_likeness,
    a_run_groups_nothing_and_has_no_stubs, the_reason_is_told,
    common_bases_bring_documents_together,
    articles_that_refer_to_one_another_are_near)
