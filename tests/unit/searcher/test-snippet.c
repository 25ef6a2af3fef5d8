#include "searcher/snippet.h"

#include "tests/unit/unit.h"

/* A plan with the words of a line, each as heavy as the others. */
static void
plan_for(plan *p, query *q, arena *a, const char *line)
{
    unit_set *set = &p->units;

    query_read(q, a, span_of(line));
    *p = (plan){.query = q};
    set->query = q;
    set->ranks = arena_array(a, q->tokens.count + 1, sizeof *set->ranks);
    set->words = arena_array(a, q->tokens.count + 1, sizeof *set->words);
    for (size_t i = 0; i < q->node_count; i++) {
        const query_node *node = &q->nodes[i];

        if (node->kind != QUERY_WORD || node->without)
            continue;
        set->ranks[node->first] = true;
        set->words[set->word_count++] =
            (unit){.first = q->tokens.at[node->first].id,
                .token = node->first,
                .weight = 1};
    }
    set->alternative_count =
        alternative_collect(&set->alternatives, a, q, set->ranks);
}

/* The snippet with [ ] around its highlights. */
static const char *
marked(arena *a, const char *line, const char *text)
{
    excerpt passage = {.text = span_of(text)};
    strbuf out = STRBUF_INIT;
    size_t at = 0;
    snippet s;
    query q;
    plan p;

    passage.tokens = token_list_read(a, passage.text);
    plan_for(&p, &q, a, line);
    s = snippet_make(a, &p, &passage);
    for (size_t i = 0; i < s.highlight_count; i++) {
        ck_assert_uint_le(at, s.highlights[i].start);
        ck_assert_uint_le(s.highlights[i].end, s.text.len);
        strbuf_add(&out, span_slice(s.text, at, s.highlights[i].start));
        strbuf_print(&out, "[%.*s]",
            SPAN_PRINT(span_slice(
                s.text, s.highlights[i].start, s.highlights[i].end)));
        at = s.highlights[i].end;
    }
    strbuf_add(&out, span_from(s.text, at));
    line = arena_string(a, strbuf_span(&out));
    strbuf_release(&out);
    return line;
}

START_TEST(highlights_exactly_what_matches)
{
    static const struct {
        const char *line, *text, *snippet;
    } table[] = {
        {"tội", "Phạm tội lúc tối.", "Phạm [tội] lúc tối."},
        {"toi", "Phạm tội lúc tối.", "Phạm [tội] lúc [tối]."},
        {"tội", "Pham toi luc nao.", "Pham [toi] luc nao."},
        {"hòa", "Hoà bình", "[Hoà] bình"},
        {"luậ*", "Luật và lệ", "[Luật] và lệ"},
        {"-luật lệ", "Luật và lệ", "Luật và [lệ]"},
        {"lệ", "Một\ndòng\tlệ", "Một dòng [lệ]"},
        {"UBND", "Do ủy ban nhân dân họp.", "Do [ủy] [ban] [nhân] [dân] họp."},
        {"ủy ban nhân dân", "UBND họp.", "[UBND] họp."},
        {"UBND", "Số 7/KH-UBND, ủy ban.", "Số 7/KH-[UBND], ủy ban."},
        {"xa", "Không có gì", "Không có gì"},
        {"xa", "", ""},
        {"xa", "…", ""},
    };
    arena a = ARENA_INIT;

    for (size_t i = 0; i < sizeof table / sizeof *table; i++)
        ck_assert_str_eq(
            marked(&a, table[i].line, table[i].text), table[i].snippet);
    arena_release(&a);
}
END_TEST

START_TEST(takes_the_window_that_holds_most)
{
    arena a = ARENA_INIT;
    strbuf text = STRBUF_INIT;
    const char *got;

    for (int i = 0; i < 300; i++)
        strbuf_add_string(&text, "một hai ba lệ bốn năm. ");
    strbuf_add_string(&text, "Luật và lệ ở đây. ");
    for (int i = 0; i < 300; i++)
        strbuf_add_string(&text, "Sáu bảy tám chín. ");
    got = marked(&a, "luật lệ", text.ptr);
    ck_assert_ptr_nonnull(strstr(got, "[Luật] và [lệ] ở đây."));
    ck_assert_int_eq(strncmp(got, "… ", 4), 0);
    ck_assert_uint_le(strlen(got), SNIPPET_BYTES + 40);
    strbuf_release(&text);
    arena_release(&a);
}
END_TEST

START_TEST(one_endless_word_is_cut)
{
    arena a = ARENA_INIT;
    strbuf text = STRBUF_INIT;
    const char *got;

    for (int i = 0; i < 5000; i++)
        strbuf_add_string(&text, "ế");
    got = marked(&a, "luật", text.ptr);
    ck_assert_uint_le(strlen(got), 2 * SNIPPET_BYTES + 16);
    strbuf_release(&text);
    arena_release(&a);
}
END_TEST

UNIT_MAIN("snippet", highlights_exactly_what_matches,
    takes_the_window_that_holds_most, one_endless_word_is_cut)
