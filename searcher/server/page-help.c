#include "searcher/server/page-help.h"

#include "searcher/server/page-ask.h"

/* A row without an example is a heading. */
static const struct {
    const char *example, *vietnamese, *english;
} rows[] = {
    {NULL, "Gõ thế nào cũng được", "Type it as it comes"},
    {"chi thi 48 phong chong toi pham",
        "Có dấu hay không dấu đều được. Văn bản có nhiều từ hơn, gần nhau hơn, "
        "đứng trước.",
        "With or without diacritics. Documents with more of the words, nearer "
        "to each other, come first."},
    {"48-CT/TW", "Số hiệu viết kiểu nào cũng hiểu: 48cttw, chỉ thị 48.",
        "Numbers in any spelling: 48cttw, chỉ thị 48."},
    {"26-NQ/TW khóa X",
        "Nhiều văn bản cùng số: thêm khóa, năm, ngày hoặc cơ quan.",
        "Several acts bear one number: add term, year, date or issuer."},
    {"điều 12 BLHS 2015", "Điều của luật, tên luật viết tắt.",
        "An article of a law, laws by their initials."},
    {NULL, "Chặt chẽ hơn", "More strictly"},
    {"\"công tác văn thư\"", "Trong ngoặc kép: đúng các từ ấy, đúng thứ tự.",
        "In quotation marks: these words, in this order."},
    {"tội phạm -\"ma túy\"", "Dấu trừ: không có từ ấy.",
        "A minus: without that word."},
    {"văn thư OR lưu trữ", "OR: một trong hai.", "OR: one of the two."},
    {"phòng cháy*", "Dấu sao: từ bắt đầu như vậy.",
        "A star: words that begin so."},
    {NULL, "Theo thông tin của văn bản", "By what a document is"},
    {"loại:\"chỉ thị\" tội phạm", "Loại văn bản.", "Kind of document (kind:)."},
    {"cq:\"Bộ Chính trị\"", "Cơ quan ban hành.", "Issuer (issuer:)."},
    {"nơi:\"Hậu Giang\"", "Tỉnh, thành phố; tên cũ và tên mới.",
        "Province, old and new names (place:)."},
    {"năm:2021 kế hoạch", "Năm ban hành; từ: và đến: cho một khoảng.",
        "Year (year:); from: and to: for a range."},
    {"khóa:XIII", "Khóa Đảng hoặc Quốc hội.", "Term (term:)."},
    {"hl:hết nghị định", "Tình trạng hiệu lực.",
        "Whether it is in force (status:)."},
    {NULL, "Theo quan hệ", "By how acts hang together"},
    {"thực hiện:\"13-KL/TW\"", "Văn bản nào thực hiện văn bản ấy.",
        "Who carries that act out (implements:)."},
    {"thực hiện:13-KL/TW**",
        "Cả những văn bản thực hiện các văn bản đó, nhiều bước.",
        "And who carries out those in turn."},
    {"bị thay thế bởi:30/2020/NĐ-CP", "Văn bản bị nó thay thế.",
        "What that act has replaced."},
    {"văn bản nào thay thế Nghị định 110/2004/NĐ-CP?", "Hỏi bằng một câu.",
        "Asked as a question."},
};

static const struct {
    const char *keys, *vietnamese, *english;
} keys[] = {
    {"/", "đến ô tìm", "to the box"},
    {"↑ ↓ Enter Esc", "trong gợi ý", "in the suggestions"},
    {"n p", "chỗ khớp sau, trước trong văn bản",
        "next and previous match in a text"},
    {"+ − 0", "phóng to, thu nhỏ, toàn bộ sơ đồ", "zoom of the graph"},
};

static void
put_rows(sheet *s)
{
    html *h = &s->h;
    bool open = false;

    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        const char *words =
            s->vietnamese ? rows[i].vietnamese : rows[i].english;

        if (!rows[i].example) {
            if (open)
                html_close(h);
            html_leaf(h, "h2", words, NULL);
            html_open(h, "dl", NULL);
            open = true;
            continue;
        }
        html_open(h, "div", NULL);
        html_open(h, "dt", NULL);
        sheet_link(s, NULL, ask_search(s, rows[i].example), rows[i].example);
        html_close(h);
        html_leaf(h, "dd", words, NULL);
        html_close(h);
    }
    if (open)
        html_close(h);
}

static void
put_keys(sheet *s)
{
    html *h = &s->h;

    html_leaf(h, "h2", s->vietnamese ? "Bàn phím" : "Keyboard", NULL);
    html_open(h, "dl", NULL);
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
        html_open(h, "div", NULL);
        html_open(h, "dt", NULL);
        html_leaf(h, "kbd", keys[i].keys, NULL);
        html_close(h);
        html_leaf(h, "dd", s->vietnamese ? keys[i].vietnamese : keys[i].english,
            NULL);
        html_close(h);
    }
    html_close(h);
}

void
help_put(sheet *s)
{
    html *h = &s->h;

    sheet_begin(
        s, &(sheet_about){.title = sheet_say(s, SAY_HELP), .look = "help"});
    html_open(h, "section", "class", "prose", NULL);
    sheet_leaf(s, "h1", NULL, SAY_HELP);
    put_rows(s);
    put_keys(s);
    html_close(h);
    sheet_end(s);
}
