#include <stdio.h>

#include "tests/unit/searcher/shelf.h"
#include <tracuu.h>

/* Two documents a case, alike but for one kind of evidence; the second one
 * comes first without it. */
static const shelf_act acts[] = {
    {.id = "duty",
        .title = "Chức năng của Sở Nội vụ",
        .text =
            "Cải cách hành chính, cải cách hành chính, cải cách hành chính."},
    {.id = "reform",
        .title = "Cải cách hành chính của Sở",
        .text =
            "Sở thực hiện nhiệm vụ được giao trong năm theo kế hoạch chung."},
    {.id = "ended",
        .key = "s:cp:nd:110:y2004",
        .number = "110/2004/NĐ-CP",
        .title = "Về công tác văn thư",
        .text = "Công tác văn thư. Nghị định về công tác văn thư.",
        .status = "expired"},
    {.id = "stands",
        .key = "s:cp:nd:30:y2020",
        .number = "30/2020/NĐ-CP",
        .title = "Về công tác văn thư",
        .text = "Nghị định này quy định về công tác văn thư.",
        .status = "in_force"},
    {.id = "nobody",
        .key = "d:tw:ct:1:k10",
        .number = "1-CT/TW",
        .title = "Chăm sóc người cao tuổi",
        .text = "Chăm sóc người cao tuổi. Chăm sóc người cao tuổi."},
    {.id = "known",
        .key = "d:tw:ct:2:k10",
        .number = "2-CT/TW",
        .title = "Chăm sóc người cao tuổi",
        .text = "Chỉ thị này chăm sóc người cao tuổi."},
    {.id = "a", .key = "d:x:kh:1", .says = {{.key = "d:tw:ct:2:k10"}}},
    {.id = "b", .key = "d:x:kh:2", .says = {{.key = "d:tw:ct:2:k10"}}},
    {.id = "c", .key = "d:x:kh:3", .says = {{.key = "d:tw:ct:2:k10"}}},
    {.id = "d", .key = "d:x:kh:4", .says = {{.key = "d:tw:ct:2:k10"}}},
    {.id = "rule",
        .title = "Điều khoản chung",
        .text = "An toàn thực phẩm. Bảo đảm an toàn thực phẩm."},
    {.id = "law",
        .title = "Điều khoản chung",
        .part_of = "55/2010/QH12",
        .article = "1",
        .text = "Luật này quy định việc bảo đảm an toàn thực phẩm."},
};

enum { NOT_FOUND = 99 };

static size_t
rank_of(tracuu_reader *reader, const char *line, const char *id,
    const char *without)
{
    tracuu_search_options options = {.without = without};
    tracuu_hits *hits;
    size_t rank = NOT_FOUND;

    ck_assert_int_eq(
        tracuu_search(&hits, reader, line, &options, NULL), TRACUU_OK);
    for (size_t i = 0; i < hits->count; i++)
        if (!strcmp(hits->at[i].document->id, id))
            rank = hits->at[i].rank;
    tracuu_hits_free(hits);
    return rank;
}

static const struct {
    const char *line, *evidence, *better, *worse;
} rows[] = {
    {"cải cách hành chính", "title-words,title-pairs,heading", "reform",
        "duty"},
    {"công tác văn thư", "status", "stands", "ended"},
    {"cong tac van thu", "status", "stands", "ended"},
    {"chăm sóc người cao tuổi", "cited", "known", "nobody"},
    {"an toàn thực phẩm", "act", "law", "rule"},
};

START_TEST(one_kind_of_evidence_decides)
{
    tracuu_reader *reader = shelf_open(acts, sizeof acts / sizeof *acts, NULL);
    const char *line = rows[_i].line, *without = rows[_i].evidence;

    ck_assert_msg(rank_of(reader, line, rows[_i].better, NULL) <
                      rank_of(reader, line, rows[_i].worse, NULL),
        "'%s' has '%s' first", line, rows[_i].worse);
    ck_assert_msg(rank_of(reader, line, rows[_i].better, without) >
                      rank_of(reader, line, rows[_i].worse, without),
        "'%s' without %s has '%s' first", line, without, rows[_i].better);
    tracuu_reader_free(reader);
}
END_TEST

/* Who asks wants the words of the answer, whoever cites it. */
START_TEST(a_question_is_no_subject)
{
    const char *line = "ai chăm sóc người cao tuổi như thế nào?";
    tracuu_reader *reader = shelf_open(acts, sizeof acts / sizeof *acts, NULL);
    size_t known = rank_of(reader, line, "known", NULL);

    ck_assert_uint_lt(rank_of(reader, line, "nobody", NULL), known);
    ck_assert_uint_ne(known, NOT_FOUND);
    tracuu_reader_free(reader);
}
END_TEST

enum { MANY = 300 };

/* More passages than are ranked say the words more often than the acts, which
 * come first all the same: what was asked is the title of one, and a part of
 * the other's. */
START_TEST(acts_of_that_name_are_always_proposed)
{
    static shelf_act many[MANY + 2];
    static char ids[MANY][8];
    tracuu_reader *reader;

    for (size_t i = 0; i < MANY; i++) {
        snprintf(ids[i], sizeof ids[i], "t%zu", i);
        many[i] = (shelf_act){.id = ids[i],
            .title = "Biểu mẫu",
            .text = "Mẫu này ghi học phí và học phí khác của người học."};
    }
    many[MANY] = (shelf_act){.id = "act",
        .title = "Học phí",
        .text = "Nghị định này quy định cơ chế thu, quản lý và mức thu đối "
                "với cơ sở giáo dục của Nhà nước."};
    many[MANY + 1] = (shelf_act){.id = "part",
        .title = "Tăng cường quản lý thu học phí trên địa bàn thành phố",
        .text = "Các đơn vị thu học phí theo đúng quy định của Nhà nước."};
    reader = shelf_open(many, MANY + 2, NULL);
    ck_assert_uint_eq(rank_of(reader, "học phí", "act", NULL), 1);
    ck_assert_uint_eq(rank_of(reader, "hoc phi", "part", NULL), 2);
    tracuu_reader_free(reader);
}
END_TEST

UNIT_TABLES("subject", UNIT_TABLE(one_kind_of_evidence_decides, rows),
    {a_question_is_no_subject, 0}, {acts_of_that_name_are_always_proposed, 0})
