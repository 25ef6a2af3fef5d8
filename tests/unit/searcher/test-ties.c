#include <tracuu.h>

#include "tests/unit/searcher/family.h"

/* "Được tiếp tục bởi 1 kl13; ..." */
static const char *
ties(tracuu_reader *reader, const char *key)
{
    static strbuf out;
    tracuu_ties *all;

    strbuf_clear(&out);
    strbuf_add_string(&out, "");
    ck_assert_int_eq(tracuu_ties_of(&all, reader, key, NULL), TRACUU_OK);
    for (size_t i = 0; i < all->count; i++) {
        strbuf_print(&out, "%s %zu", all->at[i].label, all->at[i].count);
        for (size_t k = 0; k < all->at[i].act_count; k++)
            strbuf_print(&out, " %s", all->at[i].acts[k]->id);
        strbuf_add_string(&out, "; ");
    }
    tracuu_ties_free(all);
    return out.ptr ? out.ptr : "";
}

START_TEST(the_strongest_relations_are_told_with_who_says_so)
{
    tracuu_reader *reader = shelf_open(family, FAMILY, NULL);

    /* 59-CTr/TU says of 13-KL/TW that it continues 48-CT/TW. */
    ck_assert_str_eq(ties(reader, CT48), "Được tiếp tục bởi 1 kl13; ");
    ck_assert_str_eq(ties(reader, KL13), "Được thực hiện bởi 1 ctr59; ");
    tracuu_reader_free(reader);
}
END_TEST

START_TEST(an_open_key_counts_for_the_act_that_agrees)
{
    tracuu_reader *reader = shelf_open(family, FAMILY, NULL);

    ck_assert_ptr_nonnull(strstr(ties(reader, CTR59), "kh68"));
    tracuu_reader_free(reader);
}
END_TEST

START_TEST(bare_citations_and_strangers_give_none)
{
    tracuu_reader *reader = shelf_open(family, FAMILY, NULL);

    ck_assert_str_eq(ties(reader, CT48_NEW), "");
    ck_assert_str_eq(ties(reader, "d:tw:ct:999:k1"), "");
    ck_assert_str_eq(ties(reader, ""), "");
    tracuu_reader_free(reader);
}
END_TEST

START_TEST(who_may_not_be_seen_is_not_counted)
{
    static const shelf_act acts[] = {
        {.id = "a", .key = KL13, .number = "13-KL/TW"},
        {.id = "b",
            .key = CTR59,
            .label = "kin",
            .says = {{REL_IMPLEMENTS, .key = KL13}}}};
    tracuu_reader *reader = shelf_open(acts, 2, "");

    ck_assert_str_eq(ties(reader, KL13), "");
    tracuu_reader_free(reader);
}
END_TEST

UNIT_MAIN("ties", the_strongest_relations_are_told_with_who_says_so,
    an_open_key_counts_for_the_act_that_agrees,
    bare_citations_and_strangers_give_none, who_may_not_be_seen_is_not_counted)
