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
    "trị về tội phạm. Thuế và trật tự.\"}\n"
    "{\"id\":\"part\",\"title\":\"Nghị định 59/2019/NĐ-CP Điều 5\","
    "\"text\":\"Điều 5. Công khai\\nCông khai để phòng, chống tham nhũng.\"}\n";

static const struct {
    const char *typed, *first; /* "" for none */
} beginnings[] = {
    {"ke hoa", "kế hoạch"},
    {"KE HOACH N", "Kế hoạch năm 7/KH-UBND"},
    {"VỀ ĐẠI", "Chỉ thị 48-CT/TW về đại hội Mặt trận"},
    {"đại hội m", "Chỉ thị 48-CT/TW về đại hội Mặt trận"},
    {"mặt tr", "Chỉ thị 48-CT/TW về đại hội Mặt trận"},
    /* numbers */
    {"7/KH", "Kế hoạch năm 7/KH-UBND"},
    {"48-c", "Chỉ thị 48-CT/TW về phòng, chống tội phạm"},
    {"48/CT", "Chỉ thị 48-CT/TW về phòng, chống tội phạm"},
    {"chi thi so 48", "Chỉ thị 48-CT/TW về phòng, chống tội phạm"},
    {"59/2", "Nghị định 59/2019/NĐ-CP"},
    {"nđ 59/20", "Nghị định 59/2019/NĐ-CP Điều 5"},
    {"nghi dinh so 5", "Nghị định 59/2019/NĐ-CP Điều 5"},
    {"quyet dinh 59/2019", ""},
    /* phrases, if the index has them */
    {"tham nh", "tham nhũng"},
    {"phong chong toi", "phòng chống tội phạm"},
    {"bao hiem xa", ""},
    {"phòng ngừa toi ph", "phòng ngừa tội phạm"},
    /* keys */
    {"phongf choongs tooij", "phòng chống tội phạm"},
    {"phong2 chong61 toi65", "phòng chống tội phạm"},
    {"", ""},
    {"-", ""},
    {"xyzzy", ""},
};

static void
check_first(tracuu_reader *reader, const char *typed, const char *first)
{
    tracuu_suggestions *list;

    ck_assert_int_eq(tracuu_suggest(&list, reader, typed, 0, NULL), TRACUU_OK);
    ck_assert_msg(!strcmp(list->count ? list->at[0].text : "", first),
        "'%s' gives '%s'", typed, list->count ? list->at[0].text : "");
    tracuu_suggestions_free(list);
}

START_TEST(a_beginning_leads_to_phrases_acts_and_numbers)
{
    tracuu_reader *reader = small_open(records);

    check_first(reader, beginnings[_i].typed, beginnings[_i].first);
    tracuu_reader_free(reader);
}
END_TEST

/* So many that there is a list for their beginning. */
START_TEST(of_many_titles_the_acts_that_are_cited_most_come_first)
{
    strbuf many = STRBUF_INIT;
    tracuu_reader *reader;
    tracuu_suggestions *list;

    for (int i = 0; i < 300; i++)
        strbuf_print(&many,
            "{\"id\":\"d%d\",\"kind\":\"quyết định\",\"number\":"
            "\"%d/QĐ-UBND\",\"issuer\":\"Ủy ban nhân dân tỉnh Hậu Giang\","
            "\"date\":\"2020-01-02\",\"title\":\"về chợ số %d\",\"text\":"
            "\"Căn cứ Quyết định số %d/QĐ-UBND ngày 02/01/2020 của Ủy ban "
            "nhân dân tỉnh Hậu Giang về chợ.\"}\n",
            i, i + 1, i, i % 3 ? 250 : 260);
    reader = small_open(many.ptr);
    check_first(reader, "quyet dinh 2", "Quyết định 250/QĐ-UBND về chợ số 249");
    ck_assert_int_eq(
        tracuu_suggest(&list, reader, "ve cho", 0, NULL), TRACUU_OK);
    ck_assert_uint_eq(list->count, 10);
    ck_assert_str_eq(list->at[0].id, "d249");
    ck_assert_str_eq(list->at[1].id, "d259");
    tracuu_suggestions_free(list);
    tracuu_reader_free(reader);
    strbuf_release(&many);
}
END_TEST

START_TEST(copies_are_suggested_once)
{
    strbuf copies = STRBUF_INIT;
    tracuu_reader *reader;
    tracuu_suggestions *list;

    for (int i = 0; i < 5; i++)
        strbuf_print(&copies,
            "{\"id\":\"d%d\",\"title\":\"Báo cáo quý\",\"text\":\"Số %d.\"}\n",
            i, i);
    reader = small_open(copies.ptr);
    ck_assert_int_eq(
        tracuu_suggest(&list, reader, "bao cao q", 0, NULL), TRACUU_OK);
    ck_assert_uint_eq(list->count, 1);
    tracuu_suggestions_free(list);
    tracuu_reader_free(reader);
    strbuf_release(&copies);
}
END_TEST

UNIT_TABLES("suggest",
    UNIT_TABLE(a_beginning_leads_to_phrases_acts_and_numbers, beginnings),
    {of_many_titles_the_acts_that_are_cited_most_come_first, 1},
    {copies_are_suggested_once, 1})
