/* What an index holds, and what it does not. */
#include "common/base/json.h"
#include "searcher/print-page.h"
#include "searcher/print.h"

void
print_state_text(strbuf *out, const tracuu_state *t, const print_style *s)
{
    const struct {
        const char *vietnamese, *english;
        uint64_t value;
    } numbers[] = {
        {"Thế hệ", "Generation", t->generation},
        {"Văn bản", "Documents", t->documents},
        {"Đoạn", "Passages", t->passages},
        {"Văn bản được biết", "Acts known", t->keys},
        {"Chưa có văn bản", "Acts only cited", t->stubs},
        {"Byte trên đĩa", "Bytes on disk", t->bytes},
        {"Lược đồ", "Schema", t->schema},
    };

    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) {
        const char *name =
            print_page_say(s, numbers[i].vietnamese, numbers[i].english);

        strbuf_add_string(out, name);
        print_page_spaces(out, 20 - print_page_columns(span_of(name)));
        strbuf_print(out, "%llu\n", (unsigned long long)numbers[i].value);
    }
    strbuf_print(out, "%s%s\n",
        print_page_say(s, "Tạo lúc             ", "Created             "),
        t->created);
}

void
print_state_json(strbuf *out, const tracuu_state *t)
{
    json j;

    json_init(&j, out);
    json_open(&j, '{');
    json_member_integer(&j, "version", 1);
    json_member_integer(&j, "generation", t->generation);
    json_member_integer(&j, "documents", (int64_t)t->documents);
    json_member_integer(&j, "passages", (int64_t)t->passages);
    json_member_integer(&j, "keys", (int64_t)t->keys);
    json_member_integer(&j, "stubs", (int64_t)t->stubs);
    json_member_integer(&j, "bytes", (int64_t)t->bytes);
    json_member_text(&j, "created", t->created);
    json_member_integer(&j, "schema", t->schema);
    json_close(&j);
    strbuf_add_char(out, '\n');
}

/* A field of a table: no tabs, no line ends, nothing that moves a terminal. */
static void
put_cell(strbuf *out, const char *text, char end)
{
    for (; *text; text++)
        strbuf_add_char(
            out, (unsigned char)*text < 0x20 || *text == 0x7F ? '?' : *text);
    strbuf_add_char(out, end);
}

void
print_failures_text(strbuf *out, const tracuu_failures *f, const print_style *s)
{
    strbuf reason = STRBUF_INIT;

    if (f->count)
        strbuf_add_string(
            out, print_page_say(s, "kết quả\ttệp\tlý do\tcách xử lý\n",
                     "fate\tfile\treason\twhat to do\n"));
    for (size_t i = 0; i < f->count; i++) {
        const tracuu_failure *at = &f->at[i];

        put_cell(out,
            at->skipped ? print_page_say(s, "bỏ qua", "skipped")
                        : print_page_say(s, "lỗi", "failed"),
            '\t');
        put_cell(out, at->path[0] ? at->path : at->id, '\t');
        strbuf_clear(&reason);
        print_reason(&reason, at->reason, s);
        put_cell(out, reason.ptr ? reason.ptr : "", '\t');
        put_cell(out, print_advice(at->reason, s), '\n');
    }
    strbuf_release(&reason);
}

void
print_failures_json(strbuf *out, const tracuu_failures *f, const print_style *s)
{
    json j;

    json_init(&j, out);
    json_open(&j, '{');
    json_member_integer(&j, "version", 1);
    json_name(&j, "failures");
    json_open(&j, '[');
    for (size_t i = 0; i < f->count; i++) {
        const tracuu_failure *at = &f->at[i];

        json_open(&j, '{');
        json_member_text(&j, "fate", at->skipped ? "skipped" : "failed");
        json_member_text(&j, "id", at->id);
        json_member_text(&j, "path", at->path);
        json_member_text(&j, "reason", at->reason);
        json_member_text(&j, "advice", print_advice(at->reason, s));
        json_close(&j);
    }
    json_close(&j);
    json_close(&j);
    strbuf_add_char(out, '\n');
}
