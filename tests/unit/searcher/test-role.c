#include "searcher/query-role.h"

#include "common/base/strbuf.h"
#include "tests/unit/unit.h"

/* A letter for each token: s(ubject), a(ct), q(uestion); the acts that are
 * meant, with blanks between: by its name first, and once more if a number
 * was read too. */
static const struct {
    const char *line, *roles, *acts;
    bool defines, topic;
} rows[] = {
    {"Theo Bộ luật Dân sự 2015, vật chính được hiểu như thế nào?",
        "qaaaaassqqqqq", "912015qh13 912015qh13", true, false},
    {"theo bo luat dan su nam 2015 vat chinh la gi", "qaaaaaassqq",
        "912015qh13 912015qh13", true, false},
    {"Luật An ninh mạng 2018 quy định về điều gì?", "ssssssssss",
        "242018qh14 242018qh14", false, false},
    {"đất đai", "ss", "132003qh11 452013qh13 312024qh15", false, true},
    {"bao nhiêu", "ss", "", false, false},
    {"\"bao nhiêu\" tiền", "sss", "", false, true},
    {"thử việc theo luật lao động", "sssaaa", "102012qh13 452019qh14", false,
        false},
    {"khoản 2 Điều 36 về thử việc là gì", "sssssssqq", "", true, false},
    {"an toan thuc pham", "ssss", "552010qh12", false, true},
    {"an toàn thực phẩm năm nay", "ssssss", "", false, true},
    {"được", "s", "", false, true},
    {"48-CT/TW", "sss", "48cttw", false, false},
    {"người lao động được nghỉ mười hai ngày mỗi năm", "ssssssssss", "", false,
        false},
};

START_TEST(each_word_plays_its_part)
{
    arena a = ARENA_INIT;
    strbuf got = STRBUF_INIT;
    query q;
    query_roles roles;

    query_read(&q, &a, span_of(rows[_i].line));
    role_read(&roles, &a, &q);
    for (size_t t = 0; t < q.tokens.count; t++)
        strbuf_add_char(&got, "saq"[roles.of[t]]);
    strbuf_reserve(&got, 1);
    ck_assert_str_eq(got.ptr, rows[_i].roles);
    ck_assert_int_eq(roles.defines, rows[_i].defines);
    ck_assert_int_eq(roles.topic, rows[_i].topic);
    strbuf_clear(&got);
    for (size_t i = 0; i < roles.act_count; i++)
        strbuf_print(&got, "%s%.*s", i ? " " : "", SPAN_PRINT(roles.acts[i]));
    ck_assert_str_eq(got.ptr, rows[_i].acts);
    strbuf_release(&got);
    arena_release(&a);
}
END_TEST

UNIT_TABLES("role", UNIT_TABLE(each_word_plays_its_part, rows))
