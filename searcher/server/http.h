/* http: libmicrohttpd, and what a request becomes in it.
 *
 * The only unit that knows libmicrohttpd's types.
 */
#ifndef SERVER_HTTP_H
#define SERVER_HTTP_H

#include "searcher/server/settings.h"

typedef struct http http;

/* Starts to listen and to answer, in threads of its own. */
tracuu_status http_start(
    http **out, const server_settings *s, tracuu_error *err);

/* Stops; requests that are being answered are answered. */
void http_stop(http *h);

#endif
