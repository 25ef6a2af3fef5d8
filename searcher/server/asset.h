/* asset: the files of searcher/web, which the program carries in itself.
 *
 *     /static/NAME
 */
#ifndef SERVER_ASSET_H
#define SERVER_ASSET_H

#include "searcher/server/exchange.h"

/* True if the path begins with /static/. */
bool asset_answer(reply *out, const request *in);

/* The file of that name, {NULL, 0} if there is none. */
span asset_bytes(const char *name);

/* Sixteen digits that change whenever one of the files does, for
 * "/static/style.css?v=...", which a browser then need not ask for again. */
const char *asset_version(void);

#endif
