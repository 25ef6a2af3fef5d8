#include "indexer/extract-sink.h"

#include "tests/unit/unit.h"

static void
setup(sink *s)
{
    sink_init(s, 1 << 16);
}

static void
check(sink *s, const char *text)
{
    sink_finish(s);
    ck_assert_span_eq(strbuf_span(&s->text), text);
    sink_release(s);
}

static void
row(sink *s, const char *const *cells)
{
    sink_open_row(s);
    for (; *cells; cells++) {
        sink_text(s, span_of(*cells));
        sink_cell(s);
    }
    sink_close_row(s);
}

START_TEST(lines_end_once_however_often_it_is_said)
{
    sink s;

    setup(&s);
    sink_break(&s, 2);
    sink_text(&s, SPAN("  một "));
    sink_break(&s, 1);
    sink_break(&s, 1);
    sink_text(&s, SPAN("hai\nba"));
    sink_break(&s, 2);
    sink_text(&s, SPAN("bốn"));
    check(&s, "một\nhai ba\n\nbốn");
}
END_TEST

START_TEST(a_row_is_a_line_with_bars)
{
    sink s;

    setup(&s);
    row(&s, (const char *[]){"1", "Sở Y tế", "5", "", NULL});
    row(&s, (const char *[]){"2", "", "7", NULL});
    check(&s, "1 | Sở Y tế | 5\n2 |  | 7");
}
END_TEST

START_TEST(cells_with_lines_of_their_own_stand_below_each_other)
{
    sink s;

    setup(&s);
    sink_open_row(&s);
    sink_text(&s, SPAN("UBND TỈNH"));
    sink_break(&s, 1);
    sink_text(&s, SPAN("Số: 1/QĐ"));
    sink_cell(&s);
    sink_text(&s, SPAN("CỘNG HÒA"));
    sink_close_row(&s);
    check(&s, "UBND TỈNH\nSố: 1/QĐ\nCỘNG HÒA");
}
END_TEST

START_TEST(pages_stay_where_they_were_when_bars_are_written)
{
    sink s;

    setup(&s);
    sink_page(&s);
    row(&s, (const char *[]){"a", "b", NULL});
    sink_page(&s);
    sink_text(&s, SPAN("c"));
    sink_finish(&s);
    ck_assert_uint_eq(s.pages.count, 2);
    ck_assert_uint_eq(s.pages.at[0], 0);
    ck_assert_uint_eq(s.pages.at[1], strlen("a | b"));
    sink_release(&s);
}
END_TEST

static void
add_in(sink *s, const char *font, const char *text)
{
    s->font = sink_font(span_of(font));
    sink_text(s, span_of(text));
}

START_TEST(what_is_in_an_old_font_is_decoded)
{
    sink s;

    setup(&s);
    add_in(&s, "Arial", "Điều 1. ");
    add_in(&s, ".VnTimeH", "C«ng hoµ x· héi chñ nghÜa ");
    add_in(&s, "ABCDEF+.VnTime", "ViÖt Nam, th\u00ADêng trùc");
    sink_finish(&s);
    ck_assert_uint_eq(s.found, 1u << ENCODING_TCVN3);
    ck_assert_span_eq(strbuf_span(&s.text),
        "Điều 1. Công hoà xã hội chủ nghĩa Việt Nam, thường trực");
    sink_release(&s);
}
END_TEST

START_TEST(unicode_in_an_old_font_stays)
{
    sink s;

    setup(&s);
    add_in(&s, "VNI-Times", "Cộng hòa xã hội chủ nghĩa Việt Nam");
    check(&s, "Cộng hòa xã hội chủ nghĩa Việt Nam");
}
END_TEST

/* The blank at the end belongs to the run, and goes. */
START_TEST(a_run_ends_where_its_line_is_cut)
{
    sink s;

    setup(&s);
    add_in(&s, ".VnTime", "quyÕt ®Þnh cña Thñ t\u00ADíng   ");
    sink_break(&s, 1);
    add_in(&s, ".VnTime", "vÒ viÖc thµnh lËp Uû ban");
    check(&s, "quyết định của Thủ tướng\nvề việc thành lập Uỷ ban");
}
END_TEST

START_TEST(too_much_text_is_said)
{
    sink s;

    sink_init(&s, 4);
    sink_text(&s, SPAN("1234"));
    ck_assert(!s.too_much);
    sink_text(&s, SPAN("5"));
    ck_assert(s.too_much);
    sink_release(&s);
}
END_TEST

UNIT_MAIN("sink", lines_end_once_however_often_it_is_said,
    a_row_is_a_line_with_bars,
    cells_with_lines_of_their_own_stand_below_each_other,
    pages_stay_where_they_were_when_bars_are_written,
    what_is_in_an_old_font_is_decoded, unicode_in_an_old_font_stays,
    a_run_ends_where_its_line_is_cut, too_much_text_is_said)
