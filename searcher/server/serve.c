#include "searcher/server/serve.h"

#include <errno.h>
#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <time.h>
#include <unistd.h>

#include "common/base/deadline.h"
#include "common/base/fail.h"
#include "searcher/server/http.h"
#include <tracuu.h>

enum {
    LISTEN_MS = 15000, /* a whole request, from the first byte */
    SEND_MS = 60000,   /* an answer, to its last */
    DRAIN_MS = 4500,
    PER_ADDRESS = 64,
    RATE = 50,
    BURST = 4, /* seconds of the rate at once */
    SWEEP_S = 1
};

typedef struct server {
    server_settings settings;
    service service;
    listening socket;
    http *http;
} server;

static void
help(bool vietnamese)
{
    strbuf out = STRBUF_INIT;

    strbuf_add_string(&out, vietnamese ? "cách dùng: tracuu serve [TÙY CHỌN]\n"
                                       : "usage: tracuu serve [OPTIONS]\n");
    settings_help(&out, vietnamese);
    fwrite(out.ptr, 1, out.len, stdout);
    strbuf_release(&out);
}

/* ---- what may be seen ---- */

/* A secret that some request could see. */
static tracuu_status
check_secrets(service *s, tracuu_error *err)
{
    arena a = ARENA_INIT;
    const char *labels = access_union(s->rules, &a);
    tracuu_reader *reader = NULL;
    tracuu_state *state = NULL;
    tracuu_status status = readers_take(&reader, s->readers, labels, err);

    if (status == TRACUU_OK)
        status = tracuu_state_of(&state, reader, err);
    if (status == TRACUU_OK && state->secrets)
        status = fail(err, TRACUU_USAGE,
            "--public, and %zu secret documents could be seen; index them "
            "without --include-secret, or take the label 'secret' away",
            state->secrets);
    tracuu_state_free(state);
    if (reader)
        readers_give(s->readers, reader, labels, false);
    arena_release(&a);
    return status;
}

/* The index can be opened, and is of this version. */
static tracuu_status
check_index(service *s, tracuu_error *err)
{
    tracuu_reader *reader = NULL;
    tracuu_status status = readers_take(&reader, s->readers, "", err);

    if (status != TRACUU_OK)
        return status;
    readers_give(s->readers, reader, "", false);
    return s->settings->public_only ? check_secrets(s, err) : TRACUU_OK;
}

/* --public holds for what is indexed later too. */
static void
watch_secrets(service *s, uint64_t *known)
{
    tracuu_reader *reader = NULL;
    tracuu_error err;
    uint64_t edition = 0;

    if (!s->settings->public_only ||
        readers_take(&reader, s->readers, "", &err) != TRACUU_OK)
        return;
    if (tracuu_edition_of(&edition, reader, &err) == TRACUU_OK &&
        edition != *known) {
        *known = edition;
        atomic_store(&s->hidden, check_secrets(s, &err) != TRACUU_OK);
        if (atomic_load(&s->hidden))
            fprintf(stderr, "tracuu serve: %s\n", err.message);
    }
    readers_give(s->readers, reader, "", false);
}

/* ---- the parts ---- */

static tracuu_status
start(server *s, tracuu_error *err)
{
    const server_settings *set = &s->settings;
    service *v = &s->service;
    peer_limits limits = {.connections = PER_ADDRESS, .rate = RATE};
    tracuu_status status;

    limits.loopback = set->per_address >= 0 || set->rate >= 0;
    if (set->per_address >= 0)
        limits.connections = (unsigned)set->per_address;
    if (set->rate >= 0)
        limits.rate = (unsigned)set->rate;
    limits.burst = limits.rate * BURST;
    v->settings = set;
    v->peers = peer_table_new(&limits);
    v->connections = connection_table_new(v->peers, LISTEN_MS, SEND_MS);
    v->cache = cache_new((size_t)set->cache * 1024 * 1024);
    v->readers = readers_new(set->path.ptr, (uint64_t)set->deadline * 1000);
    status = access_new(&v->rules, set, err);
    if (status == TRACUU_OK)
        status = check_index(v, err);
    if (status == TRACUU_OK)
        status = journal_new(&v->journal,
            *set->access_log ? set->access_log : NULL, set->audit_log, err);
    if (status == TRACUU_OK)
        status = listen_open(&s->socket, set->listen, err);
    if (status != TRACUU_OK)
        return status;
    v->on_loopback = s->socket.loopback;
    v->pool = pool_new((size_t)set->workers, (size_t)set->queue, http_work);
    return http_start(&s->http, v, &s->socket, err);
}

/* What is still being answered when the time is over is left: nothing is
 * written here that could be half done. */
static void
stop(server *s)
{
    service *v = &s->service;

    if (s->http && !http_drain(s->http, DRAIN_MS))
        _exit(0);
    pool_free(v->pool);
    if (s->http)
        http_stop(s->http);
    journal_free(v->journal);
    readers_free(v->readers);
    cache_free(v->cache);
    access_free(v->rules);
    connection_table_free(v->connections);
    peer_table_free(v->peers);
    strbuf_release(&s->socket.name);
}

/* ---- running ---- */

/* Threads inherit that these signals wait for sigtimedwait. */
static void
hold_signals(sigset_t *held)
{
    sigemptyset(held);
    sigaddset(held, SIGTERM);
    sigaddset(held, SIGINT);
    sigaddset(held, SIGHUP);
    pthread_sigmask(SIG_BLOCK, held, NULL);
    signal(SIGPIPE, SIG_IGN);
}

/* As many descriptors as the system lets it have. */
static void
raise_limit(const server_settings *set)
{
    struct rlimit limit;
    rlim_t wanted = (rlim_t)set->connections + 1024;

    if (getrlimit(RLIMIT_NOFILE, &limit))
        return;
    limit.rlim_cur = limit.rlim_max < wanted ? limit.rlim_max : wanted;
    setrlimit(RLIMIT_NOFILE, &limit);
}

static void
reload(service *v)
{
    tracuu_error err = {TRACUU_OK, ""};

    if (access_reload(v->rules, &err) != TRACUU_OK ||
        journal_reopen(v->journal, &err) != TRACUU_OK)
        fprintf(stderr, "tracuu serve: %s\n", err.message);
}

static void
run(server *s, const sigset_t *held)
{
    struct timespec wait = {.tv_sec = SWEEP_S};
    uint64_t edition = 0;

    for (;;) {
        int got = sigtimedwait(held, NULL, &wait);
        uint64_t now = deadline_now() / 1000;

        if (got == SIGTERM || got == SIGINT)
            return;
        if (got == SIGHUP) {
            reload(&s->service);
            edition = 0;
        }
        metrics_shut(connection_sweep(s->service.connections, now));
        peer_sweep(s->service.peers, now);
        watch_secrets(&s->service, &edition);
    }
}

tracuu_status
serve_run(int argc, char **argv, bool vietnamese, tracuu_error *err)
{
    server s = {.http = NULL};
    sigset_t held;
    tracuu_status status = settings_read(&s.settings, argc, argv, err);

    if (status == TRACUU_OK && s.settings.help) {
        help(vietnamese);
    } else if (status == TRACUU_OK) {
        hold_signals(&held);
        raise_limit(&s.settings);
        status = start(&s, err);
        if (status == TRACUU_OK) {
            fprintf(stderr,
                vietnamese ? "đang phục vụ tại %s\n" : "serving at %s\n",
                s.socket.name.ptr);
            run(&s, &held);
        }
        stop(&s);
    }
    settings_release(&s.settings);
    return status;
}
