/* http: libmicrohttpd, and what a request becomes in it.
 *
 * The only unit that knows libmicrohttpd.  One thread reads and writes all
 * connections; a request that needs the index is suspended there and given to
 * the pool, so that a slow one holds up nothing but itself.
 */
#ifndef SERVER_HTTP_H
#define SERVER_HTTP_H

#include "searcher/server/listen.h"
#include "searcher/server/visit.h"

typedef struct http http;

/* Starts to answer what comes to the socket, which is then its own. */
tracuu_status http_start(
    http **out, service *s, const listening *socket, tracuu_error *err);

/* Jobs of the pool are visits; this does one. */
void http_work(void *job);

/* Takes no more connections, answers what was asked, for so many
 * milliseconds; false if something is still being answered then. */
bool http_drain(http *h, unsigned ms);

/* Closes every connection; only once nothing is being answered. */
void http_stop(http *h);

#endif
