/* access: who asks, and which labels that gives.
 *
 * A request that says nothing of itself has the labels of --labels, or none:
 * it sees what has no label.  It may bear a token,
 *
 *     Authorization: Bearer TOKEN        or Basic, with the token as password
 *
 * which the file of --tokens knows, a line each,
 *
 *     NAME LABELS TOKEN                  "an.nguyen noi-bo,ban-to-chuc x8Kq..."
 *
 * LABELS being "-" for none and "*" for every document.  Or a proxy that has
 * asked the user itself gives name and labels in headers; they are believed
 * only from the addresses of --trusted-proxy, and only under the names that
 * --user-header and --label-header state.
 *
 * A token that nobody has is refused, not taken for none.
 */
#ifndef SERVER_ACCESS_H
#define SERVER_ACCESS_H

#include "common/base/arena.h"
#include "searcher/server/address.h"
#include "searcher/server/settings.h"
#include "searcher/server/strict.h"

typedef struct access access_rules;

typedef struct grant {
    int status;         /* 0, or the HTTP status that refuses: 400, 401 */
    const char *why;    /* then */
    const char *user;   /* "" if nobody is named */
    const char *labels; /* sorted, with commas between; "*": everything */
    address client;     /* behind trusted proxies */
    const char *scheme, *host;
    bool trusted; /* it came through a trusted proxy */
} grant;

/* Reads the rules; TRACUU_USAGE or TRACUU_IO if they are not understood, so
 * that nothing is served by half of them. */
tracuu_status access_new(
    access_rules **out, const server_settings *s, tracuu_error *err);
void access_free(access_rules *rules);

/* Reads the file of tokens again; the old ones stay if that fails. */
tracuu_status access_reload(access_rules *rules, tracuu_error *err);

/* What a request has; text in the arena. */
void access_grant(grant *out, arena *a, access_rules *rules,
    const header_list *headers, const address *from);

/* Every label that any request may be given, in the form of grant.labels. */
const char *access_union(access_rules *rules, arena *a);

/* Sorted and each once; NULL if one is none: 1 to 32 of a-z 0-9 _ -. */
const char *access_labels(arena *a, span text);

#endif
