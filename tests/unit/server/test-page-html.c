#include "searcher/server/page-html.h"

#include "tests/unit/unit.h"

/* What `text` becomes inside an element and as an attribute. */
static const char *
written(const char *text)
{
    static strbuf out;
    html h;

    strbuf_clear(&out);
    html_begin(&h, &out);
    strbuf_clear(&out);
    html_leaf(&h, "b", text, "title", text, NULL);
    return out.ptr;
}

static const struct {
    const char *text, *html;
} escapes[] = {
    {"a & b", "<b title=\"a &amp; b\">a &amp; b</b>"},
    {"<x>", "<b title=\"&lt;x&gt;\">&lt;x&gt;</b>"},
    {"\"'", "<b title=\"&quot;&#39;\">&quot;&#39;</b>"},
    {"&lt;", "<b title=\"&amp;lt;\">&amp;lt;</b>"},
    {"Ữ Ặ Ễ Ộ ỷ ỵ", "<b title=\"Ữ Ặ Ễ Ộ ỷ ỵ\">Ữ Ặ Ễ Ộ ỷ ỵ</b>"},
    {"a\nb", "<b title=\"a b\">a b</b>"},
    {"\xFF", "<b title=\"\xEF\xBF\xBD\">\xEF\xBF\xBD</b>"},
};

START_TEST(text_and_attributes_are_escaped_and_safe)
{
    ck_assert_str_eq(written(escapes[_i].text), escapes[_i].html);
}
END_TEST

START_TEST(no_control_character_and_no_turn_of_writing_passes)
{
    const char *got = written("a\x01\x1b\x7f\u202e\u2066z");

    for (const char *p = got; *p; p++)
        ck_assert_msg((unsigned char)*p >= ' ' && *p != 0x7f, "'%s'", got);
    ck_assert_ptr_null(strstr(got, "\u202e"));
    ck_assert_ptr_null(strstr(got, "\u2066"));
}
END_TEST

START_TEST(an_attribute_without_a_value_is_left_out)
{
    strbuf out = STRBUF_INIT;
    html h;

    html_begin(&h, &out);
    strbuf_clear(&out);
    html_void(&h, "input", "id", NULL, "hidden", "", "name", "q", NULL);
    ck_assert_str_eq(out.ptr, "<input hidden name=\"q\">");
    strbuf_release(&out);
}
END_TEST

START_TEST(elements_are_closed_in_the_order_in_which_they_were_opened)
{
    strbuf out = STRBUF_INIT;
    html h;

    html_begin(&h, &out);
    strbuf_clear(&out);
    html_open(&h, "i", NULL);
    html_open(&h, "b", NULL);
    html_close(&h);
    html_close(&h);
    ck_assert_str_eq(out.ptr, "<i><b></b></i>");
    ck_assert_uint_eq(h.depth, 0);
    strbuf_release(&out);
}
END_TEST

START_TEST(marks_that_stand_side_by_side_are_one)
{
    static const tracuu_range marks[] = {{0, 1}, {2, 3}, {6, 7}, {50, 60}};
    strbuf out = STRBUF_INIT;
    html h;

    html_begin(&h, &out);
    strbuf_clear(&out);
    html_marked(&h, "a b < d", marks, 4);
    ck_assert_str_eq(out.ptr, "<mark>a b</mark> &lt; <mark>d</mark>");
    strbuf_release(&out);
}
END_TEST

UNIT_TABLES("page-html",
    UNIT_TABLE(text_and_attributes_are_escaped_and_safe, escapes),
    {no_control_character_and_no_turn_of_writing_passes, 0},
    {an_attribute_without_a_value_is_left_out, 0},
    {elements_are_closed_in_the_order_in_which_they_were_opened, 0},
    {marks_that_stand_side_by_side_are_one, 0})
