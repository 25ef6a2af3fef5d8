#include "common/base/json.h"

#include <math.h>

#include "tests/unit/unit.h"

START_TEST(puts_commas_and_names)
{
    strbuf out = STRBUF_INIT;
    json j;

    json_init(&j, &out);
    json_open(&j, '{');
    json_member(&j, "a", SPAN("x"));
    json_name(&j, "list");
    json_open(&j, '[');
    json_put_integer(&j, -1);
    json_put_bool(&j, true);
    json_put_null(&j);
    json_open(&j, '{');
    json_close(&j);
    json_close(&j);
    json_member_or_null(&j, "none", (span){NULL, 0});
    json_close(&j);
    ck_assert_str_eq(
        out.ptr, "{\"a\":\"x\",\"list\":[-1,true,null,{}],\"none\":null}");
    strbuf_release(&out);
}
END_TEST

START_TEST(escapes_what_json_cannot_hold)
{
    static const struct {
        span in;
        const char *out;
    } rows[] = {
        {SPAN_INIT("chỉ thị"), "\"chỉ thị\""},
        {SPAN_INIT("a\"b\\c"), "\"a\\\"b\\\\c\""},
        {SPAN_INIT("line\nend\t\r"), "\"line\\nend\\t\\r\""},
        {SPAN_INIT("\x1b[31m\0"), "\"\\u001b[31m\\u0000\""},
        {SPAN_INIT("\x7f"), "\"\\u007f\""},
        {SPAN_INIT("a\xff\xc3"), "\"a\xEF\xBF\xBD\xEF\xBF\xBD\""},
        {SPAN_INIT("\xed\xa0\x80"), /* a surrogate */
            "\"\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\""},
    };

    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        strbuf out = STRBUF_INIT;
        json j;

        json_init(&j, &out);
        json_put_string(&j, rows[i].in);
        ck_assert_str_eq(out.ptr, rows[i].out);
        strbuf_release(&out);
    }
}
END_TEST

START_TEST(writes_no_number_that_json_lacks)
{
    strbuf out = STRBUF_INIT;
    json j;

    json_init(&j, &out);
    json_open(&j, '[');
    json_put_real(&j, 0.5);
    json_put_real(&j, (double)NAN);
    json_put_real(&j, (double)INFINITY);
    json_close(&j);
    ck_assert_str_eq(out.ptr, "[0.5,0,0]");
    strbuf_release(&out);
}
END_TEST

START_TEST(survives_deep_nesting)
{
    strbuf out = STRBUF_INIT;
    json j;

    json_init(&j, &out);
    for (int i = 0; i < 2 * JSON_DEPTH; i++)
        json_open(&j, '[');
    for (int i = 0; i < 3 * JSON_DEPTH; i++)
        json_close(&j);
    ck_assert_uint_eq(out.len, 4 * JSON_DEPTH);
    strbuf_release(&out);
}
END_TEST

UNIT_MAIN("json", puts_commas_and_names, escapes_what_json_cannot_hold,
    writes_no_number_that_json_lacks, survives_deep_nesting)
