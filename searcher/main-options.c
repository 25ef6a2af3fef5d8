#include "searcher/main.h"

#include <errno.h>
#include <malloc.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

enum {
    LABELS_MAX = 64,
    DEADLINE_MS = 5000,
    KEPT = 1 << 26,   /* bytes of free memory, for the next question */
    AT_ONCE = 1 << 21 /* bytes that a question takes, about */
};

typedef struct option_row {
    unsigned bit; /* 0: every command has it */
    option_spec spec;
    const char *vietnamese;
    size_t into; /* place in the settings */
} option_row;

static const option_row rows[] = {
    {HAS_INDEX, {"index", 'i', OPTION_TEXT, "DIR", "the index to use", NULL},
        "chỉ mục cần dùng", offsetof(settings, index)},
    {HAS_LIMIT, {"limit", 'n', OPTION_NUMBER, "N", "how many to give", NULL},
        "số kết quả", offsetof(settings, limit)},
    {HAS_OFFSET,
        {"offset", 0, OPTION_NUMBER, "N", "leave out the first N", NULL},
        "bỏ qua N kết quả đầu", offsetof(settings, offset)},
    {HAS_SORT,
        {"sort", 0, OPTION_TEXT, "ORDER", "relevance, newest or oldest", NULL},
        "relevance (phù hợp), newest (mới nhất), oldest (cũ nhất)",
        offsetof(settings, sort)},
    {HAS_BATCH,
        {"batch", 0, OPTION_TEXT, "FILE",
            "answer its lines, ID TAB QUERY, as a TREC run", NULL},
        "trả lời từng dòng MÃ TAB CÂU HỎI, dạng TREC",
        offsetof(settings, batch)},
    {HAS_TIMING,
        {"timing", 0, OPTION_FLAG, NULL, "times of the batch on standard error",
            NULL},
        "in thời gian ra lỗi chuẩn", offsetof(settings, timing)},
    {HAS_DEPTH,
        {"depth", 'd', OPTION_NUMBER, "N", "steps in both directions", NULL},
        "số bước theo cả hai hướng", offsetof(settings, depth)},
    {HAS_FORMAT,
        {"format", 'f', OPTION_TEXT, "FORMAT", "text, json, dot or svg", NULL},
        "text, json, dot hoặc svg", offsetof(settings, format)},
    {HAS_JSONL,
        {"jsonl", 0, OPTION_FLAG, NULL, "lines of JSON in and out", NULL},
        "mỗi dòng một JSON, cả vào lẫn ra", offsetof(settings, jsonl)},
    {HAS_LABELS,
        {"labels", 0, OPTION_TEXT, "LIST",
            "see what these labels, with commas between, allow", NULL},
        "chỉ xem những gì các nhãn này (cách bằng dấu phẩy) cho phép",
        offsetof(settings, labels)},
    {HAS_TODAY,
        {"today", 0, OPTION_TEXT, "DAY",
            "tell what is in force on this day, YYYY-MM-DD", NULL},
        "hiệu lực tính vào ngày này, YYYY-MM-DD", offsetof(settings, today)},
    {HAS_EXPLAIN,
        {"explain", 0, OPTION_FLAG, NULL,
            "show the evidence that ranked each hit", NULL},
        "cho biết căn cứ xếp hạng từng kết quả", offsetof(settings, explain)},
    {HAS_EXPLAIN,
        {"without", 0, OPTION_TEXT, "LIST",
            "let this evidence, with commas between, not count", NULL},
        "không tính các căn cứ này (cách bằng dấu phẩy)",
        offsetof(settings, without)},
    {HAS_DEADLINE,
        {"deadline", 0, OPTION_NUMBER, "MS",
            "give what is found in so many milliseconds; 0: all", NULL},
        "chỉ tìm trong từng ấy mili giây; 0: không hạn",
        offsetof(settings, deadline)},
    {HAS_FAILED,
        {"failed", 0, OPTION_FLAG, NULL,
            "list what is not in the index, why, and what to do", NULL},
        "kể các tệp không có trong chỉ mục, lý do và cách xử lý",
        offsetof(settings, failed)},
    {HAS_JSON, {"json", 0, OPTION_FLAG, NULL, "print JSON", NULL}, "in JSON",
        offsetof(settings, json)},
    {0, {"help", 'h', OPTION_FLAG, NULL, "show this help", NULL},
        "xem hướng dẫn này", offsetof(settings, help)},
};

_Static_assert(sizeof rows / sizeof *rows <= MAIN_OPTIONS_MAX,
    "main_options fills arrays of MAIN_OPTIONS_MAX");

size_t
main_options(option_spec *out, settings *s, unsigned mask)
{
    size_t count = 0;

    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        if (rows[i].bit && !(rows[i].bit & mask))
            continue;
        out[count] = rows[i].spec;
        out[count].into = (char *)s + rows[i].into;
        if (s->style.vietnamese)
            out[count].help = rows[i].vietnamese;
        count++;
    }
    return count;
}

tracuu_status
main_read_file(settings *s, tracuu_error *err)
{
    option_spec all[MAIN_OPTIONS_MAX], index[MAIN_OPTIONS_MAX];
    const option_section sections[] = {
        {"", true, index, main_options(index, s, HAS_INDEX)},
        {"search", false, all, main_options(all, s, ~0u)},
        {"serve", false, NULL, 0},
    };

    tracuu_status status = options_file_read(
        &s->file, NULL, sections, sizeof sections / sizeof *sections, err);

    if (options_file_yields())
        s->index = NULL;
    return status;
}

void
main_put_command_first(settings *s, int argc, char **argv)
{
    option_spec specs[MAIN_OPTIONS_MAX];
    size_t count = main_options(specs, s, ~0u);
    int leading = options_leading(specs, count, argc, argv);
    char *name;

    if (!leading || leading + 1 >= argc)
        return;
    name = argv[leading + 1];
    memmove(argv + 2, argv + 1, (size_t)leading * sizeof *argv);
    argv[1] = name;
}

const char *
main_say(const settings *s, const char *vietnamese, const char *english)
{
    return s->style.vietnamese ? vietnamese : english;
}

void
main_emit(strbuf *out, FILE *to)
{
    if (out->len)
        fwrite(out->ptr, 1, out->len, to);
    strbuf_clear(out);
}

tracuu_status
main_fail(tracuu_error *err, tracuu_status status, const char *what,
    const char *which)
{
    err->status = status;
    snprintf(err->message, sizeof err->message, "%s '%s'", what, which);
    return status;
}

/* A batch is for measuring, and has no place to say that it is not whole. */
static uint64_t
deadline_of(const settings *s)
{
    long ms = s->deadline;

    if (ms < 0)
        ms = s->batch ? 0 : DEADLINE_MS;
    return (uint64_t)ms * 1000;
}

tracuu_status
main_fail_open(tracuu_error *err, const char *path)
{
    int cause = errno;

    err->status = TRACUU_IO;
    snprintf(err->message, sizeof err->message, "cannot open '%s': %s", path,
        strerror(cause));
    return err->status;
}

/* Memory that comes page by page as it is touched, and goes back after each
 * question, is a third of a short command where a fault is dear, as in a
 * virtual machine: the pages of one question come at once, and stay. */
static void
take_memory(void)
{
    enum { PAGE = 4096 };
    char *heap;
    uintptr_t start;

    mallopt(M_MMAP_THRESHOLD, KEPT / 2);
    mallopt(M_TRIM_THRESHOLD, KEPT);
    heap = malloc(AT_ONCE);
    if (!heap)
        return;
    start = ((uintptr_t)heap + PAGE - 1) & ~(uintptr_t)(PAGE - 1);
#ifdef MADV_POPULATE_WRITE
    madvise((char *)start, AT_ONCE - PAGE, MADV_POPULATE_WRITE);
#endif
    free(heap);
}

tracuu_status
main_open(tracuu_reader **reader, const settings *s, tracuu_error *err)
{
    tracuu_open_options options = {
        .today = s->today, .deadline_us = deadline_of(s)};
    const char *labels[LABELS_MAX];
    char *copy = s->labels ? strdup(s->labels) : NULL, *rest = copy, *label;
    strbuf path = STRBUF_INIT;
    tracuu_status status;

    while (rest && (label = strsep(&rest, ",")) != NULL &&
           options.label_count < LABELS_MAX) {
        if (*label)
            labels[options.label_count++] = label;
        options.labels = labels;
    }
    take_memory();
    options_index(&path, s->index);
    status = tracuu_open(reader, path.ptr, &options, err);
    strbuf_release(&path);
    free(copy);
    return status;
}
