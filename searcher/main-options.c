#include "searcher/main.h"

#include <stdlib.h>

enum { LABELS_MAX = 64 };

typedef struct option_row {
    unsigned bit; /* 0: every command has it */
    option_spec spec;
    const char *vietnamese;
} option_row;

static size_t
take_rows(option_spec *out, const option_row *all, size_t rows, unsigned mask,
    bool vietnamese)
{
    size_t count = 0;

    for (size_t i = 0; i < rows; i++) {
        if (all[i].bit && !(all[i].bit & mask))
            continue;
        out[count] = all[i].spec;
        if (vietnamese)
            out[count].help = all[i].vietnamese;
        count++;
    }
    return count;
}

size_t
main_options(option_spec *out, settings *s, unsigned mask)
{
    const option_row all[] = {
        {HAS_INDEX,
            {"index", 'i', OPTION_TEXT, "DIR", "the index to use", &s->index},
            "chỉ mục cần dùng"},
        {HAS_LIMIT,
            {"limit", 'n', OPTION_NUMBER, "N", "how many to give", &s->limit},
            "số kết quả"},
        {HAS_OFFSET,
            {"offset", 0, OPTION_NUMBER, "N", "leave out the first N",
                &s->offset},
            "bỏ qua N kết quả đầu"},
        {HAS_SORT,
            {"sort", 0, OPTION_TEXT, "ORDER", "relevance, newest or oldest",
                &s->sort},
            "relevance (phù hợp), newest (mới nhất), oldest (cũ nhất)"},
        {HAS_BATCH,
            {"batch", 0, OPTION_TEXT, "FILE",
                "answer its lines, ID TAB QUERY, as a TREC run", &s->batch},
            "trả lời từng dòng MÃ TAB CÂU HỎI, dạng TREC"},
        {HAS_TIMING,
            {"timing", 0, OPTION_FLAG, NULL,
                "times of the batch on standard error", &s->timing},
            "in thời gian ra lỗi chuẩn"},
        {HAS_DEPTH,
            {"depth", 'd', OPTION_NUMBER, "N", "steps in both directions",
                &s->depth},
            "số bước theo cả hai hướng"},
        {HAS_FORMAT,
            {"format", 'f', OPTION_TEXT, "FORMAT", "text, json, dot or svg",
                &s->format},
            "text, json, dot hoặc svg"},
        {HAS_JSONL,
            {"jsonl", 0, OPTION_FLAG, NULL, "lines of JSON in and out",
                &s->jsonl},
            "mỗi dòng một JSON, cả vào lẫn ra"},
        {HAS_LABELS,
            {"labels", 0, OPTION_TEXT, "LIST",
                "see what these labels, with commas between, allow",
                &s->labels},
            "chỉ xem những gì các nhãn này (cách bằng dấu phẩy) cho phép"},
        {HAS_TODAY,
            {"today", 0, OPTION_TEXT, "DAY",
                "tell what is in force on this day, YYYY-MM-DD", &s->today},
            "hiệu lực tính vào ngày này, YYYY-MM-DD"},
        {HAS_JSON, {"json", 0, OPTION_FLAG, NULL, "print JSON", &s->json},
            "in JSON"},
        {0, {"help", 'h', OPTION_FLAG, NULL, "show this help", &s->help},
            "xem hướng dẫn này"},
    };

    return take_rows(
        out, all, sizeof all / sizeof *all, mask, s->style.vietnamese);
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

tracuu_status
main_open(tracuu_reader **reader, const settings *s, tracuu_error *err)
{
    tracuu_open_options options = {.today = s->today};
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
    options_index(&path, s->index);
    status = tracuu_open(reader, path.ptr, &options, err);
    strbuf_release(&path);
    free(copy);
    return status;
}
