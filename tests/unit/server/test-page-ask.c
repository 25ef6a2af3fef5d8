#include "searcher/server/page-ask.h"

#include "tests/unit/unit.h"

static const char *
no_param(const request *in, const char *name)
{
    for (size_t i = 0; i < in->param_count; i++)
        if (!strcmp(in->params[i].name, name))
            return in->params[i].value;
    return NULL;
}

/* A page for a request with these parameters. */
static void
begin(sheet *s, reply *out, request *in, const request_param *params,
    size_t count)
{
    *out = (reply){0};
    *in = (request){.path = "/search",
        .param = no_param,
        .params = params,
        .param_count = count,
        .vietnamese = true};
    sheet_init(s, out, in);
}

static void
end(sheet *s)
{
    strbuf_release(&s->out->body);
    sheet_release(s);
}

START_TEST(filters_become_fields_before_the_words)
{
    static const request_param params[] = {{"q", "\"tội phạm"},
        {"kind", "chỉ thị"}, {"from", "2010"}, {"sort", "newest"},
        {"page", "3"}};
    reply out;
    request in;
    sheet s;
    ask a;

    begin(&s, &out, &in, params, 5);
    ask_read(&a, &in);
    ck_assert_str_eq(
        ask_line(&s, &a), "kind:\"chỉ thị\" from:\"2010\" \"tội phạm");
    ck_assert_str_eq(
        ask_typed(&s, &a, "kind:\"chỉ thị\" from:\"2010\" tội"), "tội");
    ck_assert_str_eq(ask_address(&s, &a),
        "/search?q=%22t%E1%BB%99i+ph%E1%BA%A1m&kind=ch%E1%BB%89+th%E1%BB%8B"
        "&from=2010&sort=newest&page=3");
    end(&s);
}
END_TEST

START_TEST(a_quotation_mark_does_not_end_the_value_of_a_filter)
{
    static const request_param params[] = {
        {"q", "a"}, {"kind", "x\" OR status:\"expired"}};
    reply out;
    request in;
    sheet s;
    ask a;

    begin(&s, &out, &in, params, 2);
    ask_read(&a, &in);
    ck_assert_str_eq(ask_line(&s, &a), "kind:\"x  OR status: expired\" a");
    end(&s);
}
END_TEST

static const struct {
    const char *page;
    unsigned number;
} numbers[] = {{"2", 2}, {"0", 1}, {"-4", 1}, {"x", 1}, {"", 1},
    {"99999999999999999999", ASK_PAGES}};

START_TEST(a_page_is_a_number_in_its_bounds)
{
    const request_param params[] = {{"page", numbers[_i].page}};
    request in = {.param = no_param, .params = params, .param_count = 1};
    ask a;

    ask_read(&a, &in);
    ck_assert_uint_eq(a.page, numbers[_i].number);
}
END_TEST

static const struct {
    const char *id, *address;
} names[] = {
    {"d:tw:ct:48:k10", "/doc/d:tw:ct:48:k10"},
    {"corpus/a b.txt", "/doc/corpus/a%20b.txt"},
    {"d:tu.?:ctr:59", "/doc/d:tu.%3F:ctr:59"},
    {"../../etc", "/doc/..%2F..%2Fetc"},
    {"a//b", "/doc/a%2F%2Fb"},
    {"//evil.example", "/doc/%2F%2Fevil.example"},
    {"a#b&c", "/doc/a%23b%26c"},
    {"đ", "/doc/%C4%91"},
};

START_TEST(an_id_is_a_path_that_means_only_it)
{
    reply out;
    request in;
    sheet s;

    begin(&s, &out, &in, NULL, 0);
    ck_assert_str_eq(ask_document(&s, names[_i].id), names[_i].address);
    end(&s);
}
END_TEST

START_TEST(language_and_frame_go_along)
{
    static const request_param params[] = {{"lang", "en"}, {"embed", "1"}};
    reply out;
    request in;
    sheet s;

    begin(&s, &out, &in, params, 2);
    ck_assert_str_eq(
        ask_passage(&s, "a", "x", 7), "/doc/a?q=x&at=7&lang=en&embed=1#at");
    ck_assert_str_eq(
        ask_graph(&s, "a", "3", NULL), "/graph/a?depth=3&lang=en&embed=1");
    end(&s);
}
END_TEST

UNIT_TABLES("page-ask", {filters_become_fields_before_the_words, 0},
    {a_quotation_mark_does_not_end_the_value_of_a_filter, 0},
    UNIT_TABLE(a_page_is_a_number_in_its_bounds, numbers),
    UNIT_TABLE(an_id_is_a_path_that_means_only_it, names),
    {language_and_frame_go_along, 0})
