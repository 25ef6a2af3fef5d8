#include "searcher/print-message.h"

enum { THINGS_MAX = 4 };

/* "%" is a thing; "%1" the first of them. */
static const struct {
    const char *english, *vietnamese;
} sentences[] = {
    /* how the program is called */
    {"--sort is relevance, newest or oldest, not '%'",
        "--sort là relevance, newest hoặc oldest, không phải '%1'"},
    {"--format is text, json, dot or svg, not '%'",
        "--format là text, json, dot hoặc svg, không phải '%1'"},
    {"something to ask for is missing; see --help of '%'",
        "chưa cho biết tìm gì; xem --help của '%1'"},
    {"there is no place for '%'", "thừa '%1'"},
    {"there is no such command; tracuu --help lists them: '%'",
        "không có lệnh này; tracuu --help kể các lệnh: '%1'"},
    {"a command is missing after '%'", "thiếu lệnh sau '%1'"},
    {"a line of the batch is ID TAB QUERY, not '%'",
        "mỗi dòng phải là MÃ TAB CÂU HỎI, không phải '%1'"},
    {"explain needs a stage and a file, or query and a query, after '%'",
        "sau '%1' cần một bước và một tệp, hoặc query và một câu hỏi"},
    {"explain takes one file, or - , after '%'",
        "sau '%1' chỉ nhận một tệp, hoặc -"},
    {"there is no stage of that name; --help lists them: '%'",
        "không có bước xử lý này; --help kể các bước: '%1'"},
    {"--% takes a number, not '%'", "--%1 cần một số, không phải '%2'"},
    {"unknown option '%'; --help lists them",
        "không có tùy chọn '%1'; --help kể các tùy chọn"},
    {"--% takes no value", "--%1 không nhận giá trị"},
    {"--% needs a value, %", "--%1 cần một giá trị, %2"},
    {"'%' is no label; labels are 1 to 32 of a-z 0-9 _ -",
        "'%1' không phải là nhãn; nhãn gồm 1 đến 32 ký tự a-z 0-9 _ -"},
    {"'%' is no day; write it like 2026-01-15",
        "'%1' không phải là ngày; hãy viết như 2026-01-15"},
    {"there is no evidence '%'; --explain lists what there is",
        "không có căn cứ xếp hạng '%1'; --explain kể các căn cứ"},
    {"no path to index", "chưa cho biết lập chỉ mục đường dẫn nào"},
    {"no such stage", "không có bước xử lý này"},
    /* what is asked for */
    {"no document bears or cites '%'; search its words instead",
        "không văn bản nào mang số hay dẫn chiếu '%1'; hãy tìm theo từ ngữ"},
    {"no document '%' in the index", "chỉ mục không có văn bản '%1'"},
    /* the service */
    {"the parameter '%' is missing", "thiếu tham số '%1'"},
    {"the parameter '%' is a number from % to %",
        "tham số '%1' là số từ %2 đến %3"},
    {"the parameter '%' has no such value",
        "tham số '%1' không có giá trị này"},
    {"there is no such path", "không có đường dẫn này"},
    {"there is no such page", "không có trang này"},
    {"the address cannot be read", "không đọc được địa chỉ"},
    {"the address is too long", "địa chỉ quá dài"},
    {"the token is not known here", "mã truy cập này không có ở đây"},
    {"this server has another name", "máy chủ này có tên khác"},
    {"there were too many requests from this address",
        "địa chỉ này gửi quá nhiều yêu cầu"},
    {"there is too much to do; ask again soon",
        "máy chủ đang bận; hãy thử lại sau ít giây"},
    {"cannot listen on '%': %; see --listen",
        "không nghe được ở '%1': %2; xem --listen"},
    {"'%' is no place to listen; write it like 127.0.0.1:8080",
        "'%1' không phải là chỗ nghe; hãy viết như 127.0.0.1:8080"},
    {"--% is % to %, not '%'", "--%1 là từ %2 đến %3, không phải '%4'"},
    {"everybody may read '%'; chmod 640 it, it has tokens",
        "ai cũng đọc được '%1'; hãy chmod 640 vì tệp có mã truy cập"},
    {"--public, and % secret documents could be seen; index them without "
     "--include-secret, or take the label 'secret' away",
        "--public nhưng có thể thấy %1 văn bản mật; hãy lập chỉ mục không có "
        "--include-secret, hoặc bỏ nhãn 'secret'"},
    /* the index */
    {"no index at '%'; make one with tracuu-index",
        "không có chỉ mục ở '%1'; hãy lập bằng tracuu-index"},
    {"no index at '%'", "không có chỉ mục ở '%1'"},
    {"the index '%' has % %, this program reads %; rebuild it with "
     "tracuu-index --rebuild",
        "chỉ mục '%1' có %2 %3, chương trình này đọc %4; hãy lập lại bằng "
        "tracuu-index --rebuild"},
    {"the index '%' was made by another version; rebuild it with "
     "tracuu-index --rebuild",
        "chỉ mục '%1' do phiên bản khác lập; hãy lập lại bằng tracuu-index "
        "--rebuild"},
    {"passage % cannot be read; rebuild the index with tracuu-index --rebuild",
        "không đọc được đoạn %1; hãy lập lại chỉ mục bằng tracuu-index "
        "--rebuild"},
    {"the index has % %, this program writes %; build it again with --rebuild",
        "chỉ mục có %1 %2, chương trình này ghi %3; hãy lập lại bằng "
        "--rebuild"},
    {"the index at '%' is being written by process %; wait until it is done",
        "chỉ mục ở '%1' đang được tiến trình %2 ghi; hãy chờ xong"},
    {"'%' is being written by another process; wait until it is done",
        "'%1' đang được tiến trình khác ghi; hãy chờ xong"},
    {"'%/current' names no generation; build the index again",
        "'%1/current' không ghi thế hệ nào; hãy lập lại chỉ mục"},
    {"'%' is missing; build the index again",
        "thiếu '%1'; hãy lập lại chỉ mục"},
    {"'%' has % passages in its record and % in the index; rebuild it with "
     "tracuu-index --rebuild",
        "'%1' có %2 đoạn theo bản ghi và %3 đoạn trong chỉ mục; hãy lập lại "
        "bằng tracuu-index --rebuild"},
    {"'%' has % passages, % of them of a document; rebuild it with "
     "tracuu-index --rebuild",
        "'%1' có %2 đoạn, trong đó %3 đoạn thuộc văn bản; hãy lập lại bằng "
        "tracuu-index --rebuild"},
    {"the record of entry % in '%' cannot be read; rebuild the index with "
     "tracuu-index --rebuild",
        "không đọc được bản ghi thứ %1 trong '%2'; hãy lập lại chỉ mục bằng "
        "tracuu-index --rebuild"},
    {"the record of entry % cannot be read; rebuild the index with "
     "tracuu-index --rebuild",
        "không đọc được bản ghi thứ %1; hãy lập lại chỉ mục bằng tracuu-index "
        "--rebuild"},
    {"the record of entry % cannot be read", "không đọc được bản ghi thứ %1"},
    {"'%' is damaged in % places; build it again",
        "'%1' hỏng ở %2 chỗ; hãy lập lại"},
    {"'%' is damaged so that reading it fails; build it again",
        "'%1' hỏng nên không đọc được; hãy lập lại"},
    {"'%' has the name of '%', which is in the index already; rename it or "
     "use another index",
        "'%1' trùng tên với '%2' đã có trong chỉ mục; hãy đổi tên hoặc dùng "
        "chỉ mục khác"},
    {"'%' and '%' have one name, so their files would have the same ids; "
     "rename one or index the folder above",
        "'%1' và '%2' trùng tên nên các tệp sẽ trùng mã; hãy đổi tên một thư "
        "mục hoặc lập chỉ mục thư mục trên"},
    {"% inputs failed", "%1 đầu vào không đọc được"},
    {"stopped; what was not committed is not in the index",
        "đã dừng; phần chưa ghi xong không có trong chỉ mục"},
    {"stopped", "đã dừng"},
    /* the system */
    {"some lines could not be read in '%'",
        "có dòng không đọc được trong '%1'"},
    {"'%' is longer than % bytes", "'%1' dài quá %2 byte"},
    {"'%' is not a regular file", "'%1' không phải là tệp thường"},
    {"cannot write '%': an earlier commit failed; open it again",
        "không ghi được '%1': lần ghi trước bị lỗi; hãy mở lại"},
    {"cannot start a thread", "không tạo được luồng xử lý"},
    {"no memory for '%'", "thiếu bộ nhớ cho '%1'"},
    {"cannot write: %", "không ghi ra được: %1"},
    {"cannot % '%': %", "không %1 được '%2': %3"},
    {"cannot % '%'", "không %1 được '%2'"},
    /* how a query was read */
    {"the query is cut at 4,096 bytes", "câu tìm bị cắt ở 4.096 byte"},
    {"words behind the 64th are not searched",
        "các từ sau từ thứ 64 không được tìm"},
    {"an empty quotation is not searched", "ngoặc kép rỗng không được tìm"},
    {"OR without something on both sides is read as a word",
        "OR không có vế ở cả hai bên nên được đọc như từ ngữ"},
    {"a quotation that is not closed is read as words",
        "ngoặc kép chưa đóng nên được đọc như từ ngữ"},
    {"a field without a value is read as words",
        "trường chưa có giá trị nên được đọc như từ ngữ"},
    {"no kind is called so; it is read as words",
        "không có loại văn bản tên như vậy nên được đọc như từ ngữ"},
    {"no status is called so; it is read as words",
        "không có hiệu lực tên như vậy nên được đọc như từ ngữ"},
    {"this is no khóa or nhiệm kỳ; it is read as words",
        "đây không phải là khóa hay nhiệm kỳ nên được đọc như từ ngữ"},
    {"this is no date; it is read as words",
        "đây không phải là ngày, tháng, năm nên được đọc như từ ngữ"},
    {"this names no document; it is read as words",
        "đây không phải là tên văn bản nên được đọc như từ ngữ"},
    {"several acts are called so; a khóa, date or issuer tells them apart",
        "nhiều văn bản cùng tên gọi này; hãy thêm khóa, ngày hoặc cơ quan"},
    {"understood as '%'", "đã hiểu là '%1'"},
    {"no document bears or cites this number",
        "không văn bản nào mang số hay dẫn chiếu số này"},
    {"% acts are called '%'", "%1 văn bản mang số '%2'"},
    {"no document bears or cites '%'",
        "không văn bản nào mang số hay dẫn chiếu '%1'"},
    {"the text of '%' is not here; 1 document cites it",
        "chưa có văn bản '%1'; 1 văn bản dẫn chiếu"},
    {"the text of '%' is not here; % documents cite it",
        "chưa có văn bản '%1'; %2 văn bản dẫn chiếu"},
};

/* Things that are words themselves. */
static const struct {
    const char *english, *vietnamese;
} words[] = {
    {"open", "mở"},
    {"read", "đọc"},
    {"write", "ghi"},
    {"create", "tạo"},
    {"close", "đóng"},
    {"check", "kiểm tra"},
    {"lock", "khóa"},
    {"look at", "xem"},
    {"make the folder", "tạo thư mục"},
    {"open the folder", "mở thư mục"},
    {"read the folder", "đọc thư mục"},
    {"remove", "xóa"},
    {"rename", "đổi tên"},
    {"rename to", "đổi tên thành"},
    {"sync", "ghi xuống đĩa"},
    {"sync the folder", "ghi xuống đĩa thư mục"},
    {"compact into", "nén vào"},
    {"reopen", "mở lại"},
    {"run", "chạy"},
    {"No such file or directory", "không có tệp hoặc thư mục này"},
    {"Permission denied", "không có quyền"},
    {"Is a directory", "đây là thư mục"},
    {"Not a directory", "đây không phải là thư mục"},
    {"No space left on device", "đĩa đầy"},
    {"the disk is full", "đĩa đầy"},
    {"too many open files; raise the limit with ulimit -n",
        "mở quá nhiều tệp; hãy nâng giới hạn bằng ulimit -n"},
    {"permission denied; run it as the owner of the index",
        "không có quyền; hãy chạy bằng người chủ của chỉ mục"},
    {"the disk is mounted read-only", "đĩa chỉ cho đọc"},
    {"the disk fails (input/output error); look after it, what was committed "
     "before is safe",
        "đĩa bị lỗi đọc, ghi; hãy kiểm tra đĩa, phần đã ghi xong vẫn an toàn"},
    {"not enough memory", "thiếu bộ nhớ"},
    {"a size is absurd", "kích thước vô lý"},
    {"unknown failure", "lỗi không rõ"},
    {"Input/output error", "lỗi đọc, ghi"},
    {"Read-only file system", "hệ thống tệp chỉ đọc"},
    {"Broken pipe", "đầu kia đã đóng"},
};

/* Where the next thing stands in the rest of a sentence, or its end. */
static size_t
next_thing(span rest)
{
    size_t at = span_find(rest, SPAN("%"), 0);

    return at < rest.len ? at : rest.len;
}

/* True if `text` is the sentence, with its things. */
static bool
is_sentence(const char *sentence, span text, span *things)
{
    span rest = span_of(sentence);
    size_t count = 0, at, length = next_thing(rest);

    if (!span_starts_with(text, span_slice(rest, 0, length)))
        return false;
    for (at = length, rest = span_from(rest, length); rest.len;) {
        span literal;
        size_t end;

        rest = span_from(rest, 1);
        length = next_thing(rest);
        literal = span_slice(rest, 0, length);
        rest = span_from(rest, length);
        if (rest.len)
            end = span_find(text, literal, at);
        else if (at + literal.len <= text.len &&
                 span_equal(span_from(text, text.len - literal.len), literal))
            end = text.len - literal.len;
        else
            return false;
        if (end > text.len)
            return false;
        things[count++] = span_slice(text, at, end);
        at = end + literal.len;
    }
    return at == text.len;
}

static void
add_thing(strbuf *out, span thing)
{
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        if (span_equal(thing, span_of(words[i].english))) {
            strbuf_add_string(out, words[i].vietnamese);
            return;
        }
    }
    strbuf_add(out, thing);
}

bool
print_message_vietnamese(strbuf *out, span english)
{
    span things[THINGS_MAX];

    for (size_t i = 0; i < sizeof sentences / sizeof *sentences; i++) {
        if (!is_sentence(sentences[i].english, english, things))
            continue;
        for (const char *c = sentences[i].vietnamese; *c; c++) {
            if (*c == '%')
                add_thing(out, things[*++c - '1']);
            else
                strbuf_add_char(out, *c);
        }
        return true;
    }
    return false;
}

void
print_message(strbuf *out, bool vietnamese, const char *english)
{
    if (!vietnamese || !print_message_vietnamese(out, span_of(english)))
        strbuf_add_string(out, english);
}
