#include "searcher/query-misread.h"

#include "tests/unit/searcher/small.h"

static const char records[] =
    "{\"id\":\"a\",\"number\":\"12/2018/TT-BTP\",\"text\":\"Hộ tịch.\"}\n"
    "{\"id\":\"b\",\"number\":\"66/2014/QĐ-TTg\",\"text\":\"Danh mục.\"}\n"
    "{\"id\":\"c\",\"number\":\"518/TTr-STNMT\",\"text\":\"Đất.\"}\n"
    "{\"id\":\"d\",\"number\":\"128/QĐ-UBND\",\"text\":\"Chợ.\"}\n"
    "{\"id\":\"e\",\"number\":\"7/KH-STI\",\"text\":\"Chợ.\"}\n"
    "{\"id\":\"f\",\"number\":\"7/KH-STL\",\"text\":\"Chợ.\"}\n";

static const struct {
    const char *typed, *meant; /* "" if it stays */
} rows[] = {
    /* digits */
    {"12/2O18/TT-BTP", "12/2018/TT-BTP"},
    {"l2/20l8/TT-BTP", "12/2018/TT-BTP"},
    {"thông tư I2/2018/TT-BTP, điều 3", "thông tư 12/2018/TT-BTP, điều 3"},
    {"S1/2015/TT-BTP", "51/2015/TT-BTP"}, /* borne by none, but a number */
    {"0l/2026/TT-BTP", "01/2026/TT-BTP"},
    /* a letter, where the index has the number */
    {"12/2018/TT-8TP", "12/2018/TT-BTP"},
    {"66/2014/0Đ-TTg", "66/2014/QĐ-TTg"},
    {"518/TTr-STNMl", "518/TTr-STNMT"},
    {"518/ttr-stnmi", "518/ttr-stnmt"},
    /* as they are */
    {"12/2018/TT-BTP", ""},
    {"99/2018/TT-BTP", ""},
    {"12b/QĐ-UBND", ""}, /* 128 is another */
    {"7/KH-STT", ""},    /* two are as near */
    {"48cttw", ""},
    {"đường sắt Bắc-Nam 2030", ""},
    {"số:12/2O18", ""},
    {"-/-", ""},
    {"", ""},
};

START_TEST(what_a_scanner_took_for_another_letter_is_put_right)
{
    arena a = ARENA_INIT;
    tracuu_reader *reader = small_open(records);
    span got = misread_put_right(&a, reader, span_of(rows[_i].typed));

    ck_assert_msg(span_is(got, rows[_i].meant), "'%s' gives '%.*s'",
        rows[_i].typed, SPAN_PRINT(got));
    tracuu_reader_free(reader);
    arena_release(&a);
}
END_TEST

UNIT_TABLES("misread",
    UNIT_TABLE(what_a_scanner_took_for_another_letter_is_put_right, rows))
