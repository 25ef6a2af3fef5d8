#include "searcher/server/listen.h"

#include <errno.h>
#include <fcntl.h>
#include <netdb.h>
#include <netinet/in.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include "common/base/fail.h"
#include "searcher/server/address.h"

enum { BACKLOG = 1024, FIRST_PASSED = 3 };

/* The descriptor that systemd passes, -1 if it passes none. */
static int
passed(void)
{
    const char *pid = getenv("LISTEN_PID"), *count = getenv("LISTEN_FDS");

    if (!pid || !count || strtol(pid, NULL, 10) != getpid() ||
        strtol(count, NULL, 10) < 1)
        return -1;
    unsetenv("LISTEN_PID");
    unsetenv("LISTEN_FDS");
    fcntl(FIRST_PASSED, F_SETFD, FD_CLOEXEC);
    return FIRST_PASSED;
}

static tracuu_status
fail_listen(int fd, const char *where, tracuu_error *err)
{
    int cause = errno;

    if (fd >= 0)
        close(fd);
    return fail(err, TRACUU_IO, "cannot listen on '%s': %s; see --listen",
        where, strerror(cause));
}

/* A socket file that nobody listens on any more is in the way. */
static tracuu_status
open_unix(int *fd, const char *path, tracuu_error *err)
{
    struct sockaddr_un to = {.sun_family = AF_UNIX};
    struct stat found;

    if (strlen(path) >= sizeof to.sun_path)
        return fail(err, TRACUU_USAGE, "'%s' is too long for a socket", path);
    strcpy(to.sun_path, path);
    *fd = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (*fd < 0)
        return fail_listen(*fd, path, err);
    if (!lstat(path, &found) && S_ISSOCK(found.st_mode) &&
        connect(*fd, (struct sockaddr *)&to, sizeof to) != 0 &&
        errno == ECONNREFUSED)
        unlink(path);
    if (bind(*fd, (struct sockaddr *)&to, sizeof to) || listen(*fd, BACKLOG))
        return fail_listen(*fd, path, err);
    return TRACUU_OK;
}

static tracuu_status
open_address(int *fd, const char *where, tracuu_error *err)
{
    struct addrinfo hints = {.ai_flags = AI_NUMERICHOST | AI_NUMERICSERV,
        .ai_socktype = SOCK_STREAM};
    struct addrinfo *found = NULL;
    const char *colon = strrchr(where, ':');
    char host[ADDRESS_TEXT] = "127.0.0.1";
    int on = 1;

    if (colon && colon > where && (size_t)(colon - where) < sizeof host) {
        bool bracket = where[0] == '[' && colon[-1] == ']';

        snprintf(host, sizeof host, "%.*s",
            (int)(colon - where) - (bracket ? 2 : 0), where + bracket);
    }
    if (getaddrinfo(host, colon ? colon + 1 : where, &hints, &found))
        return fail(err, TRACUU_USAGE,
            "'%s' is no place to listen; write it like 127.0.0.1:8080", where);
    *fd = socket(found->ai_family, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (*fd < 0 || setsockopt(*fd, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on) ||
        bind(*fd, found->ai_addr, found->ai_addrlen) || listen(*fd, BACKLOG)) {
        freeaddrinfo(found);
        return fail_listen(*fd, where, err);
    }
    freeaddrinfo(found);
    return TRACUU_OK;
}

/* Fills in what the socket itself says. */
static void
describe(listening *l)
{
    struct sockaddr_storage own = {0};
    socklen_t length = sizeof own;
    char text[ADDRESS_TEXT];
    address a;
    uint16_t port;

    getsockname(l->fd, (struct sockaddr *)&own, &length);
    a = address_of((struct sockaddr *)&own);
    l->loopback = address_is_loopback(&a) && own.ss_family != AF_INET6;
    if (own.ss_family == AF_INET6)
        l->loopback = !memcmp(a.bytes, &in6addr_loopback, sizeof a.bytes);
    if (own.ss_family == AF_UNIX) {
        strbuf_print(
            &l->name, "unix:%s", ((struct sockaddr_un *)&own)->sun_path);
        return;
    }
    port = ntohs(own.ss_family == AF_INET6
                     ? ((struct sockaddr_in6 *)&own)->sin6_port
                     : ((struct sockaddr_in *)&own)->sin_port);
    address_write(text, &a);
    strbuf_print(&l->name,
        own.ss_family == AF_INET6 ? "http://[%s]:%u/" : "http://%s:%u/", text,
        port);
}

tracuu_status
listen_open(listening *out, const char *where, tracuu_error *err)
{
    tracuu_status status = TRACUU_OK;

    *out = (listening){.fd = passed()};
    if (out->fd < 0 && !strncmp(where, "unix:", 5))
        status = open_unix(&out->fd, where + 5, err);
    else if (out->fd < 0)
        status = open_address(&out->fd, where, err);
    if (status == TRACUU_OK)
        describe(out);
    return status;
}
