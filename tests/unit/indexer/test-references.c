#include "indexer/references.h"

#include "tests/unit/unit.h"

/* The mentions of a text, one a line: relation, number or key, provision. */
static const char *
spoken_of(document *d, const char *carrier, const char *text)
{
    span out = SPAN("");

    d->meta.act.kind = carrier ? kind_by_name(span_of(carrier)) : NULL;
    document_set_text(d, span_of(text));
    references_read(d);
    for (size_t i = 0; i < d->mention_count; i++) {
        const mention *m = &d->mentions[i];
        span what = m->cite.act.number.len ? m->cite.act.number : m->cite.key;

        out = arena_print(&d->arena, "%.*s%s%s %.*s%s%.*s", SPAN_PRINT(out),
            out.len ? "\n" : "", relation_about(m->relation)->code,
            SPAN_PRINT(what), m->cite.provision.len ? " " : "",
            SPAN_PRINT(m->cite.provision));
    }
    return arena_string(&d->arena, out);
}

static const struct {
    const char *carrier, *text, *want;
} texts[] = {
    {NULL,
        "Căn cứ Luật Du lịch số 09/2017/QH14;\nCăn cứ Nghị định số "
        "45/2019/NĐ-CP đã được sửa đổi bởi Nghị định số 129/2021/NĐ-CP;",
        "based_on 09/2017/QH14\nbased_on 45/2019/NĐ-CP\namended_by "
        "129/2021/NĐ-CP"},
    {NULL, "Kế hoạch số 70-KH/TU thực hiện Chỉ thị số 20-CT/TW của Ban Bí thư",
        "cites 70-KH/TU\nimplements 20-CT/TW"},
    {NULL,
        "Kết luận số 9-KL/TW về tiếp tục thực hiện Nghị quyết số 8-NQ/TW; "
        "để tiếp tục thực hiện Nghị định số 7/2020/NĐ-CP",
        "cites 9-KL/TW\ncontinues 8-NQ/TW\nimplements 7/2020/NĐ-CP"},
    {NULL, "Sơ kết 3 năm thực hiện Chỉ thị số 31-CT/TW", "reviews 31-CT/TW"},
    {NULL, "Sau 6 năm thực hiện Nghị quyết số 42-NQ/TW, đời sống khá hơn.",
        "reviews 42-NQ/TW"},
    {NULL, "Hội nghị quán triệt Quy định số 144-QĐ/TW cho đảng viên",
        "deploys 144-QĐ/TW"},
    {NULL,
        "Thông tư hướng dẫn thi hành một số điều của Nghị định số "
        "10/2022/NĐ-CP",
        "guides 10/2022/NĐ-CP"},
    {NULL,
        "Nghị định số 65/2023/NĐ-CP quy định chi tiết và biện pháp thi hành "
        "Luật Sở hữu trí tuệ số 50/2005/QH11",
        "cites 65/2023/NĐ-CP\ndetails 50/2005/QH11"},
    {NULL,
        "Thay thế cụm từ “chi cục” bằng cụm từ “cục” tại khoản 3 Điều 4 "
        "Thông tư số 31/2021/TT-BTC",
        "amends 31/2021/TT-BTC Đ4.k3"},
    {"nghị định",
        "Nghị định này thay thế Nghị định số 8/2019/NĐ-CP và bãi bỏ Điều 6 "
        "Nghị định số 9/2019/NĐ-CP.",
        "self SELF\nreplaces 8/2019/NĐ-CP\nrepeals 9/2019/NĐ-CP Đ6"},
    {"thông tư",
        "Thông tư số 3/2015/TT-BYT và Thông tư số 4/2015/TT-BYT hết hiệu lực "
        "kể từ ngày Thông tư này có hiệu lực.",
        "repeals 3/2015/TT-BYT\nrepeals 4/2015/TT-BYT\nself SELF"},
    {NULL,
        "Trường hợp Nghị định số 3/2015/NĐ-CP hết hiệu lực thì áp dụng văn "
        "bản mới.",
        "cites 3/2015/NĐ-CP"},
    {NULL,
        "Quyết định số 17/QĐ-UBND được thay thế bởi Quyết định số "
        "18/QĐ-UBND",
        "cites 17/QĐ-UBND\nreplaced_by 18/QĐ-UBND"},
    {"quyết định",
        "Bãi bỏ các văn bản sau:\n1. Quyết định số 21/2010/QĐ-UBND;\n"
        "2. Quyết định số 22/2011/QĐ-UBND.",
        "repeals 21/2010/QĐ-UBND\nrepeals 22/2011/QĐ-UBND"},
    {NULL, "Theo đề nghị của Sở Nội vụ tại Tờ trình số 88/TTr-SNV",
        "proposed_by 88/TTr-SNV"},
    {NULL, "(Ban hành kèm theo Quyết định số 30/2020/QĐ-UBND)",
        "attached_to 30/2020/QĐ-UBND"},
    {NULL, "Về việc đính chính Thông tư số 1/2024/TT-BXD",
        "corrects 1/2024/TT-BXD"},
    {NULL, "Tạm ngưng hiệu lực thi hành Điều 5 Thông tư số 6/2024/TT-BCT",
        "suspends 6/2024/TT-BCT Đ5"},
    {NULL,
        "Chỉ thị số 14/CT-TTg ngày 2/5/2022 được ban hành. Các sở đã triển "
        "khai Chỉ thị nêu trên; nội dung Chỉ thị 14 được phổ biến.",
        "cites 14/CT-TTg\ndeploys 14/CT-TTg\ncites 14/CT-TTg"},
    {NULL,
        "Áp dụng Thông tư số 40/2021/TT-BTC (sau đây gọi là Thông tư 40). "
        "Hộ kinh doanh nộp thuế theo khoản 1 Điều 7 Thông tư 40.",
        "cites 40/2021/TT-BTC\ncites 40/2021/TT-BTC Đ7.k1"},
    {"nghị định",
        "Sửa đổi Điều 3 Nghị định số 31/2021/NĐ-CP như sau:\n“1. Hồ sơ theo "
        "Điều 8 Nghị định này gồm hai bộ.”\nNghị định này có hiệu lực từ ngày "
        "ký.",
        "amends 31/2021/NĐ-CP Đ3\ncites 31/2021/NĐ-CP Đ8\nself SELF"},
    {NULL,
        "Nghị định số 43/2014/NĐ-CP ngày 15/5/2014 quy định chi tiết thi hành "
        "Luật Đất đai",
        "cites 43/2014/NĐ-CP\ndetails 45/2013/QH13"},
    {"nghị định",
        "Điều 1. Sửa đổi một số điều của Nghị định số 52/2013/NĐ-CP\n"
        "1. Sửa đổi khoản 2 Điều 3 như sau:\n“2. Sàn giao dịch.”\n"
        "2. Bãi bỏ Điều 28.",
        "amends 52/2013/NĐ-CP Đ3.k2; Đ28"},
    {NULL, "Hộ nghèo thuộc Chương trình 135 được hỗ trợ.", ""},
    {NULL, "Những quy định trước đây trái với nội dung này đều bị bãi bỏ.", ""},
};

START_TEST(each_mention_has_its_act_and_relation)
{
    document d;

    document_init(&d);
    ck_assert_str_eq(
        spoken_of(&d, texts[_i].carrier, texts[_i].text), texts[_i].want);
    document_release(&d);
}
END_TEST

START_TEST(no_act_ends_one_of_a_higher_organ)
{
    document d;

    document_init(&d);
    d.context.issuer = issuer_by_id(SPAN("ubnd"));
    ck_assert_str_eq(
        spoken_of(&d, "quyết định", "Bãi bỏ Nghị định số 5/2018/NĐ-CP"),
        "cites 5/2018/NĐ-CP");
    ck_assert_str_eq(d.mentions[0].rule, "authority");
    document_release(&d);
}
END_TEST

START_TEST(a_mention_keeps_its_sentence)
{
    const char *text = "Mở đầu. Thực hiện Chỉ thị số 2-CT/TW, xã họp. Hết.";
    document d;
    tracuu_range r;

    document_init(&d);
    spoken_of(&d, NULL, text);
    ck_assert_uint_eq(d.mention_count, 1);
    r = d.mentions[0].sentence;
    ck_assert_span_eq(span_slice(d.text, r.start, r.end),
        "Thực hiện Chỉ thị số 2-CT/TW, xã họp");
    document_release(&d);
}
END_TEST

UNIT_TABLES("references",
    UNIT_TABLE(each_mention_has_its_act_and_relation, texts),
    {no_act_ends_one_of_a_higher_organ, 0}, {a_mention_keeps_its_sentence, 0})
