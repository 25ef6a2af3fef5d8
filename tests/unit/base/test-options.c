#include "common/base/options.h"

#include "tests/unit/unit.h"

static bool json;
static const char *dir;
static long limit;

static const option_spec specs[] = {
    {"index", 'i', OPTION_TEXT, "DIR", "the index to use", &dir},
    {"json", 0, OPTION_FLAG, NULL, "print JSON", &json},
    {"limit", 'n', OPTION_NUMBER, "N", "how many", &limit},
};

enum { SPEC_COUNT = sizeof specs / sizeof *specs };

START_TEST(reads_up_to_the_first_word)
{
    char *argv[] = {"tracuu", "--index=x", "-n", "5", "--json", "-", "--json"};
    tracuu_error err;
    int next;

    ck_assert_int_eq(
        options_read(specs, SPEC_COUNT, 7, argv, &next, &err), TRACUU_OK);
    ck_assert_str_eq(dir, "x");
    ck_assert_int_eq(limit, 5);
    ck_assert(json);
    ck_assert_int_eq(next, 5);
}
END_TEST

START_TEST(stops_at_two_dashes)
{
    char *argv[] = {"tracuu", "--", "--json"};
    int next;

    ck_assert_int_eq(
        options_read(specs, SPEC_COUNT, 3, argv, &next, NULL), TRACUU_OK);
    ck_assert_int_eq(next, 2);
}
END_TEST

START_TEST(says_what_is_wrong)
{
    static const struct {
        char *word;
        const char *message;
    } rows[] = {
        {"--indx", "unknown option '--indx'; --help lists them"},
        {"-ix", "unknown option '-ix'; --help lists them"},
        {"--index", "--index needs a value, DIR"},
        {"--json=1", "--json takes no value"},
        {"--limit=ten", "--limit takes a number, not 'ten'"},
        {"--limit=-3", "--limit takes a number, not '-3'"},
        {"--limit=99999999999999999999",
            "--limit takes a number, not '99999999999999999999'"},
    };

    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        char *argv[] = {"tracuu", rows[i].word};
        tracuu_error err;
        int next;

        ck_assert_int_eq(options_read(specs, SPEC_COUNT, 2, argv, &next, &err),
            TRACUU_USAGE);
        ck_assert_str_eq(err.message, rows[i].message);
    }
}
END_TEST

START_TEST(prints_a_line_an_option)
{
    strbuf out = STRBUF_INIT;

    options_help(&out, specs, SPEC_COUNT);
    ck_assert_str_eq(out.ptr, "  -i, --index DIR         the index to use\n"
                              "      --json              print JSON\n"
                              "  -n, --limit N           how many\n");
    strbuf_release(&out);
}
END_TEST

UNIT_MAIN("options", reads_up_to_the_first_word, stops_at_two_dashes,
    says_what_is_wrong, prints_a_line_an_option)
