#include "common/document/extent.h"

#include <stdio.h>

#include "tests/unit/unit.h"

/* Reads "w" or "p" (whole, part) for each mention, which stands in brackets;
 * "#" in front of a bracket gives it a provision. */
static const char *
read(const char *marked)
{
    static char text[512], story[16];
    record_mention mentions[8] = {{0}};
    record r = {.mentions = mentions};
    size_t length = 0;
    arena a = ARENA_INIT;
    bool *whole;

    for (const char *c = marked; *c; c++) {
        record_mention *m = &mentions[r.mention_count];

        if (*c == '[')
            m->at = length;
        else if (*c == '#')
            m->provision = SPAN("Đ5");
        else if (*c == ']')
            m->at_end = length, r.mention_count++;
        else
            text[length++] = *c;
    }
    for (size_t i = 0; i < r.mention_count; i++) {
        mentions[i].sentence = (span){text, length};
        mentions[i].relation = REL_REPEALS;
    }
    whole = extent_read(&a, &r);
    for (size_t i = 0; i < r.mention_count; i++)
        story[i] = whole[i] ? 'w' : 'p';
    story[r.mention_count] = '\0';
    arena_release(&a);
    return story;
}

START_TEST(what_stands_in_front_tells_a_part_from_the_whole)
{
    const struct {
        const char *text, *want;
    } all[] = {
        {"thay thế [Nghị định số 110/2004/NĐ-CP]", "w"},
        {"[Nghị định số 110/2004/NĐ-CP] hết hiệu lực", "w"},
        {"bãi bỏ #[Điều 5 Nghị định số 110/2004/NĐ-CP]", "p"},
        {"bãi bỏ một số điều của [Nghị định số 110/2004/NĐ-CP]", "p"},
        {"thay biểu số 4 ban hành kèm theo [Thông tư số 1/2020/TT-BTC]", "p"},
        {"bãi bỏ [Thông tư A] và [Thông tư B]", "ww"},
        {"bãi bỏ một số điều của [Thông tư A] về x và [Thông tư B]", "pp"},
        {"bỏ cụm từ tại [Thông tư A], bãi bỏ [Thông tư B]", "pw"},
        {"bãi bỏ #[Điều 5 Thông tư A]; [Thông tư B]", "pw"},
    };

    for (size_t i = 0; i < sizeof all / sizeof *all; i++)
        ck_assert_msg(!strcmp(read(all[i].text), all[i].want), "%s: %s",
            all[i].text, read(all[i].text));
}
END_TEST

UNIT_MAIN("extent", what_stands_in_front_tells_a_part_from_the_whole)
