/* routes: which family of paths answers a request.
 */
#ifndef SERVER_ROUTES_H
#define SERVER_ROUTES_H

#include "searcher/server/exchange.h"

/* Fills `out`, with 404 where nothing is. */
void routes_answer(reply *out, const request *in);

#endif
