/* The options of tracuu-index, from its command line and its file. */
#include "indexer/main-settings.h"

#include <stdio.h>
#include <stdlib.h>

typedef struct option_row {
    option_spec spec;
    const char *vietnamese;
} option_row;

const char *
settings_say(const settings *s, const char *vietnamese, const char *english)
{
    return s->style.vietnamese ? vietnamese : english;
}

static void
take_rows(
    option_spec out[MAIN_OPTIONS], const option_row *all, const settings *s)
{
    for (size_t i = 0; i < MAIN_OPTIONS; i++) {
        out[i] = all[i].spec;
        if (s->style.vietnamese)
            out[i].help = all[i].vietnamese;
    }
}

void
settings_list(option_spec out[MAIN_OPTIONS], settings *s)
{
    const option_row all[MAIN_OPTIONS] = {
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
        {{"watch", 0, OPTION_FLAG, NULL,
             "go on, and follow the files until ended", &s->watch},
            "chạy tiếp và theo dõi các tệp đến khi dừng"},
        {{"rescan", 0, OPTION_NUMBER, "MINUTES",
             "of --watch: look at everything that often; 0: 60", &s->rescan},
            "khi --watch: bao nhiêu phút xem lại tất cả; 0: 60"},
        {{"exclude", 0, OPTION_LIST, "PATTERN",
             "pass over these names or paths; may be repeated", &s->excludes},
            "bỏ qua các tên hoặc đường dẫn này; có thể lặp lại"},
        {{"label", 0, OPTION_LIST, "FOLDER=LABEL",
             "who may see what is in it; may be repeated", &s->labels},
            "ai được xem những gì trong thư mục; có thể lặp lại"},
        {{"json", 0, OPTION_FLAG, NULL, "summary and progress as lines of JSON",
             &s->json},
            "in tổng kết và tiến độ dạng JSON"},
        {{"verbose", 'v', OPTION_FLAG, NULL,
             "list what was added, changed, moved, removed", &s->verbose},
            "kể cả những gì được thêm, đổi, chuyển, bỏ"},
        {{"include-secret", 0, OPTION_FLAG, NULL,
             "take documents with a secrecy mark too", &s->include_secret},
            "nhận cả văn bản có dấu mật"},
        {{"retry-failed", 0, OPTION_FLAG, NULL, "try again what failed before",
             &s->retry_failed},
            "thử lại những gì đã lỗi lần trước"},
        {{"ocr", 0, OPTION_FLAG, NULL, "read scanned pages by OCR", &s->ocr},
            "đọc trang quét bằng OCR"},
        {{"today", 0, OPTION_TEXT, "DAY",
             "tell what is in force from this day on, YYYY-MM-DD", &s->today},
            "hiệu lực tính từ ngày này, YYYY-MM-DD"},
        {{"path", 0, OPTION_LIST, "PATH",
             "a path to index, as one behind the options", &s->paths},
            "đường dẫn cần lập chỉ mục, như sau các tùy chọn"},
        {{"config", 0, OPTION_TEXT, "FILE",
             "a file of these options, NAME = VALUE a line", &s->config},
            "tệp các tùy chọn này, mỗi dòng TÊN = GIÁ TRỊ"},
        {{"help", 'h', OPTION_FLAG, NULL, "show this help", &s->help},
            "xem hướng dẫn này"},
        {{"version", 0, OPTION_FLAG, NULL, "show the version", &s->version},
            "xem phiên bản"},
    };

    take_rows(out, all, s);
}

static void
release_lists(settings *s)
{
    free(s->paths.at);
    free(s->excludes.at);
    free(s->labels.at);
    s->paths = s->excludes = s->labels = (option_list){NULL, 0, 0};
}

/* Where the file is stands on the command line, which counts more than it:
 * that is read before and after. */
tracuu_status
settings_read(settings *s, int argc, char **argv, tracuu_error *err)
{
    option_spec specs[MAIN_OPTIONS];
    const option_section sections[] = {{"", false, specs, MAIN_OPTIONS},
        {"search", false, NULL, 0}, {"serve", false, NULL, 0}};
    const settings fresh = *s;
    tracuu_status status;
    const char *config;
    size_t from_file;
    int next;

    settings_list(specs, s);
    status = options_read(specs, MAIN_OPTIONS, argc, argv, &next, err);
    if (status != TRACUU_OK || s->help || s->version)
        return status;
    config = s->config;
    release_lists(s);
    *s = fresh;
    status = options_file_read(
        &s->file, config, sections, sizeof sections / sizeof *sections, err);
    if (options_file_yields())
        s->index = NULL;
    from_file = s->paths.count;
    if (status == TRACUU_OK)
        status = options_read(specs, MAIN_OPTIONS, argc, argv, &next, err);
    for (; status == TRACUU_OK && next < argc; next++)
        status = options_set(specs, MAIN_OPTIONS, "path", argv[next], err);
    /* Paths that are named now are meant instead of those of the file. */
    if (s->paths.count > from_file) {
        s->paths.count -= from_file;
        memmove(s->paths.at, s->paths.at + from_file,
            s->paths.count * sizeof *s->paths.at);
    }
    return status;
}

void
settings_release(settings *s)
{
    release_lists(s);
    options_file_release(&s->file);
}
