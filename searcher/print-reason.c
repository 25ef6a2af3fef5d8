/* The library gives its reasons in English: what begins like a row here is
 * said in Vietnamese, and with advice. */
#include "searcher/print.h"

#include <string.h>

static const struct {
    const char *reason, *vietnamese;
    const char *advice, *advice_vietnamese;
} rows[] = {
    {"a duplicate: the same id and text came before",
        "trùng: mã và nội dung này đã có ở trên", "", ""},
    {"a symbolic link", "là liên kết tượng trưng",
        "index the folder that it leads to",
        "hãy lập chỉ mục thư mục mà nó dẫn tới"},
    {"bears a secrecy mark", "có dấu mật",
        "--include-secret takes it, under the label 'secret'",
        "--include-secret sẽ nhận, với nhãn 'secret'"},
    {"binary, not text", "là tệp nhị phân, không phải văn bản",
        "open it with its own program and save it as text or HTML",
        "hãy mở bằng chương trình của nó rồi lưu thành văn bản hoặc HTML"},
    {"cannot open", "không mở được",
        "see that it is there and may be read by the user who indexes",
        "hãy xem tệp còn đó và người lập chỉ mục có quyền đọc"},
    {"cannot read", "không đọc được",
        "copy it anew from where it came; the disk or the network may fail",
        "hãy chép lại từ nguồn; có thể đĩa hoặc mạng bị lỗi"},
    {"Permission denied", "không có quyền đọc",
        "let the user who indexes read it",
        "hãy cấp quyền đọc cho người lập chỉ mục"},
    {"empty: it has no words", "rỗng: không có chữ nào",
        "a scan? see that it has text", "bản quét? hãy xem có chữ không"},
    {"empty", "rỗng", "remove it or write it anew", "hãy bỏ tệp hoặc ghi lại"},
    {"not JSON", "không phải JSON", "mend this line of the file",
        "hãy sửa dòng này trong tệp"},
    {"not a document", "không phải văn bản", "", ""},
    {"not a regular file", "không phải tệp thường", "", ""},
    {"not text in an encoding that is known",
        "không phải chữ theo bảng mã nào đã biết",
        "open it, see that it can be read, and save it as UTF-8",
        "hãy mở xem đọc được không rồi lưu lại theo UTF-8"},
    {"the record has no \"id\" that can name a document",
        "bản ghi thiếu \"id\" dùng được", "give the record an \"id\"",
        "hãy thêm \"id\" cho bản ghi"},
    {"the same id came before with another text",
        "mã này đã có ở trên với nội dung khác",
        "give one of the two another id", "hãy đổi mã của một trong hai"},
    {"its name has control characters", "tên có ký tự điều khiển", "rename it",
        "hãy đổi tên tệp"},
    {"the record is longer than", "bản ghi dài quá",
        "part it into several records", "hãy chia thành nhiều bản ghi"},
};

enum { ROW_COUNT = sizeof rows / sizeof *rows };

/* ROW_COUNT if none. */
static size_t
row_of(const char *reason)
{
    size_t i = 0;

    while (i < ROW_COUNT &&
           strncmp(reason, rows[i].reason, strlen(rows[i].reason)) != 0)
        i++;
    return i;
}

void
print_reason(strbuf *out, const char *reason, const print_style *s)
{
    size_t i = s->vietnamese ? row_of(reason) : ROW_COUNT;

    if (i < ROW_COUNT) {
        strbuf_add_string(out, rows[i].vietnamese);
        reason += strlen(rows[i].reason);
    }
    strbuf_add_string(out, reason);
}

const char *
print_advice(const char *reason, const print_style *s)
{
    size_t i = row_of(reason);

    if (i == ROW_COUNT)
        return "";
    return s->vietnamese ? rows[i].advice_vietnamese : rows[i].advice;
}
