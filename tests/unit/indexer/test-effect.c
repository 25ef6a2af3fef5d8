#include "indexer/metadata-effect.h"

#include <stdio.h>

#include "indexer/metadata.h"
#include "indexer/structure.h"
#include "tests/unit/unit.h"

static void
check_effect(const char *clause, const char *from, const char *to)
{
    char text[1024], got[DATE_SIZE];
    document d;

    snprintf(text, sizeof text,
        "CHÍNH PHỦ\nSố: 1/2024/NĐ-CP\n"
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n"
        "Hà Nội, ngày 25 tháng 12 năm 2023\nNGHỊ ĐỊNH\nVề văn thư\n\nĐiều 1. "
        "Phạm vi\nĐiều 2. Hiệu lực thi hành\n%s\n",
        clause);
    document_init(&d);
    document_set_text(&d, span_of(text));
    structure_read(&d);
    metadata_read(&d);
    date_format(got, d.meta.effective_from);
    ck_assert_msg(!strcmp(got, from), "'%s': from '%s'", clause, got);
    date_format(got, d.meta.effective_to);
    ck_assert_msg(!strcmp(got, to), "'%s': to '%s'", clause, got);
    document_release(&d);
}

START_TEST(reads_clauses_of_effect)
{
    check_effect("Nghị định này có hiệu lực thi hành kể từ ngày 01 tháng 7 năm "
                 "2024.",
        "2024-07-01", "");
    check_effect("Nghị định này có hiệu lực từ ngày 01/02/2024 đến hết ngày "
                 "31/12/2026.",
        "2024-02-01", "2026-12-31");
    check_effect(
        "Nghị định này có hiệu lực kể từ ngày ký ban hành.", "2023-12-25", "");
    check_effect("Nghị định này có hiệu lực sau 10 (mười) ngày kể từ ngày ký.",
        "2024-01-04", "");
    check_effect(
        "Nghị định số 3/2020/NĐ-CP có hiệu lực từ ngày 01/02/2024.", "", "");
    check_effect("Hợp đồng còn hiệu lực đến ngày 01/02/2024.", "", "");
}
END_TEST

START_TEST(takes_no_day_of_a_clause_that_only_names_the_act)
{
    check_effect("Từ ngày Luật này có hiệu lực thi hành cho đến trước ngày "
                 "01 tháng 01 năm 2028, mức lương hưu được tính như sau.",
        "", "");
    check_effect("Các quy định trái với khoản 3 của Luật này hết hiệu lực thi "
                 "hành kể từ ngày 01 tháng 7 năm 2026.",
        "", "");
    check_effect(
        "Khoản 3 Điều 5 Nghị định này có hiệu lực từ ngày 01/7/2026.", "", "");
    check_effect("Nghị định này hết hiệu lực kể từ ngày 01 tháng 3 năm 2027.",
        "", "2027-03-01");
}
END_TEST

UNIT_MAIN("effect", reads_clauses_of_effect,
    takes_no_day_of_a_clause_that_only_names_the_act)
