#include "searcher/server/settings.h"

#include <stddef.h>
#include <stdio.h>
#include <unistd.h>

#include "common/base/fail.h"
#include "common/base/options.h"

enum {
    QUEUE = 256,
    CACHE_MB = 64,
    CACHE_MOST = 65536,
    DEADLINE_MS = 2000,
    DEADLINE_MOST = 3000, /* a stop waits for it, and ends within 5 s */
    CONNECTIONS = 16384,
    WORKERS_MOST = 256,
    CONNECTIONS_MOST = 1000000,
    QUEUE_MOST = 65536
};

typedef struct row {
    option_spec spec;
    const char *vietnamese;
    size_t into; /* place in the settings */
} row;

#define INTO(member) offsetof(server_settings, member)

static const row rows[] = {
    {{"index", 'i', OPTION_TEXT, "DIR", "the index to use", NULL},
        "chỉ mục cần dùng", INTO(index)},
    {{"listen", 'l', OPTION_TEXT, "ADDR:PORT",
         "where to listen, 127.0.0.1:8080 if not said; or unix:PATH", NULL},
        "địa chỉ nghe, mặc định 127.0.0.1:8080; hoặc unix:PATH", INTO(listen)},
    {{"hosts", 0, OPTION_TEXT, "LIST", "names that the server is called by",
         NULL},
        "các tên miền của máy chủ", INTO(hosts)},
    {{"origins", 0, OPTION_TEXT, "LIST",
         "sites whose pages may ask, as https://noi-bo.example; * is all",
         NULL},
        "các trang được phép nhúng, như https://noi-bo.example; * là mọi trang",
        INTO(origins)},
    {{"labels", 0, OPTION_TEXT, "LIST",
         "labels of requests without a token; * sees everything", NULL},
        "nhãn cho yêu cầu không có mã; * là thấy tất cả", INTO(labels)},
    {{"tokens", 0, OPTION_TEXT, "FILE", "lines of NAME LABELS TOKEN", NULL},
        "tệp gồm các dòng TÊN NHÃN MÃ", INTO(tokens)},
    {{"trusted-proxy", 0, OPTION_TEXT, "LIST",
         "addresses whose X-Forwarded headers are believed", NULL},
        "địa chỉ của proxy được tin cậy", INTO(proxies)},
    {{"user-header", 0, OPTION_TEXT, "NAME",
         "header in which a trusted proxy names the user", NULL},
        "tiêu đề trong đó proxy ghi tên người dùng", INTO(user_header)},
    {{"label-header", 0, OPTION_TEXT, "NAME",
         "header in which a trusted proxy gives the labels", NULL},
        "tiêu đề trong đó proxy ghi các nhãn", INTO(label_header)},
    {{"public", 0, OPTION_FLAG, NULL,
         "refuse to serve where a secret document could be seen", NULL},
        "từ chối phục vụ nếu có thể thấy văn bản mật", INTO(public_only)},
    {{"access-log", 0, OPTION_TEXT, "FILE",
         "combined format; - is standard output, as if not said", NULL},
        "nhật ký truy cập dạng combined; mặc định ra đầu ra chuẩn",
        INTO(access_log)},
    {{"audit-log", 0, OPTION_TEXT, "FILE", "who opened which document", NULL},
        "nhật ký ai đã mở văn bản nào", INTO(audit_log)},
    {{"workers", 'w', OPTION_NUMBER, "N",
         "threads that search, two a processor if not said", NULL},
        "số luồng tìm kiếm, mặc định hai luồng mỗi bộ xử lý", INTO(workers)},
    {{"queue", 0, OPTION_NUMBER, "N", "requests that may wait, 256 if not said",
         NULL},
        "số yêu cầu được xếp hàng, mặc định 256", INTO(queue)},
    {{"deadline", 0, OPTION_NUMBER, "MS",
         "give what is found in so many milliseconds, 2000 if not said", NULL},
        "chỉ tìm trong từng ấy mili giây, mặc định 2000", INTO(deadline)},
    {{"cache", 0, OPTION_NUMBER, "MB",
         "memory for answers to be given again, 64 if not said", NULL},
        "bộ nhớ giữ các câu trả lời, mặc định 64", INTO(cache)},
    {{"connections", 0, OPTION_NUMBER, "N",
         "connections at once, 16384 if not said", NULL},
        "số kết nối cùng lúc, mặc định 16384", INTO(connections)},
    {{"per-address", 0, OPTION_NUMBER, "N",
         "of these from one address; not said: 64, but for this machine", NULL},
        "số kết nối từ một địa chỉ; mặc định 64, trừ chính máy này",
        INTO(per_address)},
    {{"rate", 0, OPTION_NUMBER, "N",
         "requests a second of one address; not said: 50, but for this "
         "machine; 0: any",
         NULL},
        "số yêu cầu mỗi giây từ một địa chỉ; mặc định 50, trừ chính máy này",
        INTO(rate)},
    {{"open-metrics", 0, OPTION_FLAG, NULL,
         "/metrics for all, not for this machine alone", NULL},
        "cho mọi máy xem /metrics", INTO(open_metrics)},
    {{"help", 'h', OPTION_FLAG, NULL, "show this help", NULL},
        "xem hướng dẫn này", INTO(help)},
};

enum { ROW_COUNT = sizeof rows / sizeof *rows };

static void
take_rows(option_spec *specs, server_settings *into, bool vietnamese)
{
    for (size_t i = 0; i < ROW_COUNT; i++) {
        specs[i] = rows[i].spec;
        specs[i].into = (char *)into + rows[i].into;
        if (vietnamese)
            specs[i].help = rows[i].vietnamese;
    }
}

static tracuu_status
check_number(
    const char *name, long value, long least, long most, tracuu_error *err)
{
    if (value >= least && value <= most)
        return TRACUU_OK;
    return fail(err, TRACUU_USAGE, "--%s is %ld to %ld, not '%ld'", name, least,
        most, value);
}

static tracuu_status
check(const server_settings *s, tracuu_error *err)
{
    tracuu_status status =
        check_number("workers", s->workers, 1, WORKERS_MOST, err);

    if (status == TRACUU_OK)
        status = check_number("deadline", s->deadline, 1, DEADLINE_MOST, err);
    if (status == TRACUU_OK)
        status = check_number("cache", s->cache, 0, CACHE_MOST, err);
    if (status == TRACUU_OK)
        status = check_number("queue", s->queue, 1, QUEUE_MOST, err);
    if (status == TRACUU_OK)
        status = check_number(
            "connections", s->connections, 1, CONNECTIONS_MOST, err);
    if (status == TRACUU_OK && (s->user_header || s->label_header) &&
        !*s->proxies)
        status = fail(err, TRACUU_USAGE,
            "--user-header and --label-header need the addresses of "
            "--trusted-proxy, or everybody could send them");
    return status;
}

static long
usual_workers(void)
{
    long processors = sysconf(_SC_NPROCESSORS_ONLN);

    if (processors < 1)
        processors = 1;
    return processors * 2 < WORKERS_MOST ? processors * 2 : WORKERS_MOST;
}

tracuu_status
settings_read(server_settings *out, int argc, char **argv, tracuu_error *err)
{
    option_spec specs[ROW_COUNT];
    int next = 1;
    tracuu_status status;

    *out = (server_settings){.listen = "127.0.0.1:8080",
        .origins = "",
        .labels = "",
        .proxies = "",
        .access_log = "-",
        .workers = usual_workers(),
        .queue = QUEUE,
        .cache = CACHE_MB,
        .deadline = DEADLINE_MS,
        .connections = CONNECTIONS,
        .per_address = -1,
        .rate = -1};
    take_rows(specs, out, false);
    status = options_read(specs, ROW_COUNT, argc, argv, &next, err);
    if (status != TRACUU_OK || out->help)
        return status;
    if (next < argc)
        return fail(
            err, TRACUU_USAGE, "there is no place for '%s'", argv[next]);
    options_index(&out->path, out->index);
    return check(out, err);
}

void
settings_help(strbuf *out, bool vietnamese)
{
    option_spec specs[ROW_COUNT];
    server_settings unused;

    take_rows(specs, &unused, vietnamese);
    options_help(out, specs, ROW_COUNT);
}

void
settings_release(server_settings *s)
{
    strbuf_release(&s->path);
}
