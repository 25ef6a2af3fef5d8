#include "searcher/server/http.h"

#include <errno.h>
#include <microhttpd.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

#include "common/base/deadline.h"
#include "common/base/fail.h"
#include "common/base/memory.h"

enum {
    SILENT_S = 30,      /* a connection without a byte */
    MEMORY = 32 * 1024, /* a request line and its headers */
    DRAIN_STEP_MS = 5
};

struct http {
    struct MHD_Daemon *daemon;
    service *service;
    int fd;
    atomic_size_t open; /* visits */
};

/* A visit, and where it came from. */
typedef struct held {
    visit *visit;
    struct MHD_Connection *connection;
    bool done;
} held;

static uint64_t
now_ms(void)
{
    return deadline_now() / 1000;
}

/* ---- connections ---- */

static connection *
connection_of(struct MHD_Connection *c)
{
    const union MHD_ConnectionInfo *info =
        MHD_get_connection_info(c, MHD_CONNECTION_INFO_SOCKET_CONTEXT);

    return info ? info->socket_context : NULL;
}

static void
open_connection(http *h, struct MHD_Connection *c, void **context)
{
    const union MHD_ConnectionInfo *fd =
        MHD_get_connection_info(c, MHD_CONNECTION_INFO_CONNECTION_FD);
    const union MHD_ConnectionInfo *from =
        MHD_get_connection_info(c, MHD_CONNECTION_INFO_CLIENT_ADDRESS);
    address a = address_of(from ? from->client_addr : NULL);

    *context =
        connection_open(h->service->connections, fd->connect_fd, &a, now_ms());
}

static void
notify_connection(void *closure, struct MHD_Connection *c, void **context,
    enum MHD_ConnectionNotificationCode code)
{
    http *h = closure;

    if (code == MHD_CONNECTION_NOTIFY_STARTED)
        open_connection(h, c, context);
    else if (*context)
        connection_close(h->service->connections, *context);
}

static void *
take_target(void *closure, const char *raw, struct MHD_Connection *c)
{
    connection *mine = connection_of(c);

    (void)closure;
    if (mine) {
        strbuf_clear(&mine->target);
        strbuf_add_string(&mine->target, raw);
    }
    return NULL;
}

/* ---- the answer ---- */

/* The body is the visit's, which ends after the last byte was sent. */
static struct MHD_Response *
response_of(reply *out)
{
    span body = out->constant.ptr ? out->constant : strbuf_span(&out->body);

    if (out->status == 304 || out->status == 204)
        return MHD_create_response_from_buffer(0, NULL, MHD_RESPMEM_PERSISTENT);
    return MHD_create_response_from_buffer(
        body.len, (void *)(uintptr_t)body.ptr, MHD_RESPMEM_PERSISTENT);
}

static enum MHD_Result
send_reply(http *h, visit *v, struct MHD_Connection *c)
{
    struct MHD_Response *response = response_of(&v->out);
    enum MHD_Result result;

    if (!response)
        return MHD_NO;
    visit_headers(v);
    for (size_t i = 0; i < v->extra_count; i++)
        MHD_add_response_header(
            response, v->extra[i].name.ptr, v->extra[i].value.ptr);
    connection_enter(
        h->service->connections, v->connection, CONNECTION_SENDS, now_ms());
    result = MHD_queue_response(
        c, v->out.status ? (unsigned)v->out.status : 200, response);
    MHD_destroy_response(response);
    return result;
}

/* ---- the request ---- */

typedef struct collected {
    header at[STRICT_HEADERS + 1];
    size_t count;
} collected;

static enum MHD_Result
collect(void *closure, enum MHD_ValueKind kind, const char *name,
    size_t name_length, const char *value, size_t value_length)
{
    collected *all = closure;

    (void)kind;
    all->at[all->count++] =
        (header){{name, name_length}, {value, value_length}};
    return all->count <= STRICT_HEADERS ? MHD_YES : MHD_NO;
}

static held *
begin(
    http *h, struct MHD_Connection *c, const char *method, const char *version)
{
    connection *mine = connection_of(c);
    held *one = memory_take_zero(1, sizeof *one);
    collected all = {.count = 0};
    visit_lines lines = {.method = method,
        .version = version,
        .target = mine->target.ptr ? mine->target.ptr : "",
        .headers = all.at};

    MHD_get_connection_values_n(c, MHD_HEADER_KIND, collect, &all);
    lines.header_count = all.count;
    atomic_fetch_add(&h->open, 1);
    connection_enter(h->service->connections, mine, CONNECTION_WORKS, now_ms());
    one->connection = c;
    one->done = visit_begin(&one->visit, h->service, mine, &lines);
    one->visit->handle = one;
    return one;
}

void
http_work(void *job)
{
    visit *v = job;
    held *one = v->handle;

    visit_work(v);
    one->done = true;
    MHD_resume_connection(one->connection);
}

/* Called when the headers are there, again when the request has ended, and
 * again when it was resumed.  What is refused is answered at once, and the
 * connection ends with it: its body would be waited for else. */
static enum MHD_Result
answer(void *closure, struct MHD_Connection *c, const char *url,
    const char *method, const char *version, const char *upload,
    size_t *upload_size, void **seen)
{
    http *h = closure;
    held *one = *seen;

    (void)url, (void)upload;
    if (!one) {
        one = *seen = begin(h, c, method, version);
        if (one->done && one->visit->out.status >= 400)
            return send_reply(h, one->visit, c);
        return MHD_YES;
    }
    if (*upload_size)
        return MHD_NO;
    if (one->done)
        return send_reply(h, one->visit, c);
    MHD_suspend_connection(c);
    if (!pool_put(h->service->pool, one->visit)) {
        visit_refuse_busy(one->visit);
        one->done = true;
        MHD_resume_connection(c);
    }
    return MHD_YES;
}

static void
complete(void *closure, struct MHD_Connection *c, void **seen,
    enum MHD_RequestTerminationCode code)
{
    http *h = closure;
    held *one = *seen;

    (void)c, (void)code;
    if (!one)
        return;
    connection_enter(h->service->connections, one->visit->connection,
        CONNECTION_LISTENS, now_ms());
    visit_end(one->visit);
    free(one);
    *seen = NULL;
    atomic_fetch_sub(&h->open, 1);
}

/* ---- start and end ---- */

/* What clients send wrong is no line in the log of the server. */
static void
say_nothing(void *closure, const char *format, va_list list)
{
    (void)closure, (void)format, (void)list;
}

tracuu_status
http_start(http **out, service *s, const listening *socket, tracuu_error *err)
{
    http *h = memory_take_zero(1, sizeof *h);

    h->service = s;
    h->daemon = MHD_start_daemon(
        MHD_USE_EPOLL_INTERNAL_THREAD | MHD_ALLOW_SUSPEND_RESUME | MHD_USE_ITC,
        0, NULL, NULL, answer, h, MHD_OPTION_EXTERNAL_LOGGER, say_nothing, NULL,
        MHD_OPTION_LISTEN_SOCKET, socket->fd, MHD_OPTION_CONNECTION_LIMIT,
        (unsigned)s->settings->connections, MHD_OPTION_CONNECTION_TIMEOUT,
        (unsigned)SILENT_S, MHD_OPTION_CONNECTION_MEMORY_LIMIT, (size_t)MEMORY,
        MHD_OPTION_STRICT_FOR_CLIENT, 1, MHD_OPTION_URI_LOG_CALLBACK,
        take_target, h, MHD_OPTION_NOTIFY_CONNECTION, notify_connection, h,
        MHD_OPTION_NOTIFY_COMPLETED, complete, h, MHD_OPTION_END);
    *out = h;
    if (h->daemon)
        return TRACUU_OK;
    *out = NULL;
    free(h);
    return fail(err, TRACUU_IO, "cannot listen on '%s': %s", socket->name.ptr,
        strerror(errno));
}

bool
http_drain(http *h, unsigned ms)
{
    struct timespec step = {.tv_nsec = DRAIN_STEP_MS * 1000000L};
    MHD_socket fd = MHD_quiesce_daemon(h->daemon);

    if (fd != MHD_INVALID_SOCKET)
        close(fd);
    atomic_store(&h->service->draining, true);
    for (unsigned t = 0; t < ms && atomic_load(&h->open); t += DRAIN_STEP_MS)
        nanosleep(&step, NULL);
    return !atomic_load(&h->open);
}

void
http_stop(http *h)
{
    MHD_stop_daemon(h->daemon);
    free(h);
}
