#include "searcher/server/connection.h"

#include <pthread.h>
#include <stdlib.h>

struct connection_table {
    pthread_mutex_t lock;
    peer_table *peers;
    uint64_t listen_ms, send_ms;
    connection *first;
    size_t count;
};

connection_table *
connection_table_new(peer_table *peers, uint64_t listen_ms, uint64_t send_ms)
{
    connection_table *t = memory_take_zero(1, sizeof *t);

    t->peers = peers;
    t->listen_ms = listen_ms;
    t->send_ms = send_ms;
    pthread_mutex_init(&t->lock, NULL);
    return t;
}

void
connection_table_free(connection_table *t)
{
    if (!t)
        return;
    while (t->first)
        connection_close(t, t->first);
    pthread_mutex_destroy(&t->lock);
    free(t);
}

connection *
connection_open(
    connection_table *t, int fd, const address *from, uint64_t now_ms)
{
    connection *c = memory_take_zero(1, sizeof *c);

    c->fd = fd;
    c->from = *from;
    c->since_ms = now_ms;
    c->counted = peer_enter(t->peers, from);
    if (!c->counted)
        shutdown(fd, SHUT_RDWR);
    pthread_mutex_lock(&t->lock);
    c->next = t->first;
    if (c->next)
        c->next->before = c;
    t->first = c;
    t->count++;
    pthread_mutex_unlock(&t->lock);
    return c;
}

void
connection_close(connection_table *t, connection *c)
{
    pthread_mutex_lock(&t->lock);
    if (c->before)
        c->before->next = c->next;
    else
        t->first = c->next;
    if (c->next)
        c->next->before = c->before;
    t->count--;
    pthread_mutex_unlock(&t->lock);
    if (c->counted)
        peer_leave(t->peers, &c->from);
    strbuf_release(&c->target);
    free(c);
}

void
connection_enter(
    connection_table *t, connection *c, connection_phase phase, uint64_t now_ms)
{
    pthread_mutex_lock(&t->lock);
    c->phase = phase;
    c->since_ms = now_ms;
    pthread_mutex_unlock(&t->lock);
}

static bool
is_over(const connection_table *t, const connection *c, uint64_t now_ms)
{
    switch (c->phase) {
    case CONNECTION_LISTENS:
        return now_ms - c->since_ms > t->listen_ms;
    case CONNECTION_SENDS:
        return now_ms - c->since_ms > t->send_ms;
    default:
        return false;
    }
}

/* The lock keeps the descriptor from being closed, and its number from being
 * given to another, meanwhile. */
size_t
connection_sweep(connection_table *t, uint64_t now_ms)
{
    size_t shut = 0;

    pthread_mutex_lock(&t->lock);
    for (connection *c = t->first; c; c = c->next) {
        if (now_ms < c->since_ms || !is_over(t, c, now_ms))
            continue;
        shutdown(c->fd, SHUT_RDWR);
        shut++;
    }
    pthread_mutex_unlock(&t->lock);
    return shut;
}

size_t
connection_count(connection_table *t)
{
    size_t count;

    pthread_mutex_lock(&t->lock);
    count = t->count;
    pthread_mutex_unlock(&t->lock);
    return count;
}
