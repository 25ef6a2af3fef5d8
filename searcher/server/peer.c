#include "searcher/server/peer.h"

#include <pthread.h>
#include <stdlib.h>

#include "common/base/hash.h"

enum { BUCKETS = 4096 };

typedef struct peer {
    struct peer *next;
    address key;
    unsigned connections;
    uint64_t spent;   /* thousandths of requests that the bucket lacks */
    uint64_t seen_ms; /* when `spent` was right */
} peer;

struct peer_table {
    pthread_mutex_t lock;
    peer_limits limits;
    peer *buckets[BUCKETS];
    peer shared; /* of those that do not fit */
    size_t count;
};

peer_table *
peer_table_new(const peer_limits *limits)
{
    peer_table *t = memory_take_zero(1, sizeof *t);

    t->limits = *limits;
    pthread_mutex_init(&t->lock, NULL);
    return t;
}

void
peer_table_free(peer_table *t)
{
    if (!t)
        return;
    for (size_t i = 0; i < BUCKETS; i++) {
        for (peer *p = t->buckets[i], *next; p; p = next) {
            next = p->next;
            free(p);
        }
    }
    pthread_mutex_destroy(&t->lock);
    free(t);
}

/* One network of IPv6 is one customer. */
static address
key_of(const address *a)
{
    static const uint8_t zero[8];
    address key = *a;

    if (memcmp(a->bytes, zero, sizeof zero) != 0)
        memset(key.bytes + 8, 0, 8);
    return key;
}

static peer **
place_of(peer_table *t, const address *key)
{
    uint64_t hash =
        hash_of((span){(const char *)key->bytes, sizeof key->bytes});
    peer **at = &t->buckets[(hash ^ hash >> 32) % BUCKETS];

    while (*at && memcmp(&(*at)->key, key, sizeof *key) != 0)
        at = &(*at)->next;
    return at;
}

static peer *
peer_of(peer_table *t, const address *a)
{
    address key = key_of(a);
    peer **at = place_of(t, &key);

    if (*at)
        return *at;
    if (t->count >= PEER_MAX)
        return &t->shared;
    *at = memory_take_zero(1, sizeof **at);
    (*at)->key = key;
    t->count++;
    return *at;
}

static bool
is_free(const peer_table *t, const address *a)
{
    return !t->limits.loopback && address_is_loopback(a);
}

bool
peer_enter(peer_table *t, const address *a)
{
    bool may;
    peer *p;

    if (is_free(t, a) || !t->limits.connections)
        return true;
    pthread_mutex_lock(&t->lock);
    p = peer_of(t, a);
    may = p->connections < t->limits.connections;
    p->connections += may;
    pthread_mutex_unlock(&t->lock);
    return may;
}

void
peer_leave(peer_table *t, const address *a)
{
    address key = key_of(a);
    peer *p;

    if (is_free(t, a) || !t->limits.connections)
        return;
    pthread_mutex_lock(&t->lock);
    p = *place_of(t, &key);
    if (!p)
        p = &t->shared;
    p->connections -= p->connections > 0;
    pthread_mutex_unlock(&t->lock);
}

static void
fill(const peer_table *t, peer *p, uint64_t now_ms)
{
    uint64_t added = (now_ms - p->seen_ms) * t->limits.rate;

    p->spent = p->spent > added ? p->spent - added : 0;
    p->seen_ms = now_ms;
}

bool
peer_ask(peer_table *t, const address *a, uint64_t now_ms)
{
    bool may;
    peer *p;

    if (is_free(t, a) || !t->limits.rate)
        return true;
    pthread_mutex_lock(&t->lock);
    p = peer_of(t, a);
    fill(t, p, now_ms);
    may = p->spent + 1000 <= (uint64_t)t->limits.burst * 1000;
    p->spent += may ? 1000 : 0;
    pthread_mutex_unlock(&t->lock);
    return may;
}

void
peer_sweep(peer_table *t, uint64_t now_ms)
{
    pthread_mutex_lock(&t->lock);
    for (size_t i = 0; i < BUCKETS; i++) {
        for (peer **at = &t->buckets[i]; *at;) {
            peer *p = *at;

            fill(t, p, now_ms);
            if (p->connections || p->spent) {
                at = &p->next;
                continue;
            }
            *at = p->next;
            free(p);
            t->count--;
        }
    }
    pthread_mutex_unlock(&t->lock);
}
