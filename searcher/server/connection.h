/* connection: every open connection, and how long it has been silent.
 *
 * A limit on silence alone lets a client hold a place for ever by a byte now
 * and then, so that each state has an end that does not move: a request must
 * be whole some seconds after the connection opened or the last answer ended,
 * and an answer must be taken some seconds after it began.  connection_sweep
 * shuts what is over its time.  Safe from any thread.
 */
#ifndef SERVER_CONNECTION_H
#define SERVER_CONNECTION_H

#include "common/base/strbuf.h"
#include "searcher/server/peer.h"

typedef enum connection_phase {
    CONNECTION_LISTENS, /* no whole request is there */
    CONNECTION_WORKS,   /* it is being answered; no limit but the query's */
    CONNECTION_SENDS
} connection_phase;

typedef struct connection {
    struct connection *next, *before;
    int fd;
    address from;
    connection_phase phase;
    uint64_t since_ms;
    bool counted;  /* by the peers */
    strbuf target; /* of the request that is being read, as it came */
} connection;

typedef struct connection_table connection_table;

connection_table *connection_table_new(
    peer_table *peers, uint64_t listen_ms, uint64_t send_ms);
void connection_table_free(connection_table *t);

/* A connection too many of its address is shut, and known until it is closed.
 */
connection *connection_open(
    connection_table *t, int fd, const address *from, uint64_t now_ms);
void connection_close(connection_table *t, connection *c);
void connection_enter(connection_table *t, connection *c,
    connection_phase phase, uint64_t now_ms);

/* Shuts what is over its time, and returns how many those were. */
size_t connection_sweep(connection_table *t, uint64_t now_ms);
size_t connection_count(connection_table *t);

#endif
