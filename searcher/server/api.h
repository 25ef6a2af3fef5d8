/* api: version 1 of what programs ask; docs/openapi.json describes it.
 *
 *     /api/v1/search?q=&limit=&offset=&sort=&facets=  as `tracuu search --json`
 *     /api/v1/export?q=                           the list as CSV
 *     /api/v1/feed?q=                             the newest as Atom
 *     /api/v1/documents/NAME                      as `tracuu show --json`
 *     /api/v1/documents/NAME/references?direction=&relation=&limit=&offset=
 *     /api/v1/related?doc=&limit=
 *     /api/v1/graph?doc=&depth=&format=json|svg|dot
 *     /api/v1/suggest?q=&limit=
 *     /api/v1/status
 *     /api/v1/openapi.json
 *
 * NAME is anything that means a document, percent-encoded; a slash in it may
 * be encoded or not.  Errors are problems of RFC 9457.
 */
#ifndef SERVER_API_H
#define SERVER_API_H

#include "common/base/arena.h"
#include "searcher/server/exchange.h"

/* True if the path begins with /api/. */
bool api_answer(reply *out, const request *in);

/* The NAME of a path below documents/, decoded, and what follows it
 * ("/references" or nothing); NULL if it is another path. */
const char *api_document(arena *a, const request *in, span *rest);

/* ---- for the files that answer one path each ---- */

/* A number parameter from `least` to `most`; `usual` if it is not there.  If
 * it is none, false, and `out` is a problem. */
bool api_number(reply *out, const request *in, const char *name, long usual,
    long least, long most, long *value);

/* A parameter that must be there; NULL, and `out` is a problem, if not. */
const char *api_needed(reply *out, const request *in, const char *name);

/* Which of `names` (ends with NULL) the parameter is, 0 if it is not there; -1
 * and a problem if it is another. */
int api_choice(
    reply *out, const request *in, const char *name, const char *const *names);

typedef void api_path(reply *out, const request *in);

api_path api_search, api_export, api_feed, api_suggest;

#endif
