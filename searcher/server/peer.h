/* peer: what each address may still do: connections and requests.
 *
 * A table of at most PEER_MAX addresses (of IPv6 the first 64 bits), each with
 * its open connections and a bucket of requests that fills again at a steady
 * rate.  Addresses that do not fit share one entry.  Safe from any thread;
 * O(1) a call.
 */
#ifndef SERVER_PEER_H
#define SERVER_PEER_H

#include "searcher/server/address.h"

enum { PEER_MAX = 65536 };

typedef struct peer_limits {
    unsigned connections; /* at once, of one address; 0: any number */
    unsigned rate;        /* requests a second; 0: any number */
    unsigned burst;       /* requests at once, after a quiet time */
    bool loopback;        /* this machine's own addresses are limited too */
} peer_limits;

typedef struct peer_table peer_table;

peer_table *peer_table_new(const peer_limits *limits);
void peer_table_free(peer_table *t);

/* One connection more, false if that is too many; peer_leave gives it back. */
bool peer_enter(peer_table *t, const address *a);
void peer_leave(peer_table *t, const address *a);

/* One request more at `now_ms`; false if it is too early. */
bool peer_ask(peer_table *t, const address *a, uint64_t now_ms);

/* Forgets who has no connection and a full bucket. */
void peer_sweep(peer_table *t, uint64_t now_ms);

#endif
