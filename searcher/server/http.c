#include "searcher/server/http.h"

#include <arpa/inet.h>
#include <errno.h>
#include <microhttpd.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>

#include "common/base/memory.h"
#include "searcher/server/routes.h"
#include "searcher/server/target.h"

enum { TIMEOUT = 10, MEMORY = 32 * 1024 };

typedef struct idle {
    tracuu_reader *reader;
    struct idle *next;
} idle;

struct http {
    struct MHD_Daemon *daemon;
    const server_settings *settings;
    pthread_mutex_t lock;
    idle *readers;
};

static tracuu_reader *
take_reader(http *h)
{
    tracuu_open_options options = {
        .deadline_us = (uint64_t)h->settings->deadline * 1000};
    tracuu_reader *reader = NULL;
    tracuu_error err;
    idle *first;

    pthread_mutex_lock(&h->lock);
    first = h->readers;
    if (first)
        h->readers = first->next;
    pthread_mutex_unlock(&h->lock);
    if (first) {
        reader = first->reader;
        free(first);
        return reader;
    }
    tracuu_open(&reader, h->settings->path.ptr, &options, &err);
    return reader;
}

static void
give_back(http *h, tracuu_reader *reader)
{
    idle *i = memory_take(sizeof *i);

    i->reader = reader;
    pthread_mutex_lock(&h->lock);
    i->next = h->readers;
    h->readers = i;
    pthread_mutex_unlock(&h->lock);
}

static const char *
param_of(const request *in, const char *name)
{
    for (size_t i = 0; i < in->param_count; i++)
        if (!strcmp(in->params[i].name, name))
            return in->params[i].value;
    return NULL;
}

static enum MHD_Result
send_reply(struct MHD_Connection *c, reply *out)
{
    span body = out->constant.ptr ? out->constant : strbuf_span(&out->body);
    struct MHD_Response *response = MHD_create_response_from_buffer(
        body.len, (void *)(uintptr_t)body.ptr, MHD_RESPMEM_MUST_COPY);
    enum MHD_Result result;

    if (out->type)
        MHD_add_response_header(response, "Content-Type", out->type);
    if (out->location)
        MHD_add_response_header(response, "Location", out->location);
    MHD_add_response_header(response, "Cache-Control",
        out->cache ? out->cache : "private, no-cache");
    MHD_add_response_header(response, "Content-Security-Policy",
        "default-src 'none'; script-src 'self'; style-src 'self'; "
        "img-src 'self'; connect-src 'self'; font-src 'self'; "
        "base-uri 'none'; form-action 'self'; frame-ancestors 'self'");
    MHD_add_response_header(response, "X-Content-Type-Options", "nosniff");
    result = MHD_queue_response(
        c, out->status ? (unsigned)out->status : 200, response);
    MHD_destroy_response(response);
    strbuf_release(&out->body);
    strbuf_release(&out->room);
    return result;
}

static enum MHD_Result
answer(void *closure, struct MHD_Connection *c, const char *url,
    const char *method, const char *version, const char *upload,
    size_t *upload_size, void **seen)
{
    http *h = closure;
    arena a = ARENA_INIT;
    target *t = arena_take(&a, sizeof *t);
    request in = {.method = method, .param = param_of, .user = ""};
    reply out = {0};
    const char *raw = *seen, *lang;
    enum MHD_Result result;

    (void)url, (void)version, (void)upload, (void)upload_size;
    if (!target_read(t, &a, raw)) {
        out.status = 400;
    } else {
        in.path = t->path;
        in.target = raw;
        in.params = t->params;
        in.param_count = t->count;
        in.generation = "0";
        lang = in.param(&in, "lang");
        if (!lang)
            lang = MHD_lookup_connection_value(
                c, MHD_HEADER_KIND, "Accept-Language");
        in.vietnamese = !lang || strncasecmp(lang, "en", 2) != 0;
        in.reader = take_reader(h);
        routes_answer(&out, &in);
        give_back(h, in.reader);
    }
    result = send_reply(c, &out);
    arena_release(&a);
    return result;
}

static void *
keep_target(void *closure, const char *uri, struct MHD_Connection *c)
{
    (void)closure, (void)c;
    return strdup(uri);
}

static void
complete(void *closure, struct MHD_Connection *c, void **seen,
    enum MHD_RequestTerminationCode code)
{
    (void)closure, (void)c, (void)code;
    free(*seen);
}

tracuu_status
http_start(http **out, const server_settings *s, tracuu_error *err)
{
    http *h = memory_take_zero(1, sizeof *h);
    struct sockaddr_in address = {.sin_family = AF_INET};
    const char *colon = strrchr(s->listen, ':');

    h->settings = s;
    pthread_mutex_init(&h->lock, NULL);
    inet_pton(AF_INET, "127.0.0.1", &address.sin_addr);
    address.sin_port = htons((uint16_t)atoi(colon ? colon + 1 : s->listen));
    h->daemon = MHD_start_daemon(MHD_USE_EPOLL_INTERNAL_THREAD, 0, NULL, NULL,
        answer, h, MHD_OPTION_SOCK_ADDR, (struct sockaddr *)&address,
        MHD_OPTION_THREAD_POOL_SIZE, (unsigned)s->workers,
        MHD_OPTION_CONNECTION_TIMEOUT, (unsigned)TIMEOUT,
        MHD_OPTION_CONNECTION_MEMORY_LIMIT, (size_t)MEMORY,
        MHD_OPTION_URI_LOG_CALLBACK, keep_target, NULL,
        MHD_OPTION_NOTIFY_COMPLETED, complete, NULL, MHD_OPTION_END);
    *out = h;
    if (h->daemon)
        return TRACUU_OK;
    *out = NULL;
    free(h);
    err->status = TRACUU_IO;
    snprintf(err->message, sizeof err->message, "cannot listen on '%s': %s",
        s->listen, strerror(errno));
    return TRACUU_IO;
}

void
http_stop(http *h)
{
    MHD_stop_daemon(h->daemon);
    for (idle *i = h->readers, *next; i; i = next) {
        next = i->next;
        tracuu_reader_free(i->reader);
        free(i);
    }
    pthread_mutex_destroy(&h->lock);
    free(h);
}
