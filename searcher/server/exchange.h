/* exchange: one request, as what answers it sees it, and the answer.
 *
 *     bool foo_answer(reply *out, const request *in);
 *
 * is what each family of paths has: true if the path is one of its own, and
 * then `out` is the answer.  It runs in a worker thread, which lends its
 * reader; it may take as long as the reader's deadline lets it.
 *
 * What all answers bear is put by the server: Content-Length, Date, Vary,
 * the security headers, ETag and 304, the body left out for HEAD.
 */
#ifndef SERVER_EXCHANGE_H
#define SERVER_EXCHANGE_H

#include <stdbool.h>

#include "common/base/strbuf.h"
#include <tracuu.h>

/* A parameter of the query part, decoded; bytes that are no UTF-8 are as they
 * came, NUL cannot be in it. */
typedef struct request_param {
    const char *name, *value;
} request_param;

typedef struct request {
    const char *method; /* "GET"; HEAD is answered as GET, and the server
                           leaves the body out */
    const char *path;   /* decoded, begins with '/' */
    const char *target; /* path and query as they came, percent-encoded */

    /* The first parameter of that name, decoded, or NULL. */
    const char *(*param)(const struct request *, const char *name);
    const request_param *params; /* all of them, in their order */
    size_t param_count;

    bool vietnamese;        /* ?lang=vi|en, else Accept-Language, else true */
    tracuu_reader *reader;  /* opened with the labels of this request */
    const char *base;       /* "https://host" as the client sees it, or NULL */
    const char *generation; /* changes whenever the index does */
    const char *user; /* the name that the token has, or "": not identified */
} request;

typedef struct reply {
    int status;       /* HTTP; 200 if nothing is set */
    const char *type; /* "text/html; charset=utf-8"; a constant */
    strbuf body;
    const char *location; /* of a 3xx: a constant, or in `room`; or NULL */
    strbuf room;
    const char *cache;    /* Cache-Control; NULL: "private, no-cache" */
    const char *filename; /* what a browser is to save it as, or NULL */
    bool partial;         /* the deadline cut it short: it is not kept, neither
                             here nor by who asked */
    span constant;        /* instead of `body`: bytes that never change */
} reply;

#endif
