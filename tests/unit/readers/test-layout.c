#include "indexer/extract-layout.h"

#include "tests/unit/unit.h"

enum { WIDTH = 600, HEIGHT = 800, SIZE = 10, MARGIN = 60 };

static void
add(layout *l, size_t page, float x, float y, const char *text)
{
    size_t start = l->text.len;
    float width = 5 * (float)strlen(text);
    float right = x + width > WIDTH - MARGIN ? WIDTH - MARGIN : x + width;

    while (l->heights.count <= page)
        vec_push(&l->heights, HEIGHT);
    strbuf_add_string(&l->text, text);
    vec_push(&l->lines,
        (layout_line){page, x, right, y, y + SIZE, start, l->text.len, false});
}

static void
check(layout *l, const char *text)
{
    sink s;

    sink_init(&s, 1 << 16);
    layout_write(l, &s);
    sink_finish(&s);
    ck_assert_span_eq(strbuf_span(&s.text), text);
    ck_assert_uint_eq(s.pages.count, l->heights.count);
    sink_release(&s);
    layout_release(l);
}

#define FULL                                                                   \
    "a line that is as long as the page is wide, and then some letters more "  \
    "so that it is full"

START_TEST(a_line_without_room_goes_on_in_the_next)
{
    layout l = {.text = STRBUF_INIT};

    add(&l, 0, 80, 300, "1. " FULL);
    add(&l, 0, 60, 314, "and ends.");
    add(&l, 0, 80, 328, "2. " FULL);
    add(&l, 0, 60, 342, "too.");
    add(&l, 0, 80, 356, "3. Short");
    add(&l, 0, 60, 370, "stays.");
    check(&l, "1. " FULL " and ends.\n2. " FULL " too.\n3. Short\nstays.");
}
END_TEST

START_TEST(a_paragraph_goes_on_over_the_page)
{
    layout l = {.text = STRBUF_INIT};

    for (size_t page = 0; page < 3; page++) {
        add(&l, page, 60, 40, "CÔNG BÁO/Số 1/Ngày 02-03-2024");
        add(&l, page, 500, 40, page == 1 ? "18" : "- 17 -");
        add(&l, page, 60, 300, FULL);
        add(&l, page, 60, 760, page == 2 ? "end" : FULL);
    }
    check(&l, FULL "\n\n" FULL " " FULL "\n\n" FULL " " FULL "\n\nend");
}
END_TEST

START_TEST(what_opens_a_section_has_its_line)
{
    layout l = {.text = STRBUF_INIT};

    add(&l, 0, 60, 300, FULL);
    add(&l, 0, 60, 314, "Điều 2. Phạm vi");
    add(&l, 0, 60, 328, FULL);
    add(&l, 0, 60, 342, "a) một");
    add(&l, 0, 60, 356, FULL);
    add(&l, 0, 60, 370, "12. hai");
    add(&l, 0, 60, 384, FULL);
    add(&l, 0, 60, 398, "điều này");
    check(&l, FULL "\nĐiều 2. Phạm vi\n" FULL "\na) một\n" FULL
                   "\n12. hai\n" FULL " điều này");
}
END_TEST

START_TEST(cells_of_a_row_stand_on_one_line)
{
    layout l = {.text = STRBUF_INIT};

    add(&l, 0, 60, 300, "1");
    add(&l, 0, 100, 301, "Sở Y tế");
    add(&l, 0, 300, 299, "25");
    add(&l, 0, 60, 314, "2");
    check(&l, "1 | Sở Y tế | 25\n2");
}
END_TEST

START_TEST(a_number_inside_the_page_is_no_page_number)
{
    layout l = {.text = STRBUF_INIT};

    add(&l, 0, 60, 300, "2024");
    add(&l, 0, 300, 780, "Trang 1/2");
    check(&l, "2024");
}
END_TEST

UNIT_MAIN("layout", a_line_without_room_goes_on_in_the_next,
    a_paragraph_goes_on_over_the_page, what_opens_a_section_has_its_line,
    cells_of_a_row_stand_on_one_line,
    a_number_inside_the_page_is_no_page_number)
