/* visit: one request from its headers to the last line in the log.
 *
 * http.c gives what the parser read and sends what comes out; a visit knows
 * nothing of libmicrohttpd.
 *
 *     visit_begin     refuses what is to be refused, answers what needs no
 *                     reader; else the visit is for a thread of the pool
 *     visit_work      there: takes a reader, answers
 *     visit_headers   everything that the answer bears
 *     visit_end       counts, logs and frees
 */
#ifndef SERVER_VISIT_H
#define SERVER_VISIT_H

#include <stdatomic.h>

#include "searcher/server/access.h"
#include "searcher/server/cache.h"
#include "searcher/server/connection.h"
#include "searcher/server/journal.h"
#include "searcher/server/metrics.h"
#include "searcher/server/pool.h"
#include "searcher/server/readers.h"
#include "searcher/server/target.h"

/* What all visits share. */
typedef struct service {
    const server_settings *settings;
    access_rules *rules;
    peer_table *peers;
    connection_table *connections;
    readers *readers;
    cache *cache;
    journal *journal;
    pool *pool;
    bool on_loopback;     /* nobody but this machine reaches it */
    atomic_bool draining; /* the end is near: connections are not kept */
    atomic_bool hidden;   /* --public, and a secret came into view */
} service;

enum { VISIT_HEADERS = 24 };

typedef struct visit {
    service *service;
    connection *connection;
    arena arena;
    target target;
    header_list headers; /* of the request */
    grant grant;
    const char *method, *version, *origin;
    request in;
    reply out;
    header extra[VISIT_HEADERS]; /* of the answer */
    size_t extra_count;
    const char *etag; /* NULL: none */
    metrics_route route;
    uint64_t began_us;
    bool may_share; /* the origin of the request may read the answer */
    bool sent;      /* for http.c: the answer was given to the parser */
    void *handle;   /* for http.c */
} visit;

/* What http.c knows of a request; all is borrowed until visit_begin ends. */
typedef struct visit_lines {
    const char *method, *target, *version;
    const header *headers;
    size_t header_count;
} visit_lines;

/* A new visit; true if it is answered already. */
bool visit_begin(
    visit **out, service *s, connection *c, const visit_lines *lines);

/* The answer where the queue is full. */
void visit_refuse_busy(visit *v);

void visit_work(visit *v);

/* Fills `extra`. */
void visit_headers(visit *v);

void visit_end(visit *v);

#endif
