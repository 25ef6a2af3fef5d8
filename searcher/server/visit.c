#include "searcher/server/visit.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <strings.h>
#include <time.h>

#include "common/base/deadline.h"
#include "common/base/hash.h"
#include "common/base/memory.h"
#include "searcher/server/asset.h"
#include "searcher/server/problem.h"
#include "searcher/server/routes.h"

/* How often an answer is tried again while the index is being renewed. */
enum { TRIES = 4, WAIT_MS = 20, QUEUE_MS = 10000 };

/* ---- the request ---- */

static const char *
param_of(const request *in, const char *name)
{
    for (size_t i = 0; i < in->param_count; i++)
        if (!strcmp(in->params[i].name, name))
            return in->params[i].value;
    return NULL;
}

/* Vietnamese, unless English is asked for. */
static bool
reads_vietnamese(visit *v)
{
    const char *lang = param_of(&v->in, "lang");
    span accepted = strict_value(&v->headers, "Accept-Language"), first;

    if (lang)
        return strcasecmp(lang, "en") != 0;
    while (accepted.len && span_next_field(&accepted, ',', &first)) {
        first = span_trim(first);
        if (first.len >= 2 && !strncasecmp(first.ptr, "vi", 2))
            return true;
        if (first.len >= 2 && !strncasecmp(first.ptr, "en", 2))
            return false;
    }
    return true;
}

static void
copy_headers(visit *v, const visit_lines *lines)
{
    header *all = arena_array(&v->arena, lines->header_count + 1, sizeof *all);

    for (size_t i = 0; i < lines->header_count; i++)
        all[i] = (header){arena_copy(&v->arena, lines->headers[i].name),
            arena_copy(&v->arena, lines->headers[i].value)};
    v->headers = (header_list){all, lines->header_count};
}

static bool
refuse(visit *v, int status, const char *code, const char *why)
{
    problem_fill(&v->out, status, code, why, v->in.vietnamese);
    return true;
}

/* ---- whom the request is for, and from ---- */

/* A page of a stranger may make the name of its site mean 127.0.0.1 and then
 * ask as if it stood here: only names that are ours are answered. */
static bool
is_our_host(const visit *v)
{
    const service *s = v->service;
    span host = span_of(v->grant.host), rest = span_of(s->settings->hosts), one;
    size_t colon = span_find(host, SPAN(":"), 0);
    address literal;

    if (!host.len || v->grant.trusted)
        return true;
    if (address_read(&literal, host) &&
        (!s->on_loopback || address_is_loopback(&literal)))
        return true;
    if (colon < host.len)
        host.len = colon;
    if (host.len == 9 && !strncasecmp(host.ptr, "localhost", 9))
        return true;
    if (!rest.ptr)
        return !s->on_loopback;
    while (span_next_field(&rest, ',', &one))
        if (one.len == host.len && !strncasecmp(one.ptr, host.ptr, host.len))
            return true;
    return false;
}

static bool
is_listed_origin(const char *origins, span origin)
{
    span rest = span_of(origins), one;

    while (rest.len && span_next_field(&rest, ',', &one)) {
        one = span_trim(one);
        if (span_equal(one, SPAN("*")) || span_equal(one, origin))
            return true;
    }
    return false;
}

static void
take_origin(visit *v)
{
    span origin = strict_value(&v->headers, "Origin");

    if (!origin.len)
        return;
    v->origin = arena_string(&v->arena, origin);
    v->may_share = is_listed_origin(v->service->settings->origins, origin);
}

static bool
may_watch(const visit *v)
{
    return v->service->settings->open_metrics ||
           (address_is_loopback(&v->grant.client) && !v->grant.trusted);
}

/* ---- what needs no reader ---- */

static bool
answer_metrics(visit *v)
{
    metrics_now now = {
        .connections = connection_count(v->service->connections)};

    if (!may_watch(v))
        return refuse(v, 403, "forbidden", "");
    pool_load(v->service->pool, &now.waiting, &now.running);
    v->out.type = "text/plain; version=0.0.4; charset=utf-8";
    v->out.cache = "no-store";
    metrics_print(&v->out.body, &now);
    return true;
}

/* A browser asks its user for a token only after a 401. */
static bool
answer_login(visit *v)
{
    const char *next = param_of(&v->in, "next");

    if (!*v->in.user)
        return refuse(v, 401, "token-needed", "");
    if (!next || next[0] != '/' || next[1] == '/' || next[1] == '\\')
        next = "/";
    v->out.status = 302;
    target_encode_path(&v->out.room, next);
    v->out.location = v->out.room.ptr;
    return true;
}

static bool
answer_options(visit *v)
{
    v->out.status = v->origin && !v->may_share ? 403 : 204;
    v->out.cache = "private, max-age=600";
    return true;
}

static bool
answer_quickly(visit *v)
{
    if (!strcmp(v->method, "OPTIONS"))
        return answer_options(v);
    if (!strcmp(v->in.path, "/metrics"))
        return answer_metrics(v);
    if (!strcmp(v->in.path, "/login"))
        return answer_login(v);
    return routes_answer_quickly(&v->out, &v->in);
}

/* ---- beginning ---- */

static void
take_request(visit *v)
{
    request *in = &v->in;

    in->method = v->method;
    in->path = v->target.path;
    in->params = v->target.params;
    in->param_count = v->target.count;
    in->param = param_of;
    in->user = v->grant.user;
    in->generation = "";
    in->vietnamese = reads_vietnamese(v);
    if (v->grant.host)
        in->base =
            arena_print(&v->arena, "%s://%s", v->grant.scheme, v->grant.host)
                .ptr;
}

static bool
admit(visit *v)
{
    access_grant(&v->grant, &v->arena, v->service->rules, &v->headers,
        &v->connection->from);
    take_request(v);
    take_origin(v);
    if (v->grant.status == 401)
        return refuse(v, 401, "token-unknown", v->grant.why);
    if (v->grant.status)
        return refuse(v, v->grant.status, "bad-request", v->grant.why);
    if (!is_our_host(v))
        return refuse(v, 421, "wrong-host", "this server has another name");
    if (!peer_ask(v->service->peers, &v->grant.client, deadline_now() / 1000))
        return refuse(v, 429, "too-many-requests",
            "there were too many requests from this address");
    return false;
}

bool
visit_begin(visit **out, service *s, connection *c, const visit_lines *lines)
{
    visit *v = memory_take_zero(1, sizeof *v);
    const char *why;
    int status;

    *out = v;
    v->service = s;
    v->connection = c;
    v->began_us = deadline_now();
    v->route = METRICS_OTHER;
    v->grant = (grant){.client = c->from, .user = "", .labels = ""};
    v->in.vietnamese = true;
    v->method = arena_string(&v->arena, span_of(lines->method));
    v->version = arena_string(&v->arena, span_of(lines->version));
    v->in.target = arena_string(&v->arena, span_of(lines->target));
    copy_headers(v, lines);
    status = strict_check(&why, v->method, v->version, &v->headers);
    if (status)
        return refuse(v, status, "bad-request", why);
    if (strlen(v->in.target) > TARGET_BYTES)
        return refuse(v, 414, "bad-request", "the address is too long");
    if (!target_read(&v->target, &v->arena, v->in.target))
        return refuse(v, 400, "bad-request", "the address cannot be read");
    v->route = routes_of(v->target.path);
    return admit(v) || answer_quickly(v);
}

void
visit_refuse_busy(visit *v)
{
    refuse(v, 503, "busy", "there is too much to do; ask again soon");
}

/* ---- answering ---- */

/* Everything that an answer depends on. */
static span
key_of(visit *v)
{
    return arena_print(&v->arena, "%s\n%s\n%s\n%s\n%s\n%s", v->in.generation,
        v->grant.labels, v->in.user, v->in.vietnamese ? "vi" : "en",
        v->in.base ? v->in.base : "", v->in.target);
}

/* The same for the same question, asked by somebody who sees the same, of the
 * same state of the index and by the same program. */
static void
set_etag(visit *v, span key)
{
    uint64_t hash = hash_add(hash_of(key), span_of(asset_version()));

    v->etag = arena_print(&v->arena, "W/\"%016" PRIx64 "\"", hash).ptr;
}

/* Nothing is looked for first, so that 304 does not tell what is there. */
static bool
is_known(const visit *v)
{
    span rest = strict_value(&v->headers, "If-None-Match"), one;

    while (rest.len && span_next_field(&rest, ',', &one))
        if (span_equal(span_trim(one), span_of(v->etag)))
            return true;
    return false;
}

static void
clear_reply(reply *out)
{
    strbuf_release(&out->body);
    strbuf_release(&out->room);
    *out = (reply){0};
}

static bool
may_keep(const reply *out)
{
    return !out->partial && !out->cache && out->status < 400;
}

static tracuu_status
try_answer(visit *v, tracuu_reader *reader, tracuu_error *err)
{
    uint64_t edition;
    tracuu_status status = tracuu_edition_of(&edition, reader, err);
    span key;

    if (status != TRACUU_OK)
        return status;
    v->in.reader = reader;
    v->in.generation = arena_print(&v->arena, "%016" PRIx64, edition).ptr;
    key = key_of(v);
    set_etag(v, key);
    if (is_known(v)) {
        v->out.status = 304;
        return TRACUU_OK;
    }
    if (cache_find(v->service->cache, key, &v->out))
        return TRACUU_OK;
    routes_answer(&v->out, &v->in);
    if (v->out.status == 503)
        return err->status = TRACUU_INDEX_DAMAGED;
    if (may_keep(&v->out))
        cache_keep(v->service->cache, key, &v->out);
    return TRACUU_OK;
}

static void
pause_ms(unsigned ms)
{
    struct timespec wait = {.tv_nsec = ms * 1000000L};

    nanosleep(&wait, NULL);
}

/* A writer may remove what a reader is about to open: then it is opened anew.
 */
void
visit_work(visit *v)
{
    service *s = v->service;
    tracuu_status status = TRACUU_OK;
    tracuu_error err = {TRACUU_OK, ""};

    if (deadline_now() - v->began_us > QUEUE_MS * UINT64_C(1000) ||
        atomic_load(&s->hidden)) {
        visit_refuse_busy(v);
        return;
    }
    for (unsigned i = 0; i < TRIES; i++) {
        tracuu_reader *reader = NULL;

        if (i)
            pause_ms(WAIT_MS);
        clear_reply(&v->out);
        status = readers_take(&reader, s->readers, v->grant.labels, &err);
        if (status == TRACUU_OK) {
            status = try_answer(v, reader, &err);
            readers_give(
                s->readers, reader, v->grant.labels, status != TRACUU_OK);
        }
        if (status == TRACUU_OK)
            break;
    }
    if (status != TRACUU_OK && v->out.status != 503)
        problem_fill_error(&v->out, &err, v->in.vietnamese);
    if (!may_keep(&v->out))
        v->etag = NULL;
}

/* ---- the end ---- */

static void
write_journal(visit *v)
{
    char client[ADDRESS_TEXT];
    int status = v->out.status ? v->out.status : 200;
    journal_entry e = {.client = client,
        .user = v->in.user ? v->in.user : "",
        .labels = v->grant.labels,
        .method = v->method,
        .target = v->in.target,
        .version = v->version,
        .status = status,
        .bytes = v->out.constant.ptr ? v->out.constant.len : v->out.body.len,
        .referer = strict_value(&v->headers, "Referer"),
        .agent = strict_value(&v->headers, "User-Agent")};

    address_write(client, &v->grant.client);
    if (v->service->settings->audit_log && v->target.path &&
        (status == 200 || status == 304))
        e.document = routes_document(&v->arena, &v->in);
    if (!strcmp(v->method, "HEAD") || status == 304)
        e.bytes = 0;
    journal_write(v->service->journal, &e);
}

void
visit_end(visit *v)
{
    if (!v)
        return;
    metrics_count(v->route, v->out.status ? v->out.status : 200,
        deadline_now() - v->began_us);
    write_journal(v);
    clear_reply(&v->out);
    arena_release(&v->arena);
    free(v);
}
