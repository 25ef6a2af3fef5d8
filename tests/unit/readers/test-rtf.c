#include "indexer/extract-rtf.h"

#include "tests/unit/readers/read.h"

static const struct {
    const char *rtf, *text;
} files[] = {
    {"{\\rtf1 m\\'f4\\'20t\\par hai\\line ba}", "mô t\nhai\nba"},
    {"{\\rtf1\\uc1 Qu\\u7889?c h\\u7897?i}", "Quốc hội"},
    {"{\\rtf1\\uc0 \\u272 i\\u7873u}", "Điều"},
    {"{\\rtf1\\ansicpg1258 Vi\\'ea\\'f2t}", "Viê\u0323t"},
    {"{\\rtf1{\\fonttbl{\\f0\\fcharset163 Arial;}{\\f1 Arial;}}"
     "\\f0 \\'fd\\'f5 \\f1 \\'fd\\'f5}",
        "ươ ýõ"},
    {"{\\rtf1{\\fonttbl{\\f3\\fcharset0{\\*\\panose 0b}.VnTime;}}\\f3 "
     "quy\\'d5t \\'ae\\'denh c\\'f1a Th\\'f1 t\\'ad\\'edng}",
        "quyết định của Thủ tướng"},
    {"{\\rtf1 a{\\v \\'e9 hidden}b{\\*\\unknown c}d{\\pict 00ff}e}", "abde"},
    {"{\\rtf1{\\info{\\title t}}{\\header h}{\\field{\\*\\fldinst PAGE}"
     "{\\fldrslt 3}}}",
        "3"},
    {"{\\rtf1\\trowd\\intbl 1\\cell Y t\\'ea\\cell\\row\\trowd\\intbl 2\\cell "
     "\\cell\\row\\pard sau}",
        "1 | Y tê\n2\nsau"},
    {"{\\rtf1 a\\bin3 {}}b\\emdash c\\~d\\_e}", "ab—c\u00A0d-e"},
    {"{\\rtf1 \\u-10179?\\u-9216?}", "\U0001F400"},
};

START_TEST(a_file_is_read_as_word_shows_it)
{
    read_gives(span_of(files[_i].rtf), files[_i].text);
}
END_TEST

START_TEST(a_file_that_ends_in_the_middle_says_so)
{
    read_fails(SPAN("{\\rtf1{\\b{\\i một"), "ends in the middle");
}
END_TEST

START_TEST(groups_without_end_take_no_memory)
{
    strbuf deep = STRBUF_INIT;

    strbuf_add_string(&deep, "{\\rtf1 ");
    for (int i = 0; i < 100000; i++)
        strbuf_add_string(&deep, "{\\b ");
    strbuf_add_string(&deep, "sâu");
    for (int i = 0; i < 100000; i++)
        strbuf_add_char(&deep, '}');
    strbuf_add_char(&deep, '}');
    read_gives(strbuf_span(&deep), "s\u00C3\u00A2u");
    strbuf_release(&deep);
}
END_TEST

UNIT_TABLES("rtf", UNIT_TABLE(a_file_is_read_as_word_shows_it, files),
    {a_file_that_ends_in_the_middle_says_so, 0},
    {groups_without_end_take_no_memory, 0})
