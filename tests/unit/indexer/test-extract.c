#include "indexer/extract.h"

#include "tests/unit/folder.h"
#include "tests/unit/indexer/program.h"

static tracuu_error err;

/* Extracts a copy of the bytes; the input is the caller's. */
static input *
extract(input_form form, span bytes, tracuu_status *status)
{
    extractor *e = extractor_new(program_extractor(), false);
    input *in = input_new();

    in->form = form;
    in->bytes = arena_copy(&in->arena, bytes);
    *status = extract_text(e, in, &err);
    extractor_free(e);
    return in;
}

static void
check_page(const char *page, const char *text)
{
    tracuu_status status;
    input *in = extract(INPUT_HTML, span_of(page), &status);

    ck_assert_int_eq(status, TRACUU_OK);
    ck_assert_span_eq(in->bytes, text);
    input_free(in);
}

START_TEST(a_page_becomes_lines_as_a_reader_sees_them)
{
    check_page("<p>Một  hai\n ba<p>bốn", "Một hai ba\n\nbốn");
    check_page("một<br>hai<br/><br>ba", "một\nhai\n\nba");
    check_page("<table><tr><td>a</td><td>b</td></tr><tr><td>c", "a\nb\nc");
    check_page("<h1>Điều 1</h1>text<div>x</div>y", "Điều 1\n\ntext\nx\ny");
    check_page("<b>nghị</b> <i>quyết</i>", "nghị quyết");
    check_page("đo<b>à</b>n", "đoàn");
    check_page("<pre>a\n  b</pre>", "a\nb");
}
END_TEST

START_TEST(list_items_carry_their_numbers)
{
    check_page("<ol><li>a<li>b</ol>", "1. a\n2. b");
    check_page("<ol type=a><li>a<li>b</ol>", "a) a\nb) b");
    check_page("<ol start=9 type=I><li>a<li>b</ol>", "IX. a\nX. b");
    check_page("<ul><li>a</ul>", "- a");
    check_page("<ol><li>a<ul><li>b</ul><li>c</ol>", "1. a\n- b\n2. c");
}
END_TEST

START_TEST(entities_are_letters)
{
    check_page("Qu&yacute;&nbsp;&amp; &#272;&#x1ea3;ng", "Quý\u00A0& Đảng");
}
END_TEST

START_TEST(what_is_not_content_is_dropped)
{
    check_page("<script>x<y</script><style>p{}</style>"
               "<nav>menu</nav><p>chữ<noscript>no</noscript>",
        "chữ");
    check_page("<div class='top menu'>a</div><div hidden>b</div>"
               "<div style='display:none'>c</div>d",
        "d");
    check_page("<form><input value=x><select><option>a</select>b</form>", "b");
}
END_TEST

START_TEST(marked_content_counts_alone)
{
    strbuf page = STRBUF_INIT;
    tracuu_status status;
    input *in;

    strbuf_add_string(&page, "<title> Tên\n</title>đầu trang<article>");
    for (int i = 0; i < 60; i++)
        strbuf_add_string(&page, "chữ ");
    strbuf_add_string(&page, "</article>cuối trang");
    in = extract(INPUT_HTML, strbuf_span(&page), &status);
    ck_assert_int_eq(status, TRACUU_OK);
    ck_assert_span_eq(in->title, "Tên");
    ck_assert(span_starts_with(in->bytes, SPAN("chữ")));
    ck_assert_uint_eq(span_find(in->bytes, SPAN("cuối"), 0), SIZE_MAX);
    input_free(in);
    strbuf_release(&page);
}
END_TEST

START_TEST(the_encoding_is_found_whatever_the_page_says)
{
    tracuu_status status;
    input *in;

    check_page("<meta charset=iso-8859-1><p>Điều lệ Đảng", "Điều lệ Đảng");
    in = extract(
        INPUT_HTML, SPAN("<meta charset=windows-1252><p>caf\xE9"), &status);
    ck_assert_int_eq(status, TRACUU_OK);
    ck_assert_span_eq(in->bytes, "café");
    input_free(in);
}
END_TEST

START_TEST(what_holds_no_text_says_why)
{
    const struct {
        input_form form;
        span bytes;
        tracuu_status status;
        const char *reason;
    } all[] = {
        {INPUT_TEXT, SPAN(""), TRACUU_INPUT_SKIPPED, "empty"},
        {INPUT_TEXT, SPAN(" \n\t"), TRACUU_INPUT_SKIPPED, "empty"},
        {INPUT_HTML, SPAN("<p> </p><script>x</script>"), TRACUU_INPUT_SKIPPED,
            "empty"},
        {INPUT_TEXT,
            SPAN("\x7f"
                 "ELF\0\1\2\0\0\0"),
            TRACUU_INPUT_FAILED, "binary"},
        {INPUT_READY, SPAN(""), TRACUU_INPUT_SKIPPED, "empty"},
    };

    for (size_t i = 0; i < sizeof all / sizeof *all; i++) {
        tracuu_status status;
        input *in = extract(all[i].form, all[i].bytes, &status);

        ck_assert_int_eq(status, all[i].status);
        ck_assert_ptr_nonnull(strstr(err.message, all[i].reason));
        input_free(in);
    }
}
END_TEST

/* An extractor that dies on its first question and works on the second. */
START_TEST(an_extractor_that_dies_costs_one_file)
{
    extractor *e;
    tracuu_status status[2];

    folder_make();
    program_write_script("flaky",
        "if [ ! -e \"$0.died\" ]; then : >\"$0.died\"; kill -9 $$; fi\n"
        "exec '%s'\n");
    e = extractor_new(folder_path("flaky"), false);
    for (int i = 0; i < 2; i++) {
        input *in = input_new();

        in->form = INPUT_HTML;
        in->bytes = SPAN("<p>chữ");
        status[i] = extract_text(e, in, &err);
        input_free(in);
    }
    extractor_free(e);
    ck_assert_int_eq(status[0], TRACUU_INPUT_FAILED);
    ck_assert_int_eq(status[1], TRACUU_OK);
}
END_TEST

START_TEST(a_missing_extractor_is_named)
{
    extractor *e = extractor_new("/khong/co", false);
    input *in = input_new();

    in->form = INPUT_HTML;
    in->bytes = SPAN("<p>x");
    ck_assert_int_eq(extract_text(e, in, &err), TRACUU_INPUT_FAILED);
    ck_assert_ptr_nonnull(strstr(err.message, "/khong/co"));
    input_free(in);
    extractor_free(e);
}
END_TEST

UNIT_MAIN("extract", a_page_becomes_lines_as_a_reader_sees_them,
    list_items_carry_their_numbers, entities_are_letters,
    what_is_not_content_is_dropped, marked_content_counts_alone,
    the_encoding_is_found_whatever_the_page_says, what_holds_no_text_says_why,
    an_extractor_that_dies_costs_one_file, a_missing_extractor_is_named)
