#include "tests/unit/searcher/small.h"

static const char records[] =
    "{\"id\":\"old\",\"number\":\"48-CT/TW\",\"kind\":\"chỉ thị\","
    "\"issuer\":\"Bộ Chính trị\",\"date\":\"2010-10-22\","
    "\"title\":\"về phòng, chống tội phạm\","
    "\"text\":\"Phòng ngừa tội phạm từ cơ sở. Giữ gìn trật tự.\"}\n"
    "{\"id\":\"new\",\"number\":\"48-CT/TW\",\"kind\":\"chỉ thị\","
    "\"issuer\":\"Ban Bí thư\",\"date\":\"2025-06-24\","
    "\"title\":\"về đại hội Mặt trận\","
    "\"text\":\"Lãnh đạo đại hội Mặt trận các cấp.\"}\n"
    "{\"id\":\"plan\",\"kind\":\"kế hoạch\",\"number\":\"7/KH-UBND\","
    "\"issuer\":\"Ủy ban nhân dân tỉnh Hậu Giang\",\"date\":\"2021-03-01\","
    "\"title\":\"Kế hoạch năm\","
    "\"text\":\"Thực hiện Chỉ thị số 48-CT/TW ngày 22/10/2010 của Bộ Chính "
    "trị về tội phạm. Thuế và trật tự.\"}\n";

static void
check_ids(tracuu_reader *reader, const char *line,
    const tracuu_search_options *options, const char *want)
{
    strbuf ids = STRBUF_INIT;
    tracuu_hits *hits;
    tracuu_error err = {0};

    ck_assert_msg(
        tracuu_search(&hits, reader, line, options, &err) == TRACUU_OK,
        "'%s': %s", line, err.message);
    strbuf_add_string(&ids, "");
    for (size_t i = 0; i < hits->count; i++)
        strbuf_print(&ids, "%s%s", i ? " " : "", hits->at[i].document->id);
    ck_assert_msg(!strcmp(ids.ptr ? ids.ptr : "", want), "'%s' finds '%s'",
        line, ids.ptr ? ids.ptr : "");
    ck_assert_uint_ge(hits->total, hits->count);
    strbuf_release(&ids);
    tracuu_hits_free(hits);
}

START_TEST(finds_by_words_phrases_fields_and_numbers)
{
    static const struct {
        const char *line, *ids;
    } table[] = {
        {"", ""},
        {"xyzzy qwerty", ""},
        {"dai hoi mat tran", "new"},
        {"\"trật tự\"", "old plan"},
        {"\"tự trật\"", ""},
        {"\"trật tự\" -thuế", "old"},
        {"\"trật tự\" -\"giữ gìn\"", "plan"},
        {"loại:\"kế hoạch\"", "plan"},
        {"năm:2020..2022", "plan"},
        {"từ:1/1/2021 đến:31/3/2021", "plan"},
        {"nơi:\"hau giang\"", "plan"},
        {"tiêu đề:\"đại hội\"", "new"},
        {"số:7/KH-UBND", "plan"},
        {"trật*", "old plan"},
        {"chi thi 48 phong chong toi pham", "old new plan"},
        {"chi thi 48 dai hoi mat tran", "new old plan"},
        {"48-CT/TW năm:2010", "old"},
    };
    tracuu_reader *reader = small_open(records);

    for (size_t i = 0; i < sizeof table / sizeof *table; i++)
        check_ids(reader, table[i].line, NULL, table[i].ids);
    tracuu_reader_free(reader);
}
END_TEST

START_TEST(shows_copies_of_one_act_once)
{
    static const char copies[] =
        "{\"id\":\"a\",\"number\":\"48-CT/TW\",\"kind\":\"chỉ thị\","
        "\"issuer\":\"Bộ Chính trị\",\"date\":\"2010-10-22\","
        "\"title\":\"về phòng, chống tội phạm\","
        "\"text\":\"Phòng ngừa tội phạm từ cơ sở.\"}\n"
        "{\"id\":\"b\",\"number\":\"48-CT/TW\",\"kind\":\"chỉ thị\","
        "\"issuer\":\"Bộ Chính trị\",\"date\":\"2010-10-22\","
        "\"title\":\"về phòng, chống tội phạm\","
        "\"text\":\"Phòng ngừa tội phạm từ cơ sở. Bản sao.\"}\n";
    tracuu_search_options bare = {.bare = true};
    tracuu_reader *reader = small_open(copies);

    check_ids(reader, "phòng ngừa tội phạm", NULL, "a");
    check_ids(reader, "phòng ngừa tội phạm", &bare, "a b");
    tracuu_reader_free(reader);
}
END_TEST

START_TEST(sorts_by_date_when_asked)
{
    tracuu_search_options newest = {.sort = TRACUU_NEWEST};
    tracuu_search_options oldest = {.sort = TRACUU_OLDEST};
    tracuu_reader *reader = small_open(records);

    check_ids(reader, "\"trật tự\"", &newest, "plan old");
    check_ids(reader, "\"trật tự\"", &oldest, "old plan");
    /* No passage has all of these words. */
    check_ids(reader, "mặt trận thuế giữ gìn", &newest, "new plan old");
    check_ids(reader, "mặt trận thuế giữ gìn", &oldest, "old plan new");
    tracuu_reader_free(reader);
}
END_TEST

START_TEST(what_has_no_date_is_the_last_in_either_order)
{
    static const char lines[] =
        "{\"id\":\"none\",\"title\":\"Tài liệu\",\"text\":\"Trật tự.\"}\n"
        "{\"id\":\"old\",\"title\":\"Tài liệu\",\"date\":\"2010-02-03\","
        "\"text\":\"Trật tự.\"}\n"
        "{\"id\":\"new\",\"title\":\"Tài liệu\",\"date\":\"2020-02-03\","
        "\"text\":\"Trật tự.\"}\n";
    tracuu_search_options newest = {.sort = TRACUU_NEWEST};
    tracuu_search_options oldest = {.sort = TRACUU_OLDEST};
    tracuu_reader *reader = small_open(lines);

    check_ids(reader, "trật tự", &newest, "new old none");
    check_ids(reader, "trật tự", &oldest, "old new none");
    check_ids(reader, "trật tự thuế xe", &newest, "new old none");
    check_ids(reader, "trật tự thuế xe", &oldest, "old new none");
    tracuu_reader_free(reader);
}
END_TEST

START_TEST(the_total_is_the_same_on_each_page)
{
    strbuf many = STRBUF_INIT;
    tracuu_reader *reader;

    for (int i = 0; i < 240; i++)
        strbuf_print(&many,
            "{\"id\":\"d%d\",\"title\":\"Tài liệu\",\"number\":\"%d/KH-UBND\","
            "\"date\":\"2020-02-03\",\"text\":\"%s công cộng.\"}\n",
            i, i + 1, i < 120 ? "Trật tự" : "Nơi");
    reader = small_open(many.ptr);
    for (size_t offset = 0; offset <= 300; offset += 60) {
        const tracuu_search_options page = {.limit = 60, .offset = offset};
        tracuu_hits *hits;

        ck_assert_int_eq(
            tracuu_search(&hits, reader, "trật tự công cộng", &page, NULL),
            TRACUU_OK);
        ck_assert_uint_eq(hits->total, 120);
        ck_assert_uint_eq(hits->count, offset < 120 ? 60 : 0);
        tracuu_hits_free(hits);
    }
    tracuu_reader_free(reader);
    strbuf_release(&many);
}
END_TEST

START_TEST(counts_documents_and_their_facets)
{
    tracuu_reader *reader = small_open(records);
    tracuu_hits *hits;

    ck_assert_int_eq(
        tracuu_search(&hits, reader, "\"trật tự\"", NULL, NULL), TRACUU_OK);
    ck_assert_uint_eq(hits->total, 2);
    ck_assert(hits->total_exact);
    ck_assert_uint_ge(hits->facet_count, 1);
    ck_assert_str_eq(hits->facets[0].name, "kind");
    ck_assert_uint_eq(hits->facets[0].value_count, 2);
    ck_assert_str_eq(hits->facets[0].values[0].value, "chỉ thị");
    tracuu_hits_free(hits);
    tracuu_reader_free(reader);
}
END_TEST

static tracuu_reader *
open_many(void)
{
    strbuf many = STRBUF_INIT;
    tracuu_reader *reader;

    for (int i = 0; i < 330; i++)
        strbuf_print(&many,
            "{\"id\":\"d%d\",\"title\":\"Tài liệu\",\"number\":\"%d/%s-UBND\","
            "\"date\":\"%d-02-03\",\"text\":\"Trật tự công cộng.\"}\n",
            i, i + 1, i % 3 ? "KH" : "BC", 2010 + i % 2);
    reader = small_open(many.ptr);
    strbuf_release(&many);
    return reader;
}

/* More than are ranked. */
START_TEST(a_long_page_of_a_phrase_shows_where_it_stands)
{
    tracuu_search_options options = {.limit = 250};
    tracuu_reader *reader = open_many();
    tracuu_hits *hits;

    ck_assert_int_eq(
        tracuu_search(&hits, reader, "\"trật tự\"", &options, NULL), TRACUU_OK);
    ck_assert_uint_eq(hits->count, 250);
    for (size_t i = 0; i < hits->count; i++)
        ck_assert_str_eq(hits->at[i].passages[0].snippet, "Trật tự công cộng.");
    tracuu_hits_free(hits);
    tracuu_reader_free(reader);
}
END_TEST

START_TEST(facets_of_many_documents_are_the_same_each_time)
{
    tracuu_reader *reader = open_many();

    for (int round = 0; round < 3; round++) {
        tracuu_hits *hits;

        ck_assert_int_eq(
            tracuu_search(&hits, reader, "trật tự", NULL, NULL), TRACUU_OK);
        ck_assert_uint_eq(hits->total, 330);
        ck_assert_str_eq(hits->facets[0].values[0].value, "kế hoạch");
        ck_assert_uint_eq(hits->facets[0].values[0].count, 220);
        ck_assert_uint_eq(hits->facets[0].values[1].count, 110);
        tracuu_hits_free(hits);
    }
    tracuu_reader_free(reader);
}
END_TEST

UNIT_MAIN("search", finds_by_words_phrases_fields_and_numbers,
    shows_copies_of_one_act_once, sorts_by_date_when_asked,
    what_has_no_date_is_the_last_in_either_order,
    the_total_is_the_same_on_each_page, counts_documents_and_their_facets,
    a_long_page_of_a_phrase_shows_where_it_stands,
    facets_of_many_documents_are_the_same_each_time)
