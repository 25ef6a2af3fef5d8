#include "searcher/server/cache.h"

#include <pthread.h>
#include <stdlib.h>

#include "common/base/hash.h"
#include "common/base/memory.h"

enum { BUCKETS = 8192, SHARE = 8 };

typedef struct entry {
    struct entry *chain;         /* of its bucket */
    struct entry *newer, *older; /* of all */
    uint64_t hash;
    reply answer; /* without body and room */
    size_t key_length, body_length;
    char bytes[]; /* the key, then the body */
} entry;

struct cache {
    pthread_mutex_t lock;
    entry *buckets[BUCKETS];
    entry *newest, *oldest;
    size_t bytes, most;
};

cache *
cache_new(size_t bytes)
{
    cache *c = memory_take_zero(1, sizeof *c);

    pthread_mutex_init(&c->lock, NULL);
    c->most = bytes;
    return c;
}

static size_t
size_of(const entry *e)
{
    return sizeof *e + e->key_length + e->body_length;
}

static entry **
place_of(cache *c, uint64_t hash, span key)
{
    entry **at = &c->buckets[(hash ^ hash >> 32) % BUCKETS];

    while (
        *at && ((*at)->hash != hash ||
                   !span_equal((span){(*at)->bytes, (*at)->key_length}, key)))
        at = &(*at)->chain;
    return at;
}

static void
unlink_entry(cache *c, entry *e)
{
    *(e->newer ? &e->newer->older : &c->newest) = e->older;
    *(e->older ? &e->older->newer : &c->oldest) = e->newer;
    e->newer = e->older = NULL;
}

static void
put_first(cache *c, entry *e)
{
    e->older = c->newest;
    if (c->newest)
        c->newest->newer = e;
    else
        c->oldest = e;
    c->newest = e;
}

static void
drop(cache *c, entry *e)
{
    entry **at = place_of(c, e->hash, (span){e->bytes, e->key_length});

    *at = e->chain;
    unlink_entry(c, e);
    c->bytes -= size_of(e);
    free(e);
}

void
cache_free(cache *c)
{
    if (!c)
        return;
    while (c->oldest)
        drop(c, c->oldest);
    pthread_mutex_destroy(&c->lock);
    free(c);
}

bool
cache_find(cache *c, span key, reply *out)
{
    entry *e;

    pthread_mutex_lock(&c->lock);
    e = *place_of(c, hash_of(key), key);
    if (e) {
        unlink_entry(c, e);
        put_first(c, e);
        *out = e->answer;
        strbuf_add(
            &out->body, (span){e->bytes + e->key_length, e->body_length});
    }
    pthread_mutex_unlock(&c->lock);
    return e != NULL;
}

static entry *
entry_of(span key, const reply *answer)
{
    entry *e = memory_take(sizeof *e + key.len + answer->body.len);

    *e = (entry){.hash = hash_of(key),
        .answer = *answer,
        .key_length = key.len,
        .body_length = answer->body.len};
    e->answer.body = e->answer.room = (strbuf)STRBUF_INIT;
    memcpy(e->bytes, key.ptr, key.len);
    if (answer->body.len)
        memcpy(e->bytes + key.len, answer->body.ptr, answer->body.len);
    return e;
}

void
cache_keep(cache *c, span key, const reply *answer)
{
    entry *e, **at;

    if (key.len + answer->body.len > c->most / SHARE || answer->location ||
        answer->constant.ptr)
        return;
    e = entry_of(key, answer);
    pthread_mutex_lock(&c->lock);
    at = place_of(c, e->hash, key);
    if (*at)
        drop(c, *at);
    at = place_of(c, e->hash, key);
    *at = e;
    put_first(c, e);
    c->bytes += size_of(e);
    while (c->bytes > c->most)
        drop(c, c->oldest);
    pthread_mutex_unlock(&c->lock);
}
