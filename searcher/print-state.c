/* What an index holds, and what it does not. */
#include <stdint.h>
#include <time.h>

#include "common/base/json.h"
#include "searcher/print-page.h"
#include "searcher/print.h"

enum { NUMBER_COLUMN = 20 };

static void
put_name(strbuf *out, const char *name)
{
    size_t columns = print_page_columns(span_of(name));

    strbuf_add_string(out, name);
    print_page_spaces(
        out, columns < NUMBER_COLUMN ? NUMBER_COLUMN - columns : 1);
}

static void
put_number(strbuf *out, const char *name, uint64_t value)
{
    put_name(out, name);
    strbuf_print(out, "%llu\n", (unsigned long long)value);
}

/* How long ago that was, in the largest unit that is whole. */
static void
put_age(strbuf *out, const print_style *s, const char *iso)
{
    static const struct {
        int64_t seconds;
        const char *vietnamese, *english, *several;
    } units[] = {
        {86400, "ngày", "day", "days"},
        {3600, "giờ", "hour", "hours"},
        {60, "phút", "minute", "minutes"},
        {1, "giây", "second", "seconds"},
    };
    struct tm parts = {0};
    int64_t age;
    size_t i = 0;

    if (!strptime(iso, "%Y-%m-%dT%H:%M:%SZ", &parts))
        return;
    age = (int64_t)(time(NULL) - timegm(&parts));
    if (age < 1)
        age = 1;
    while (age < units[i].seconds)
        i++;
    age /= units[i].seconds;
    if (s->vietnamese)
        strbuf_print(
            out, " (%lld %s trước)", (long long)age, units[i].vietnamese);
    else
        strbuf_print(out, " (%lld %s ago)", (long long)age,
            age == 1 ? units[i].english : units[i].several);
}

static void
put_time(strbuf *out, const print_style *s, const char *name, const char *iso)
{
    if (!iso[0])
        return;
    put_name(out, name);
    strbuf_add_string(out, iso);
    put_age(out, s, iso);
    strbuf_add_char(out, '\n');
}

static void
put_counts(strbuf *out, const char *title, const tracuu_count *counts,
    size_t count, const char *unnamed)
{
    if (!count)
        return;
    strbuf_print(out, "\n%s\n", title);
    for (size_t i = 0; i < count; i++) {
        strbuf_print(out, "%10zu  ", counts[i].count);
        print_page_safe(
            out, span_of(counts[i].name[0] ? counts[i].name : unnamed));
        strbuf_add_char(out, '\n');
    }
}

static void
put_failures(strbuf *out, const tracuu_state *t, const print_style *s)
{
    strbuf reason = STRBUF_INIT;

    if (!t->reason_count)
        return;
    strbuf_print(out,
        print_page_say(s,
            "\nKhông có trong chỉ mục: %zu lỗi, %zu bỏ qua; tracuu status "
            "--failed kể từng tệp\n",
            "\nNot in the index: %zu failed, %zu skipped; tracuu status "
            "--failed lists them\n"),
        t->failed, t->skipped);
    for (size_t i = 0; i < t->reason_count; i++) {
        strbuf_clear(&reason);
        print_reason(&reason, t->reasons[i].name, s);
        strbuf_print(out, "%10zu  ", t->reasons[i].count);
        print_page_safe(out, strbuf_span(&reason));
        strbuf_add_char(out, '\n');
    }
    strbuf_release(&reason);
}

static void
put_missing(strbuf *out, const tracuu_state *t, const print_style *s)
{
    if (t->missing_count)
        strbuf_add_string(out,
            print_page_say(s, "\nĐược dẫn chiếu nhiều mà chưa có văn bản\n",
                "\nMost cited acts whose text is not here\n"));
    for (size_t i = 0; i < t->missing_count; i++) {
        const tracuu_document *d = &t->missing[i];
        strbuf line = STRBUF_INIT;

        print_page_name(&line, d);
        if (d->issuer && d->issuer[0])
            strbuf_print(&line, ", %s", d->issuer);
        if (d->date && d->date[0])
            strbuf_print(&line, ", %s", d->date);
        strbuf_print(out, "%10zu  ", d->cited_by);
        print_page_safe(out, strbuf_span(&line));
        strbuf_add_char(out, '\n');
        strbuf_release(&line);
    }
}

static void
put_numbers(strbuf *out, const tracuu_state *t, const print_style *s)
{
    put_number(out, print_page_say(s, "Thế hệ", "Generation"), t->generation);
    put_number(out, print_page_say(s, "Văn bản", "Documents"), t->documents);
    put_number(out, print_page_say(s, "Đoạn", "Passages"), t->passages);
    put_number(
        out, print_page_say(s, "Văn bản được biết", "Acts known"), t->keys);
    put_number(
        out, print_page_say(s, "Chưa có văn bản", "Acts only cited"), t->stubs);
    put_number(
        out, print_page_say(s, "Byte trên đĩa", "Bytes on disk"), t->bytes);
    put_number(out, print_page_say(s, "Lược đồ", "Schema"), t->schema);
    put_time(out, s, print_page_say(s, "Tạo lúc", "Created"), t->created);
    put_time(out, s, print_page_say(s, "Đổi lúc", "Changed"), t->changed);
    put_time(out, s, print_page_say(s, "Xem lúc", "Looked at"), t->checked);
}

void
print_state_text(strbuf *out, const tracuu_state *t, const print_style *s)
{
    put_numbers(out, t, s);
    for (size_t i = 0; i < t->root_count; i++) {
        put_name(out, print_page_say(s, "Từ", "From"));
        print_page_safe(out, span_of(t->roots[i]));
        strbuf_add_char(out, '\n');
    }
    put_counts(out, print_page_say(s, "Loại văn bản", "Kinds"), t->kinds,
        t->kind_count, print_page_say(s, "không rõ loại", "of no kind"));
    put_counts(out,
        print_page_say(
            s, "Có phần ở bảng mã cũ", "With parts in old encodings"),
        t->encodings, t->encoding_count, "");
    put_failures(out, t, s);
    put_missing(out, t, s);
    put_counts(out, print_page_say(s, "Byte từng phần", "Bytes by part"),
        t->parts, t->part_count, "");
}

static void
put_counts_json(
    json *j, const char *name, const tracuu_count *counts, size_t count)
{
    json_name(j, name);
    json_open(j, '[');
    for (size_t i = 0; i < count; i++) {
        json_open(j, '{');
        json_member_text(j, "name", counts[i].name);
        json_member_integer(j, "count", (int64_t)counts[i].count);
        json_close(j);
    }
    json_close(j);
}

static void
put_missing_json(json *j, const tracuu_state *t)
{
    json_name(j, "missing");
    json_open(j, '[');
    for (size_t i = 0; i < t->missing_count; i++) {
        const tracuu_document *d = &t->missing[i];

        json_open(j, '{');
        json_member_text(j, "key", d->key);
        json_member_text(j, "number", d->number);
        json_member_text(j, "kind", d->kind);
        json_member_text(j, "issuer", d->issuer);
        json_member_text(j, "date", d->date);
        json_member_text(j, "title", d->title);
        json_member_integer(j, "cited_by", (int64_t)d->cited_by);
        json_close(j);
    }
    json_close(j);
}

static void
put_numbers_json(json *j, const tracuu_state *t)
{
    json_member_integer(j, "version", 1);
    json_member_integer(j, "generation", t->generation);
    json_member_integer(j, "documents", (int64_t)t->documents);
    json_member_integer(j, "passages", (int64_t)t->passages);
    json_member_integer(j, "keys", (int64_t)t->keys);
    json_member_integer(j, "stubs", (int64_t)t->stubs);
    json_member_integer(j, "bytes", (int64_t)t->bytes);
    json_member_text(j, "created", t->created);
    json_member_text(j, "changed", t->changed);
    json_member_text(j, "checked", t->checked);
    json_member_integer(j, "schema", t->schema);
    json_member_integer(j, "failed", (int64_t)t->failed);
    json_member_integer(j, "skipped", (int64_t)t->skipped);
}

void
print_state_json(strbuf *out, const tracuu_state *t)
{
    json j;

    json_init(&j, out);
    json_open(&j, '{');
    put_numbers_json(&j, t);
    json_name(&j, "roots");
    json_open(&j, '[');
    for (size_t i = 0; i < t->root_count; i++)
        json_put_text(&j, t->roots[i]);
    json_close(&j);
    put_counts_json(&j, "kinds", t->kinds, t->kind_count);
    put_counts_json(&j, "encodings", t->encodings, t->encoding_count);
    put_counts_json(&j, "reasons", t->reasons, t->reason_count);
    put_missing_json(&j, t);
    put_counts_json(&j, "parts", t->parts, t->part_count);
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
