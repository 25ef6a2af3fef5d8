#include "indexer/passages.h"

#include "common/base/strbuf.h"
#include "indexer/structure.h"
#include "tests/unit/unit.h"

static void
read(document *d, const strbuf *text)
{
    document_init(d);
    document_set_text(d, strbuf_span(text));
    structure_read(d);
    passages_cut(d);
}

static void
add_words(strbuf *text, int words)
{
    strbuf_add_string(text, "Đây là ");
    for (int i = 2; i < words; i++)
        strbuf_add_string(text, i % 12 == 11 ? "văn thư. Và " : "nội dung ");
    strbuf_add_string(text, "hết.\n");
}

/* Passages follow one another and hold every token. */
static void
check_cover(const document *d)
{
    size_t at = 0, byte = 0;

    for (size_t i = 0; i < d->passage_count; i++) {
        const passage *p = &d->passages[i];

        ck_assert_uint_eq(p->first, at);
        ck_assert_uint_lt(p->first, p->last);
        ck_assert_uint_le(byte, p->start);
        ck_assert_uint_le(p->start, d->tokens.at[p->first].start);
        ck_assert_uint_ge(p->end, d->tokens.at[p->last - 1].end);
        ck_assert_uint_le(p->last - p->first, PASSAGE_MOST);
        at = p->last;
        byte = p->end;
    }
    ck_assert_uint_eq(at, d->tokens.count);
}

START_TEST(takes_each_article_by_itself)
{
    strbuf text = STRBUF_INIT;
    document d;

    strbuf_add_string(&text, "Chương I\nQUY ĐỊNH CHUNG\nĐiều 1. Phạm vi\n");
    add_words(&text, 30);
    strbuf_add_string(&text, "Điều 2. Đối tượng\n");
    add_words(&text, 20);
    read(&d, &text);
    check_cover(&d);
    ck_assert_uint_eq(d.passage_count, 2);
    ck_assert_span_eq(d.passages[0].label, "Điều 1");
    ck_assert_span_eq(
        d.passages[0].heading, "Chương I. QUY ĐỊNH CHUNG > Điều 1. Phạm vi");
    ck_assert_span_eq(d.passages[1].label, "Điều 2");
    document_release(&d);
    strbuf_release(&text);
}
END_TEST

START_TEST(cuts_a_long_article_at_its_clauses)
{
    strbuf text = STRBUF_INIT;
    document d;

    strbuf_add_string(&text, "Điều 1. Phạm vi\n");
    for (int i = 1; i <= 4; i++) {
        strbuf_print(&text, "%d. ", i);
        add_words(&text, 80);
    }
    read(&d, &text);
    check_cover(&d);
    ck_assert_uint_ge(d.passage_count, 2);
    for (size_t i = 1; i < d.passage_count; i++) {
        ck_assert(span_starts_with(d.passages[i].label, SPAN("khoản ")));
        ck_assert(span_ends_with(d.passages[i].label, SPAN(" Điều 1")));
        ck_assert(d.text.ptr[d.passages[i].start] >= '2');
    }
    document_release(&d);
    strbuf_release(&text);
}
END_TEST

START_TEST(joins_short_neighbours_under_one_heading)
{
    strbuf text = STRBUF_INIT;
    document d;

    strbuf_add_string(&text, "I. NHIỆM VỤ\n");
    for (int i = 1; i <= 3; i++) {
        strbuf_print(&text, "%d. ", i);
        add_words(&text, 8);
    }
    strbuf_add_string(&text, "II. TỔ CHỨC\n1. ");
    add_words(&text, 60);
    read(&d, &text);
    check_cover(&d);
    ck_assert_uint_eq(d.passage_count, 2);
    ck_assert_span_eq(d.passages[0].label, "I");
    ck_assert_span_eq(d.passages[1].label, "II.1");
    ck_assert_span_eq(d.passages[1].heading, "II. TỔ CHỨC > 1");
    document_release(&d);
    strbuf_release(&text);
}
END_TEST

START_TEST(cuts_plain_text_near_its_measure)
{
    strbuf text = STRBUF_INIT;
    document d;

    for (int i = 0; i < 40; i++)
        add_words(&text, 20);
    read(&d, &text);
    check_cover(&d);
    for (size_t i = 0; i + 1 < d.passage_count; i++) {
        size_t words = d.passages[i].last - d.passages[i].first;

        ck_assert_uint_ge(words, PASSAGE_PLAIN - 60);
        ck_assert_uint_le(words, PASSAGE_PLAIN + 60);
        ck_assert(d.text.ptr[d.passages[i].end - 1] == '.');
    }
    document_release(&d);
    strbuf_release(&text);
}
END_TEST

START_TEST(cuts_words_without_any_border)
{
    strbuf text = STRBUF_INIT;
    document d;

    for (int i = 0; i < 5000; i++)
        strbuf_add_string(&text, "chữ ");
    read(&d, &text);
    check_cover(&d);
    document_release(&d);
    strbuf_clear(&text);
    read(&d, &text);
    ck_assert_uint_eq(d.passage_count, 0);
    document_release(&d);
    strbuf_release(&text);
}
END_TEST

UNIT_MAIN("passages", takes_each_article_by_itself,
    cuts_a_long_article_at_its_clauses,
    joins_short_neighbours_under_one_heading, cuts_plain_text_near_its_measure,
    cuts_words_without_any_border)
