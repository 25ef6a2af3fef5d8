#include "common/document/forward.h"

#include "common/text/syllable.h"
#include "tests/unit/unit.h"

START_TEST(comes_back_with_its_breaks)
{
    arena a = ARENA_INIT;
    strbuf bytes = STRBUF_INIT;
    token_list title = token_list_read(&a, SPAN("đất đai"));
    token_list heading = token_list_read(&a, SPAN(""));
    token_list body = token_list_read(&a, SPAN("Nhà nước giao đất. Thu hồi."));
    forward f;

    forward_encode(&bytes, &a, &title, &heading, &body, 0, body.count);
    ck_assert(forward_decode(&a, strbuf_span(&bytes), &f));
    ck_assert_uint_eq(f.title_count, 2);
    ck_assert_uint_eq(f.title[0], syllable_id(SPAN("dat")));
    ck_assert_uint_eq(f.heading_count, 0);
    ck_assert_uint_eq(f.body_count, 7);
    ck_assert_uint_eq(f.body[3], syllable_id(SPAN("dat")));
    ck_assert_uint_eq(f.body[4], SYLLABLE_ID_END);
    ck_assert_uint_eq(f.body[5], syllable_id(SPAN("thu")));
    strbuf_release(&bytes);
    arena_release(&a);
}
END_TEST

START_TEST(cuts_what_is_too_long)
{
    arena a = ARENA_INIT;
    strbuf text = STRBUF_INIT, bytes = STRBUF_INIT;
    token_list list;
    forward f;

    for (int i = 0; i < 2 * FORWARD_MAX; i++)
        strbuf_add_string(&text, "đất ");
    list = token_list_read(&a, strbuf_span(&text));
    forward_encode(&bytes, &a, &list, &list, &list, 0, list.count);
    ck_assert(forward_decode(&a, strbuf_span(&bytes), &f));
    ck_assert_uint_eq(
        f.title_count + f.heading_count + f.body_count, FORWARD_MAX);
    ck_assert_uint_gt(f.body_count, 0);
    strbuf_release(&bytes);
    strbuf_release(&text);
    arena_release(&a);
}
END_TEST

START_TEST(refuses_damaged_bytes)
{
    arena a = ARENA_INIT;
    forward f;

    ck_assert(!forward_decode(&a, SPAN(""), &f));
    ck_assert(!forward_decode(&a, SPAN("\1"), &f));
    ck_assert(!forward_decode(&a, SPAN("\2\1\0\0"), &f));
    ck_assert(!forward_decode(&a, SPAN("\377\377\0\0"), &f));
    ck_assert(!forward_decode(&a, SPAN("\0\0\1"), &f));
    ck_assert(!forward_decode(&a, SPAN("\0\0\376\377"), &f));
    ck_assert(forward_decode(&a, SPAN("\0\0\377\377\7\0"), &f));
    ck_assert(forward_decode(&a, SPAN("\0\0"), &f));
    arena_release(&a);
}
END_TEST

UNIT_MAIN("forward", comes_back_with_its_breaks, cuts_what_is_too_long,
    refuses_damaged_bytes)
