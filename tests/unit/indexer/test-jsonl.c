#include "indexer/scan-jsonl.h"

#include <stdio.h>

#include "tests/unit/unit.h"

static tracuu_error err;

START_TEST(a_record_has_the_fields_that_are_told)
{
    input *in = input_new();

    ck_assert_int_eq(
        jsonl_parse(in,
            SPAN(
                "{\"id\":\"a/1\",\"title\":\"T\",\"text\":\"Đất\",\"number\":"
                "\"48-CT/TW\",\"kind\":\"chỉ thị\",\"issuer\":\"BCT\",\"date\":"
                "\"2010-10-22\",\"part_of\":\"91/2015/QH13\",\"article\":12,"
                "\"url\":\"http://x\",\"labels\":[\"noi-bo\",\"b\"],"
                "\"stated\":{\"number\":\"no\"}}"),
            &err),
        TRACUU_OK);
    ck_assert_span_eq(in->id, "a/1");
    ck_assert_span_eq(in->title, "T");
    ck_assert_span_eq(in->bytes, "Đất");
    ck_assert_span_eq(in->stated.number, "48-CT/TW");
    ck_assert_span_eq(in->stated.kind, "chỉ thị");
    ck_assert_span_eq(in->stated.issuer, "BCT");
    ck_assert_span_eq(in->stated.date, "2010-10-22");
    ck_assert_span_eq(in->stated.part_of, "91/2015/QH13");
    ck_assert_span_eq(in->stated.article, "12");
    ck_assert_span_eq(in->url, "http://x");
    ck_assert_uint_eq(in->label_count, 2);
    ck_assert_span_eq(in->labels[0], "noi-bo");
    input_free(in);
}
END_TEST

START_TEST(a_line_that_is_no_record_says_why)
{
    const struct {
        const char *line, *reason;
    } all[] = {
        {"{", "not JSON"},
        {"[1]", "not a JSON object"},
        {"{\"text\":\"x\"}", "no \"id\""},
        {"{\"id\":\"\",\"text\":\"x\"}", "no \"id\""},
        {"{\"id\":\"a\\tb\",\"text\":\"x\"}", "no \"id\""},
        {"{\"id\":\"a\\u0000b\",\"text\":\"x\"}", "no \"id\""},
        {"{\"id\":\"a\"}", "no \"text\""},
        {"{\"id\":\"a\",\"text\":[]}", "\"text\" is not a string"},
        {"{\"id\":\"a\",\"text\":\"x\",\"labels\":\"b\"}", "\"labels\""},
        {"{\"id\":\"a\",\"text\":\"x\",\"labels\":[\"B\"]}", "label 'B'"},
        {"{\"id\":\"a\",\"text\":\"x\",\"labels\":[1]}", "label"},
        {"{\"id\":\"a\",\"text\":\"x\"} {}", "not JSON"},
    };

    for (size_t i = 0; i < sizeof all / sizeof *all; i++) {
        input *in = input_new();

        ck_assert_int_eq(
            jsonl_parse(in, span_of(all[i].line), &err), TRACUU_INPUT_FAILED);
        ck_assert_msg(strstr(err.message, all[i].reason), "'%s' for %s",
            err.message, all[i].line);
        input_free(in);
    }
}
END_TEST

START_TEST(bytes_that_are_no_utf8_are_repaired)
{
    input *in = input_new();

    ck_assert_int_eq(jsonl_parse(in,
                         SPAN("{\"id\":\"a\",\"text\":\"x\xFF"
                              "y\"}"),
                         &err),
        TRACUU_OK);
    ck_assert_span_eq(in->bytes, "x\xEF\xBF\xBD"
                                 "y");
    input_free(in);
}
END_TEST

/* Reads all lines; "r" for a record, "!N" for a bad line. */
static const char *
read_all(span bytes)
{
    static char story[256];
    FILE *file = fmemopen((void *)bytes.ptr, bytes.len, "r");
    jsonl_result result;
    jsonl j;

    story[0] = '\0';
    jsonl_init(&j, file);
    do {
        input *in = input_new();
        size_t at = strlen(story);

        result = jsonl_next(&j, in, &err);
        if (result == JSONL_RECORD)
            snprintf(story + at, sizeof story - at, "r");
        else if (result == JSONL_BAD)
            snprintf(story + at, sizeof story - at, "!%zu", j.line);
        input_free(in);
    } while (result == JSONL_RECORD || result == JSONL_BAD);
    ck_assert_int_eq(result, JSONL_END);
    jsonl_release(&j);
    fclose(file);
    return story;
}

#define RECORD "{\"id\":\"a\",\"text\":\"x\"}"

START_TEST(a_bad_line_does_not_stop_the_others)
{
    ck_assert_str_eq(read_all(SPAN(RECORD "\n{\n" RECORD "\n")), "r!2r");
    ck_assert_str_eq(
        read_all(SPAN("\n  \r\n" RECORD "\r\nx\n\n" RECORD)), "r!4r");
    ck_assert_str_eq(read_all(SPAN("\xEF\xBB\xBF" RECORD "\n")), "r");
    ck_assert_str_eq(read_all(SPAN("\n")), "");
    ck_assert_str_eq(read_all(SPAN(RECORD)), "r");
}
END_TEST

START_TEST(a_line_that_is_too_long_is_dropped_without_being_kept)
{
    const size_t size = INPUT_MAX + (9u << 20);
    strbuf bytes = STRBUF_INIT;

    strbuf_add_string(&bytes, RECORD "\n");
    strbuf_reserve(&bytes, size);
    memset(bytes.ptr + bytes.len, 'x', size);
    bytes.len += size;
    strbuf_add_string(&bytes, "\n" RECORD);
    ck_assert_str_eq(read_all(strbuf_span(&bytes)), "r!2r");
    bytes.len -= sizeof RECORD;
    ck_assert_str_eq(read_all(strbuf_span(&bytes)), "r!2");
    strbuf_release(&bytes);
}
END_TEST

UNIT_MAIN("jsonl", a_record_has_the_fields_that_are_told,
    a_line_that_is_no_record_says_why, bytes_that_are_no_utf8_are_repaired,
    a_bad_line_does_not_stop_the_others,
    a_line_that_is_too_long_is_dropped_without_being_kept)
