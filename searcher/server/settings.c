#include "searcher/server/settings.h"

#include <stddef.h>
#include <stdio.h>

#include "common/base/options.h"

enum { WORKERS = 4, DEADLINE_MS = 2000 };

typedef struct row {
    option_spec spec;
    const char *vietnamese;
    size_t into; /* place in the settings */
} row;

static const row rows[] = {
    {{"index", 'i', OPTION_TEXT, "DIR", "the index to use", NULL},
        "chỉ mục cần dùng", offsetof(server_settings, index)},
    {{"listen", 'l', OPTION_TEXT, "ADDR:PORT",
         "where to listen, 127.0.0.1:8080 if not said", NULL},
        "địa chỉ nghe, mặc định 127.0.0.1:8080",
        offsetof(server_settings, listen)},
    {{"workers", 'w', OPTION_NUMBER, "N", "threads that search", NULL},
        "số luồng tìm kiếm", offsetof(server_settings, workers)},
    {{"deadline", 0, OPTION_NUMBER, "MS",
         "give what is found in so many milliseconds", NULL},
        "chỉ tìm trong từng ấy mili giây", offsetof(server_settings, deadline)},
    {{"help", 'h', OPTION_FLAG, NULL, "show this help", NULL},
        "xem hướng dẫn này", offsetof(server_settings, help)},
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

tracuu_status
settings_read(server_settings *out, int argc, char **argv, tracuu_error *err)
{
    option_spec specs[ROW_COUNT];
    int next = 1;
    tracuu_status status;

    *out = (server_settings){.listen = "127.0.0.1:8080",
        .workers = WORKERS,
        .deadline = DEADLINE_MS};
    take_rows(specs, out, false);
    status = options_read(specs, ROW_COUNT, argc, argv, &next, err);
    if (status != TRACUU_OK)
        return status;
    if (next < argc) {
        err->status = TRACUU_USAGE;
        snprintf(err->message, sizeof err->message,
            "there is no place for '%s'", argv[next]);
        return TRACUU_USAGE;
    }
    options_index(&out->path, out->index);
    return TRACUU_OK;
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
