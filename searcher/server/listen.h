/* listen: the socket that the server listens on.
 *
 * "127.0.0.1:8080", "[::1]:8080", "8080" (of 127.0.0.1), "unix:/run/tracuu";
 * or, if systemd has opened it (LISTEN_FDS), that one.
 */
#ifndef SERVER_LISTEN_H
#define SERVER_LISTEN_H

#include <stdbool.h>

#include "common/base/strbuf.h"
#include <tracuu/error.h>

typedef struct listening {
    int fd;
    bool loopback; /* only this machine reaches it */
    strbuf name;   /* "http://127.0.0.1:8080/" */
} listening;

tracuu_status listen_open(listening *out, const char *where, tracuu_error *err);

#endif
