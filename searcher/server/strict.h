/* strict: what a request must not be, whatever the parser lets through.
 *
 * libmicrohttpd 0.9 takes a Content-Length beside a Transfer-Encoding, two
 * Hosts, NUL in a value: two programs in a row would then not agree where a
 * request ends or whom it is for (CWE-444).  Nothing here takes a body, so
 * none is let in.
 */
#ifndef SERVER_STRICT_H
#define SERVER_STRICT_H

#include "common/base/span.h"

typedef struct header {
    span name, value;
} header;

typedef struct header_list {
    const header *at;
    size_t count;
} header_list;

enum { STRICT_HEADERS = 100 };

/* The first value of that name, in any case; {NULL, 0} if there is none. */
span strict_value(const header_list *headers, const char *name);

/* 0 if the request may be answered, else the HTTP status that refuses it, and
 * `why` says so. */
int strict_check(const char **why, const char *method, const char *version,
    const header_list *headers);

#endif
