#include <tracuu.h>

#include "tests/unit/searcher/small.h"

#define LONG                                                                   \
    "QUYẾT ĐỊNH\\nVề việc trồng cây\\n\\n"                         \
    "Điều 1. Trồng cây ở xã Vị Tân.\\n"                            \
    "Điều 2. Chăm sóc cây đã trồng; bảo vệ rừng.\\n\\n"        \
    "Điều 3. Quyết định này có hiệu lực từ ngày ký./.\\n"

static const char records[] =
    "{\"id\":\"tree\",\"title\":\"Về việc trồng cây\",\"text\":\"" LONG "\"}\n"
    "{\"id\":\"empty\",\"title\":\"Không có gì\",\"text\":\"\"}\n"
    "{\"id\":\"closed\",\"title\":\"Việc riêng\",\"text\":\"Điều 1. Cây.\","
    "\"labels\":[\"to-chuc\"]}\n";

/* The text with [ ] around what matches. */
static const char *
marked(tracuu_reader *reader, const char *id, const char *query)
{
    static strbuf out;
    tracuu_body *body;
    size_t at = 0;

    strbuf_clear(&out);
    ck_assert_int_eq(tracuu_body_of(&body, reader, id, query, NULL), TRACUU_OK);
    ck_assert_uint_eq(strlen(body->text), body->length);
    for (size_t i = 0; i < body->match_count; i++) {
        tracuu_range m = body->matches[i];

        ck_assert_uint_le(at, m.start);
        ck_assert_uint_le(m.end, body->length);
        strbuf_print(&out, "%.*s[%.*s]", (int)(m.start - at), body->text + at,
            (int)(m.end - m.start), body->text + m.start);
        at = m.end;
    }
    strbuf_add_string(&out, body->text + at);
    tracuu_body_free(body);
    return out.ptr;
}

START_TEST(passages_give_the_text_back_in_its_order)
{
    tracuu_reader *reader = small_open(records);
    const char *text = marked(reader, "tree", NULL);

    ck_assert_ptr_nonnull(strstr(text,
        "Điều 1. Trồng cây ở xã Vị Tân.\nĐiều 2. Chăm sóc cây đã trồng;"));
    ck_assert_ptr_nonnull(strstr(text, "có hiệu lực từ ngày ký./."));
    tracuu_reader_free(reader);
}
END_TEST

START_TEST(places_of_the_outline_are_bytes_of_it)
{
    tracuu_reader *reader = small_open(records);
    tracuu_views *views;
    tracuu_body *body;

    ck_assert_int_eq(tracuu_show(&views, reader, "tree", NULL), TRACUU_OK);
    ck_assert_int_eq(
        tracuu_body_of(&body, reader, "tree", NULL, NULL), TRACUU_OK);
    ck_assert_uint_eq(views->at[0].outline_count, 3);
    for (size_t i = 0; i < 3; i++) {
        const tracuu_section *s = &views->at[0].outline[i];

        ck_assert_int_eq(
            strncmp(body->text + s->range.start, s->label, strlen(s->label)),
            0);
    }
    tracuu_body_free(body);
    tracuu_views_free(views);
    tracuu_reader_free(reader);
}
END_TEST

START_TEST(each_mention_of_an_act_is_told_where_it_stands)
{
    static const char twice[] =
        "{\"id\":\"a\",\"title\":\"A\",\"text\":\"Căn cứ Nghị định số "
        "30/2020/NĐ-CP ngày 05/3/2020;\\nĐiều 1. Theo Nghị định số "
        "30/2020/NĐ-CP.\"}\n";
    tracuu_reader *reader = small_open(twice);
    tracuu_body *body;

    ck_assert_int_eq(tracuu_body_of(&body, reader, "a", NULL, NULL), TRACUU_OK);
    ck_assert_uint_eq(body->mention_count, 2);
    for (size_t i = 0; i < 2; i++) {
        const tracuu_mention *m = &body->mentions[i];

        ck_assert_str_eq(m->key, body->mentions[0].key);
        ck_assert_int_eq(strncmp(body->text + m->range.start, "Nghị định",
                             strlen("Nghị định")),
            0);
    }
    tracuu_body_free(body);
    tracuu_reader_free(reader);
}
END_TEST

START_TEST(words_are_marked_where_two_of_them_meet)
{
    tracuu_reader *reader = small_open(records);
    const char *text = marked(reader, "tree", "trong cay");

    ck_assert_ptr_nonnull(strstr(text, "Điều 1. [Trồng cây] ở xã"));
    ck_assert_ptr_nonnull(strstr(text, "Chăm sóc cây đã trồng"));
    tracuu_reader_free(reader);
}
END_TEST

START_TEST(a_single_word_is_marked_everywhere)
{
    tracuu_reader *reader = small_open(records);
    const char *text = marked(reader, "tree", "cây");

    ck_assert_ptr_nonnull(strstr(text, "Trồng [cây] ở xã"));
    ck_assert_ptr_nonnull(strstr(text, "Chăm sóc [cây] đã trồng"));
    tracuu_reader_free(reader);
}
END_TEST

START_TEST(any_query_at_all_is_fine)
{
    static const char *const lines[] = {
        "", "   ", "\"", "số:", "-cây", "xyz", "thực hiện:13-KL/TW", "\xff"};
    tracuu_reader *reader = small_open(records);

    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++)
        ck_assert_uint_gt(strlen(marked(reader, "tree", lines[i])), 50);
    tracuu_reader_free(reader);
}
END_TEST

START_TEST(what_may_not_be_seen_is_not_found)
{
    const char *labels[] = {"khac"};
    tracuu_open_options options = {.labels = labels, .label_count = 1};
    tracuu_reader *all = small_open(records), *some;
    tracuu_body *body;

    ck_assert_int_eq(
        tracuu_open(&some, small_folder, &options, NULL), TRACUU_OK);
    ck_assert_str_eq(marked(all, "closed", NULL), "Điều 1. Cây.");
    ck_assert_int_eq(
        tracuu_body_of(&body, some, "closed", NULL, NULL), TRACUU_NOT_FOUND);
    ck_assert_ptr_null(body);
    ck_assert_int_eq(
        tracuu_body_of(&body, all, "tre", NULL, NULL), TRACUU_NOT_FOUND);
    tracuu_reader_free(some);
    tracuu_reader_free(all);
}
END_TEST

UNIT_MAIN("body", passages_give_the_text_back_in_its_order,
    places_of_the_outline_are_bytes_of_it,
    each_mention_of_an_act_is_told_where_it_stands,
    words_are_marked_where_two_of_them_meet, a_single_word_is_marked_everywhere,
    any_query_at_all_is_fine, what_may_not_be_seen_is_not_found)
