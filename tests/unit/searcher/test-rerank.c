#include "tests/unit/searcher/small.h"

/* For each query one document that is right and one that is not, which has
 * the same words in another way. */
static const char records[] =
    "{\"id\":\"pair\",\"title\":\"Văn bản một\","
    "\"text\":\"Người phạm tội mua bán hàng giả bị phạt tù.\"}\n"
    "{\"id\":\"apart\",\"title\":\"Văn bản hai\","
    "\"text\":\"Hàng tháng người bán mua tủ giả gỗ. Tội ấy phạm lỗi. "
    "Bị đơn phạt.\"}\n"
    "{\"id\":\"about\",\"title\":\"Kiểm tra thuế\","
    "\"text\":\"Cơ quan tiến hành kiểm tra thuế hằng năm theo kế hoạch.\"}\n"
    "{\"id\":\"aside\",\"title\":\"Quản lý hóa đơn điện tử\","
    "\"text\":\"Cơ quan tiến hành kiểm tra thuế hằng năm theo kế hoạch.\"}\n"
    "{\"id\":\"36.1\",\"title\":\"Luật mẫu Điều 36. Báo trước khoản 1\","
    "\"text\":\"1. Báo trước cho người lao động khi báo trước.\"}\n"
    "{\"id\":\"36.2\",\"title\":\"Luật mẫu Điều 36. Báo trước khoản 2\","
    "\"text\":\"2. Ít nhất ba ngày.\"}\n"
    "{\"id\":\"defines\",\"title\":\"Giải thích từ ngữ\","
    "\"text\":\"1. Hoa lợi là sản vật tự nhiên mà tài sản mang lại.\"}\n"
    "{\"id\":\"mentions\",\"title\":\"Hưởng hoa lợi\","
    "\"text\":\"Người hưởng hoa lợi phải giữ gìn tài sản.\"}\n"
    "{\"id\":\"civil\",\"title\":\"Bộ luật Dân sự 2015 Điều 105. Vật\","
    "\"text\":\"Vật là tài sản.\"}\n"
    "{\"id\":\"other\",\"title\":\"Nghị định 5/2020/NĐ-CP Điều 4. Vật\","
    "\"text\":\"Vật là tài sản, trong dân sự, dân sự, theo bộ luật.\"}\n"
    "{\"id\":\"toi\",\"title\":\"Văn bản ba\","
    "\"text\":\"Tội ấy nặng.\"}\n"
    "{\"id\":\"tối\",\"title\":\"Văn bản bốn\","
    "\"text\":\"Tối ấy nắng.\"}\n"
    "{\"id\":\"bare\",\"title\":\"Van ban nam\","
    "\"text\":\"Toi ay nang.\"}\n"
    "{\"id\":\"thuộc\",\"title\":\"Đấu thầu thuộc tỉnh\","
    "\"text\":\"Điều khoản chung.\"}\n"
    "{\"id\":\"thuốc\",\"title\":\"Đấu thầu thuốc tỉnh\","
    "\"text\":\"Điều khoản chung.\"}\n";

static size_t
rank_of(const tracuu_hits *hits, const char *id)
{
    for (size_t i = 0; i < hits->count; i++)
        if (!strcmp(hits->at[i].document->id, id))
            return hits->at[i].rank;
    return 99;
}

START_TEST(puts_the_better_of_two_first)
{
    static const struct {
        const char *line, *better, *worse;
    } table[] = {
        {"phạm tội mua bán hàng giả", "pair", "apart"},
        {"pham toi mua ban hang gia", "pair", "apart"},
        {"kiểm tra thuế", "about", "aside"},
        {"tội ấy nặng", "toi", "tối"},
        {"tối ấy nắng", "tối", "toi"},
        {"tội ấy nặng", "toi", "bare"},
        {"tội ấy nặng", "bare", "tối"},
        {"đấu thầu thuốc", "thuốc", "thuộc"},
        {"báo trước theo khoản 2 Điều 36", "36.2", "36.1"},
        {"báo trước theo khoản 1 Điều 36", "36.1", "36.2"},
        {"hoa lợi là gì?", "defines", "mentions"},
        {"hoa loi duoc hieu the nao", "defines", "mentions"},
        {"hoa lợi", "mentions", "defines"},
        {"vật theo Bộ luật Dân sự", "civil", "other"},
    };
    tracuu_reader *reader = small_open(records);

    for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
        tracuu_hits *hits;

        ck_assert_int_eq(
            tracuu_search(&hits, reader, table[i].line, NULL, NULL), TRACUU_OK);
        ck_assert_msg(
            rank_of(hits, table[i].better) < rank_of(hits, table[i].worse),
            "'%s' has '%s' behind '%s'", table[i].line, table[i].better,
            table[i].worse);
        tracuu_hits_free(hits);
    }
    tracuu_reader_free(reader);
}
END_TEST

START_TEST(scores_fall_and_ranks_rise)
{
    tracuu_reader *reader = small_open(records);
    tracuu_search_options options = {.bare = true, .offset = 1};
    tracuu_hits *hits;

    ck_assert_int_eq(
        tracuu_search(&hits, reader, "tội ấy nặng", &options, NULL), TRACUU_OK);
    ck_assert_uint_ge(hits->count, 2);
    for (size_t i = 0; i < hits->count; i++) {
        ck_assert_uint_eq(hits->at[i].rank, i + 2);
        if (i)
            ck_assert(hits->at[i].score <= hits->at[i - 1].score);
    }
    tracuu_hits_free(hits);
    tracuu_reader_free(reader);
}
END_TEST

UNIT_MAIN("rerank", puts_the_better_of_two_first, scores_fall_and_ranks_rise)
