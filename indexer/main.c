/* tracuu-index: the command line that builds and updates an index.
 */
#include <errno.h>
#include <limits.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "common/base/json.h"
#include "common/base/options.h"
#include "searcher/print.h"
#include <tracuu.h>

enum { BAR_WIDTH = 24 };

typedef struct settings {
    const char *index, *today;
    long jobs;
    bool rebuild, dry_run, json, include_secret, retry_failed, help, version;
    bool bar; /* a terminal shows the progress */
    print_style style;
} settings;

static volatile sig_atomic_t interrupted;

static const char *
say(const settings *s, const char *vietnamese, const char *english)
{
    return s->style.vietnamese ? vietnamese : english;
}

/* ---- options ---- */

typedef struct option_row {
    option_spec spec;
    const char *vietnamese;
} option_row;

enum { OPTION_COUNT = 10 };

static void
list_options(option_spec out[OPTION_COUNT], settings *s)
{
    const option_row all[OPTION_COUNT] = {
        {{"index", 'i', OPTION_TEXT, "DIR", "the index to write", &s->index},
            "chỉ mục cần ghi"},
        {{"jobs", 'j', OPTION_NUMBER, "N", "threads; 0: one a processor",
             &s->jobs},
            "số luồng; 0: mỗi bộ xử lý một luồng"},
        {{"rebuild", 0, OPTION_FLAG, NULL, "build anew beside the old index",
             &s->rebuild},
            "dựng lại từ đầu bên cạnh chỉ mục cũ"},
        {{"dry-run", 0, OPTION_FLAG, NULL,
             "say what would be done, change nothing", &s->dry_run},
            "chỉ nói sẽ làm gì, không thay đổi gì"},
        {{"json", 0, OPTION_FLAG, NULL, "print the summary as JSON", &s->json},
            "in tổng kết dạng JSON"},
        {{"include-secret", 0, OPTION_FLAG, NULL,
             "take documents with a secrecy mark too", &s->include_secret},
            "nhận cả văn bản có dấu mật"},
        {{"retry-failed", 0, OPTION_FLAG, NULL, "try again what failed before",
             &s->retry_failed},
            "thử lại những gì đã lỗi lần trước"},
        {{"today", 0, OPTION_TEXT, "DAY",
             "tell what is in force from this day on, YYYY-MM-DD", &s->today},
            "hiệu lực tính từ ngày này, YYYY-MM-DD"},
        {{"help", 'h', OPTION_FLAG, NULL, "show this help", &s->help},
            "xem hướng dẫn này"},
        {{"version", 0, OPTION_FLAG, NULL, "show the version", &s->version},
            "xem phiên bản"},
    };

    for (size_t i = 0; i < OPTION_COUNT; i++) {
        out[i] = all[i].spec;
        if (s->style.vietnamese)
            out[i].help = all[i].vietnamese;
    }
}

static void
print_help(const settings *s, const option_spec *specs)
{
    strbuf out = STRBUF_INIT;

    strbuf_add_string(&out,
        say(s,
            "Cách dùng: tracuu-index [TÙY CHỌN] ĐƯỜNG-DẪN...\n"
            "Lập hoặc cập nhật chỉ mục từ thư mục, tệp, TỆP.jsonl hoặc \"-\""
            " (JSON Lines từ đầu vào chuẩn).\n\n",
            "Usage: tracuu-index [OPTIONS] PATH...\n"
            "Builds or updates an index from folders, files, FILE.jsonl or "
            "\"-\" (JSON Lines on\nstandard input).\n\n"));
    options_help(&out, specs, OPTION_COUNT);
    fputs(out.ptr, stdout);
    strbuf_release(&out);
}

/* ---- places ---- */

/* A program that is not installed has tracuu-extract beside it, one that was
 * installed somewhere else in ../libexec; NULL: where it was to be. */
static const char *
find_extractor(strbuf *path)
{
    static const char *const places[] = {
        "tracuu-extract", "../libexec/tracuu-extract"};
    char self[PATH_MAX];
    ssize_t length = readlink("/proc/self/exe", self, sizeof self - 1);

    if (length <= 0)
        return NULL;
    while (length && self[length - 1] != '/')
        length--;
    for (size_t i = 0; i < sizeof places / sizeof *places; i++) {
        strbuf_clear(path);
        strbuf_add(path, (span){self, (size_t)length});
        strbuf_add_string(path, places[i]);
        if (access(path->ptr, X_OK) == 0)
            return path->ptr;
    }
    return NULL;
}

/* ---- signals and progress ---- */

static void
interrupt(int number)
{
    (void)number;
    interrupted = 1;
}

/* A limit on file size or a reader that went away is an error of a write, not
 * the end of the process. */
static void
handle_signals(void)
{
    struct sigaction stop = {.sa_handler = interrupt};

    sigaction(SIGINT, &stop, NULL);
    sigaction(SIGTERM, &stop, NULL);
    signal(SIGXFSZ, SIG_IGN);
    signal(SIGPIPE, SIG_IGN);
}

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
    };

    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        if (!strcmp(names[i].stage, stage))
            return say(s, names[i].vietnamese, names[i].english);
    }
    return stage;
}

static void
draw_bar(const settings *s, const tracuu_progress *p)
{
    char bar[BAR_WIDTH + 1];
    size_t done =
        p->documents_total ? BAR_WIDTH * p->documents / p->documents_total : 0;

    memset(bar, '.', BAR_WIDTH);
    memset(bar, '#', done < BAR_WIDTH ? done : BAR_WIDTH);
    bar[BAR_WIDTH] = '\0';
    fprintf(stderr, "\r\033[K");
    if (p->documents_total)
        fprintf(stderr, "[%s] %zu/%zu", bar, p->documents, p->documents_total);
    else
        fprintf(stderr, "%zu %s", p->documents, say(s, "văn bản", "documents"));
    fprintf(stderr, ", %.1f MB, %s", (double)p->bytes / 1e6,
        stage_name(s, p->stage));
    fflush(stderr);
}

static bool
report(void *payload, const tracuu_progress *progress)
{
    const settings *s = payload;

    if (s->bar)
        draw_bar(s, progress);
    return !interrupted;
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
print_summary(const settings *s, const tracuu_summary *sum)
{
    strbuf reason = STRBUF_INIT;

    for (size_t i = 0; i < sum->incident_count; i++) {
        const tracuu_incident *in = &sum->incidents[i];

        strbuf_clear(&reason);
        printf("%s: ",
            say(s, fates[in->fate].vietnamese, fates[in->fate].english));
        print_safe(in->id);
        printf(": ");
        print_reason(&reason, in->reason, &s->style);
        print_safe(reason.ptr ? reason.ptr : "");
        putchar('\n');
    }
    strbuf_release(&reason);
    printf("%s", s->dry_run ? say(s, "sẽ ", "would be ") : "");
    for (int f = 0; f < TRACUU_FATE_COUNT; f++) {
        if (f == TRACUU_MOVED && !sum->count[f])
            continue;
        printf("%s", f ? ", " : "");
        if (s->style.vietnamese)
            printf("%s %zu", fates[f].vietnamese, sum->count[f]);
        else
            printf("%zu %s", sum->count[f], fates[f].english);
    }
    printf(say(s, " (%zu đoạn, %.1f MB, %.1f giây)\n",
               " (%zu passages, %.1f MB, %.1f s)\n"),
        sum->passages, (double)sum->bytes / 1e6, sum->seconds);
    for (size_t i = 0; i < sum->encoding_count; i++)
        printf("%s%zu %s%s", i ? ", " : say(s, "giải mã: ", "decoded: "),
            sum->encodings[i].documents, sum->encodings[i].name,
            i + 1 < sum->encoding_count ? "" : "\n");
    if (sum->cut)
        printf(
            say(s, "%zu tài liệu có quá nhiều dẫn chiếu, phần sau không đọc\n",
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

static void
print_error(const settings *s, const tracuu_error *err)
{
    strbuf out = STRBUF_INIT;

    if (s->json)
        print_error_json(&out, err, &s->style);
    else
        print_error_text(&out, err, &s->style);
    fputs(out.ptr, stderr);
    strbuf_release(&out);
}

static tracuu_status
run(settings *s, char **paths, size_t count, tracuu_error *err)
{
    tracuu_index_options options = {.rebuild = s->rebuild,
        .dry_run = s->dry_run,
        .include_secret = s->include_secret,
        .retry_failed = s->retry_failed,
        .jobs = s->jobs > UINT_MAX ? UINT_MAX : (unsigned)s->jobs,
        .report = report,
        .today = s->today,
        .payload = s};
    strbuf dir = STRBUF_INIT, extractor = STRBUF_INIT;
    tracuu_summary *sum;
    tracuu_status status;

    options_index(&dir, s->index);
    options.extractor = find_extractor(&extractor);
    handle_signals();
    status = tracuu_index_run(
        &sum, dir.ptr, (const char *const *)paths, count, &options, err);
    if (s->bar)
        fprintf(stderr, "\r\033[K");
    if (sum && s->json)
        print_json(sum);
    else if (sum)
        print_summary(s, sum);
    tracuu_summary_free(sum);
    strbuf_release(&dir);
    strbuf_release(&extractor);
    return status;
}

int
main(int argc, char **argv)
{
    settings s = {.style = print_style_for(STDERR_FILENO)};
    option_spec specs[OPTION_COUNT];
    tracuu_error err = {.status = TRACUU_OK};
    tracuu_status status;
    int next;

    s.bar = isatty(STDERR_FILENO);
    list_options(specs, &s);
    status = options_read(specs, OPTION_COUNT, argc, argv, &next, &err);
    if (status == TRACUU_OK && s.help) {
        print_help(&s, specs);
        return 0;
    }
    if (status == TRACUU_OK && s.version) {
        puts("tracuu-index " TRACUU_VERSION);
        return 0;
    }
    if (status == TRACUU_OK && next == argc) {
        status = err.status = TRACUU_USAGE;
        snprintf(err.message, sizeof err.message, "%s",
            say(&s, "thiếu đường dẫn cần lập chỉ mục; xem --help",
                "no path to index; see --help"));
    }
    if (status == TRACUU_OK)
        status = run(&s, argv + next, (size_t)(argc - next), &err);
    if (status != TRACUU_OK && status != TRACUU_INPUT_FAILED)
        print_error(&s, &err);
    if (fflush(stdout) != 0 && status == TRACUU_OK)
        status = TRACUU_IO;
    return tracuu_status_exit(status);
}
