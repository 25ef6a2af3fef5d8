/* routes: which family of paths answers a request.
 *
 *     /  /search  /doc/NAME  /graph/NAME  /help     page.h
 *     /static/NAME                                  asset.h
 *     /api/v1/...                                   api.h
 *     /opensearch.xml                               opensearch.h
 *     /login                                        asks a browser for a token
 *     /healthz  /metrics                            for who watches it
 */
#ifndef SERVER_ROUTES_H
#define SERVER_ROUTES_H

#include "common/base/arena.h"
#include "searcher/server/exchange.h"
#include "searcher/server/metrics.h"

metrics_route routes_of(const char *path);

/* The name of the document whose text or references a path gives, for the
 * audit log; NULL if it gives none. */
const char *routes_document(arena *a, const request *in);

/* Answers what needs no reader; false if one is needed. */
bool routes_answer_quickly(reply *out, const request *in);

/* Fills `out`, with 404 where nothing is. */
void routes_answer(reply *out, const request *in);

#endif
