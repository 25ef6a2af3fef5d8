/* How far a run is, and what it did. */
#include <stdio.h>

#include "common/base/json.h"
#include "indexer/main-settings.h"

enum { BAR_WIDTH = 24, NAME_WIDTH = 32 };

/* ---- progress ---- */

static const char *
stage_name(const settings *s, const char *stage)
{
    static const struct {
        const char *stage, *vietnamese, *english;
    } names[] = {
        {"scan", "tìm tệp", "looking for files"},
        {"read", "đọc", "reading"},
        {"merge", "gộp", "merging"},
        {"link", "nối dẫn chiếu", "linking"},
        {"commit", "ghi", "writing"},
        {"wait", "chờ thay đổi", "waiting for changes"},
    };

    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        if (!strcmp(names[i].stage, stage))
            return settings_say(s, names[i].vietnamese, names[i].english);
    }
    return stage;
}

/* How much is done, from 0 to 1; 0 if that is not known. */
static double
share_of(const tracuu_progress *p)
{
    if (p->size)
        return (double)p->read / (double)p->size;
    if (p->documents_total)
        return (double)p->documents / (double)p->documents_total;
    return 0;
}

/* Seconds until all is read, if it goes on like this; below 0: not known. */
static double
time_left(const tracuu_progress *p)
{
    double share = share_of(p);

    if (share <= 0 || p->seconds < 1 || strcmp(p->stage, "read") != 0)
        return -1;
    return share >= 1 ? 0 : p->seconds * (1 - share) / share;
}

static double
rate_of(const tracuu_progress *p)
{
    return p->seconds > 0 ? (double)p->documents / p->seconds : 0;
}

/* The end of a name, which tells most, whole characters of it. */
static void
put_current(const char *name)
{
    size_t length = name ? strlen(name) : 0, columns = 0;
    const char *from = name + length;

    if (!length)
        return;
    while (from > name && columns < NAME_WIDTH) {
        from--;
        columns += ((unsigned char)*from & 0xC0) != 0x80;
    }
    fputs(from > name ? ", …" : ", ", stderr);
    for (; *from; from++)
        putc(
            (unsigned char)*from < 0x20 || *from == 0x7F ? '?' : *from, stderr);
}

static void
draw_bar(const settings *s, const tracuu_progress *p)
{
    double share = share_of(p), left = time_left(p);
    char bar[BAR_WIDTH + 1];
    size_t done = (size_t)(BAR_WIDTH * (share < 1 ? share : 1));

    memset(bar, '.', BAR_WIDTH);
    memset(bar, '#', done);
    bar[BAR_WIDTH] = '\0';
    fprintf(stderr, "\r\033[K");
    if (share > 0)
        fprintf(stderr, "[%s] ", bar);
    fprintf(stderr, "%zu", p->documents);
    if (p->documents_total)
        fprintf(stderr, "/%zu", p->documents_total);
    fprintf(stderr,
        settings_say(s, " văn bản, %.0f/giây, ", " documents, %.0f/s, "),
        rate_of(p));
    if (left >= 0)
        fprintf(stderr, settings_say(s, "còn %d:%02d", "%d:%02d left"),
            (int)left / 60, (int)left % 60);
    else
        fputs(stage_name(s, p->stage), stderr);
    put_current(p->current);
    fflush(stderr);
}

static void
print_line(const tracuu_progress *p)
{
    double left = time_left(p);
    strbuf out = STRBUF_INIT;
    json j;

    json_init(&j, &out);
    json_open(&j, '{');
    json_name(&j, "progress");
    json_open(&j, '{');
    json_member_text(&j, "stage", p->stage);
    json_member_integer(&j, "documents", (int64_t)p->documents);
    if (p->documents_total)
        json_member_integer(&j, "total", (int64_t)p->documents_total);
    json_member_integer(&j, "read", (int64_t)p->read);
    if (p->size)
        json_member_integer(&j, "size", (int64_t)p->size);
    json_member_real(&j, "seconds", p->seconds);
    json_member_real(&j, "rate", rate_of(p));
    if (left >= 0)
        json_member_real(&j, "left", left);
    if (p->current)
        json_member_text(&j, "current", p->current);
    json_close(&j);
    json_close(&j);
    fprintf(stderr, "%s\n", out.ptr);
    fflush(stderr);
    strbuf_release(&out);
}

void
report_progress(settings *s, const tracuu_progress *p)
{
    bool waiting = !strcmp(p->stage, "wait");

    if (s->bar && !s->json && !waiting)
        draw_bar(s, p);
    if (!s->json || waiting)
        return;
    if (s->stage != p->stage || p->seconds < s->told ||
        p->seconds - s->told >= 1) {
        print_line(p);
        s->stage = p->stage;
        s->told = p->seconds;
    }
}

void
report_clear(const settings *s)
{
    if (s->bar && !s->json)
        fprintf(stderr, "\r\033[K");
}

/* ---- the summary ---- */

static const struct {
    const char *code, *vietnamese, *english;
} fates[TRACUU_FATE_COUNT] = {
    [TRACUU_ADDED] = {"added", "thêm", "added"},
    [TRACUU_CHANGED] = {"changed", "đổi", "changed"},
    [TRACUU_REMOVED] = {"removed", "bỏ", "removed"},
    [TRACUU_UNCHANGED] = {"unchanged", "giữ nguyên", "unchanged"},
    [TRACUU_SKIPPED] = {"skipped", "bỏ qua", "skipped"},
    [TRACUU_FAILED] = {"failed", "lỗi", "failed"},
    [TRACUU_MOVED] = {"moved", "chuyển chỗ", "moved"},
};

/* Ids are file names: no control character of theirs reaches a terminal. */
static void
print_safe(const char *text)
{
    for (; *text; text++)
        putchar((unsigned char)*text < 0x20 || *text == 0x7F ? '?' : *text);
}

static void
print_text(const settings *s, const tracuu_summary *sum)
{
    strbuf reason = STRBUF_INIT;

    for (size_t i = 0; i < sum->incident_count; i++) {
        const tracuu_incident *in = &sum->incidents[i];

        strbuf_clear(&reason);
        printf("%s: ", settings_say(s, fates[in->fate].vietnamese,
                           fates[in->fate].english));
        print_safe(in->id);
        if (in->reason[0])
            printf(": %s", in->fate == TRACUU_MOVED
                               ? settings_say(s, "từ ", "from ")
                               : "");
        print_reason(&reason, in->reason, &s->style);
        print_safe(reason.ptr ? reason.ptr : "");
        putchar('\n');
    }
    strbuf_release(&reason);
    printf("%s", s->dry_run ? settings_say(s, "sẽ ", "would be ") : "");
    for (int f = 0; f < TRACUU_FATE_COUNT; f++) {
        if (f == TRACUU_MOVED && !sum->count[f])
            continue;
        printf("%s", f ? ", " : "");
        if (s->style.vietnamese)
            printf("%s %zu", fates[f].vietnamese, sum->count[f]);
        else
            printf("%zu %s", sum->count[f], fates[f].english);
    }
    printf(settings_say(s, " (%zu đoạn, %.1f MB, %.1f giây)\n",
               " (%zu passages, %.1f MB, %.1f s)\n"),
        sum->passages, (double)sum->bytes / 1e6, sum->seconds);
    for (size_t i = 0; i < sum->encoding_count; i++)
        printf("%s%zu %s%s",
            i ? ", " : settings_say(s, "giải mã: ", "decoded: "),
            sum->encodings[i].documents, sum->encodings[i].name,
            i + 1 < sum->encoding_count ? "" : "\n");
    if (sum->cut)
        printf(settings_say(s,
                   "%zu tài liệu có quá nhiều dẫn chiếu, phần sau không đọc\n",
                   "%zu with more mentions than are read\n"),
            sum->cut);
}

static void
print_json(const tracuu_summary *sum)
{
    strbuf out = STRBUF_INIT;
    json j;

    json_init(&j, &out);
    json_open(&j, '{');
    json_member_integer(&j, "version", 1);
    for (int f = 0; f < TRACUU_FATE_COUNT; f++)
        json_member_integer(&j, fates[f].code, (int64_t)sum->count[f]);
    json_member_integer(&j, "passages", (int64_t)sum->passages);
    json_member_integer(&j, "mentions", (int64_t)sum->mentions);
    if (sum->cut)
        json_member_integer(&j, "cut", (int64_t)sum->cut);
    json_member_integer(&j, "bytes", (int64_t)sum->bytes);
    json_member_real(&j, "seconds", sum->seconds);
    json_name(&j, "incidents");
    json_open(&j, '[');
    for (size_t i = 0; i < sum->incident_count; i++) {
        const tracuu_incident *in = &sum->incidents[i];

        json_open(&j, '{');
        json_member_text(&j, "fate", fates[in->fate].code);
        json_member_text(&j, "id", in->id);
        json_member_text(&j, "reason", in->reason);
        json_close(&j);
    }
    json_close(&j);
    json_name(&j, "encodings");
    json_open(&j, '{');
    for (size_t i = 0; i < sum->encoding_count; i++)
        json_member_integer(
            &j, sum->encodings[i].name, (int64_t)sum->encodings[i].documents);
    json_close(&j);
    json_close(&j);
    puts(out.ptr);
    strbuf_release(&out);
}

void
report_summary(const settings *s, const tracuu_summary *sum)
{
    if (s->json)
        print_json(sum);
    else
        print_text(s, sum);
    fflush(stdout);
}

void
report_error(const settings *s, const tracuu_error *err)
{
    strbuf out = STRBUF_INIT;

    if (s->json)
        print_error_json(&out, err, &s->style);
    else
        print_error_text(&out, err, &s->style);
    fputs(out.ptr, stderr);
    strbuf_release(&out);
}
