/* tracuu-index: the command line that builds and updates an index.
 */
#include <limits.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "indexer/main-settings.h"

static volatile sig_atomic_t interrupted;

static void
print_help(const settings *s)
{
    option_spec specs[MAIN_OPTIONS];
    settings any = *s;
    strbuf out = STRBUF_INIT;

    settings_list(specs, &any);
    strbuf_add_string(&out,
        settings_say(s,
            "Cách dùng: tracuu-index [TÙY CHỌN] ĐƯỜNG-DẪN...\n"
            "Lập hoặc cập nhật chỉ mục từ thư mục, tệp, TỆP.jsonl hoặc \"-\""
            " (JSON Lines từ đầu vào chuẩn).\n\n",
            "Usage: tracuu-index [OPTIONS] PATH...\n"
            "Builds or updates an index from folders, files, FILE.jsonl or "
            "\"-\" (JSON Lines on\nstandard input).\n\n"));
    options_help(&out, specs, MAIN_OPTIONS);
    fputs(out.ptr, stdout);
    strbuf_release(&out);
}

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

static void
interrupt(int number)
{
    (void)number;
    interrupted = 1;
}

/* The second one ends the process at once, which loses nothing either.  A limit
 * on file size or a reader that went away is an error of a write, not
 * the end of the process. */
static void
handle_signals(void)
{
    struct sigaction stop = {
        .sa_handler = interrupt, .sa_flags = (int)SA_RESETHAND};

    sigaction(SIGINT, &stop, NULL);
    sigaction(SIGTERM, &stop, NULL);
    signal(SIGXFSZ, SIG_IGN);
    signal(SIGPIPE, SIG_IGN);
}

static bool
report(void *payload, const tracuu_progress *progress)
{
    report_progress(payload, progress);
    return !interrupted;
}

/* A batch of a watch that changed nothing is not worth a line. */
static bool
is_news(const tracuu_summary *sum)
{
    return sum->count[TRACUU_ADDED] || sum->count[TRACUU_CHANGED] ||
           sum->count[TRACUU_REMOVED] || sum->count[TRACUU_MOVED] ||
           sum->count[TRACUU_FAILED];
}

static void
tell(void *payload, const tracuu_summary *sum, const tracuu_error *err)
{
    settings *s = payload;

    report_clear(s);
    if (err)
        report_error(s, err);
    else if (is_news(sum))
        report_summary(s, sum);
}

static tracuu_status
index_once(settings *s, const char *dir, const tracuu_index_options *options,
    tracuu_error *err)
{
    tracuu_summary *sum;
    tracuu_status status =
        tracuu_index_run(&sum, dir, s->paths.at, s->paths.count, options, err);

    report_clear(s);
    if (sum)
        report_summary(s, sum);
    tracuu_summary_free(sum);
    return status;
}

static tracuu_status
run(settings *s, tracuu_error *err)
{
    tracuu_index_options options = {.rebuild = s->rebuild,
        .dry_run = s->dry_run,
        .include_secret = s->include_secret,
        .retry_failed = s->retry_failed,
        .list_all = s->verbose,
        .excludes = s->excludes.at,
        .exclude_count = s->excludes.count,
        .labels = s->labels.at,
        .label_count = s->labels.count,
        .ocr = s->ocr,
        .jobs = s->jobs > UINT_MAX ? UINT_MAX : (unsigned)s->jobs,
        .rescan_minutes = s->rescan > INT_MAX ? INT_MAX : (unsigned)s->rescan,
        .report = report,
        .today = s->today,
        .payload = s};
    strbuf dir = STRBUF_INIT, extractor = STRBUF_INIT;
    tracuu_status status;

    options_index(&dir, s->index);
    options.extractor = find_extractor(&extractor);
    handle_signals();
    if (s->watch)
        status = tracuu_index_watch(
            dir.ptr, s->paths.at, s->paths.count, &options, tell, err);
    else
        status = index_once(s, dir.ptr, &options, err);
    strbuf_release(&dir);
    strbuf_release(&extractor);
    return status;
}

int
main(int argc, char **argv)
{
    settings s = {.style = print_style_for(STDERR_FILENO)};
    tracuu_error err = {.status = TRACUU_OK};
    tracuu_status status;

    s.bar = isatty(STDERR_FILENO);
    status = settings_read(&s, argc, argv, &err);
    if (status == TRACUU_OK && s.help) {
        print_help(&s);
        return 0;
    }
    if (status == TRACUU_OK && s.version) {
        puts("tracuu-index " TRACUU_VERSION);
        return 0;
    }
    if (status == TRACUU_OK && !s.paths.count) {
        status = err.status = TRACUU_USAGE;
        snprintf(err.message, sizeof err.message, "%s",
            settings_say(&s, "thiếu đường dẫn cần lập chỉ mục; xem --help",
                "no path to index; see --help"));
    }
    if (status == TRACUU_OK)
        status = run(&s, &err);
    if (status != TRACUU_OK && status != TRACUU_INPUT_FAILED)
        report_error(&s, &err);
    if (fflush(stdout) != 0 && status == TRACUU_OK)
        status = TRACUU_IO;
    settings_release(&s);
    return tracuu_status_exit(status);
}
