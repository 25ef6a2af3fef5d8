/* target: the path and the parameters of a request, decoded.
 *
 * RFC 3986: "/doc/48-CT%2FTW?q=a+b".  What could mean two things to two
 * programs is refused: a percent sign that is no code, NUL, a control
 * character in the path, a URI that does not begin with '/'.
 */
#ifndef SERVER_TARGET_H
#define SERVER_TARGET_H

#include "common/base/arena.h"
#include "searcher/server/exchange.h"

enum { TARGET_BYTES = 8192, TARGET_PARAMS = 64 };

typedef struct target {
    const char *path; /* decoded */
    span raw_path;    /* as it came */
    request_param params[TARGET_PARAMS];
    size_t count;
} target;

/* False if it is to be refused.  All in the arena. */
bool target_read(target *out, arena *a, const char *raw);

/* Decodes percent codes, and '+' as a blank if `form`; NULL if it cannot be
 * meant. */
const char *target_decode(arena *a, span raw, bool form);

/* Appends `text` so that it can stand in a path (a slash is encoded too) or in
 * a value of the query part. */
void target_encode(strbuf *out, const char *text);

/* Appends a path and query that were decoded, so that they are an address
 * again: what has no meaning in one is encoded. */
void target_encode_path(strbuf *out, const char *path);

#endif
