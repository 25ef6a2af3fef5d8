#include "indexer/extract-tool.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "indexer/extract-frame.h"

enum { PIECE = 64 * 1024, WALL = 2 /* times its processor time */ };

static const char *
name_of(const tool *t)
{
    const char *slash = strrchr(t->arguments[0], '/');

    return slash ? slash + 1 : t->arguments[0];
}

/* The bytes as a file without a name. */
static int
file_of(span bytes)
{
    int fd = memfd_create("file", MFD_CLOEXEC);

    while (fd >= 0 && bytes.len) {
        ssize_t wrote = write(fd, bytes.ptr, bytes.len);

        if (wrote < 0 && errno == EINTR)
            continue;
        if (wrote <= 0) {
            close(fd);
            return -1;
        }
        bytes = span_from(bytes, (size_t)wrote);
    }
    if (fd >= 0)
        lseek(fd, 0, SEEK_SET);
    return fd;
}

static void
become(const tool *t, int in, int out)
{
    char home[PATH_MAX + 8];
    char *environment[] = {"LC_ALL=C.UTF-8", "OMP_THREAD_LIMIT=1", home, NULL};
    struct rlimit time = {(rlim_t)t->seconds, (rlim_t)t->seconds + 1};
    int null = open("/dev/null", O_WRONLY | O_CLOEXEC);

    snprintf(home, sizeof home, "HOME=%s", t->home ? t->home : "/");
    dup2(in, 0);
    dup2(out, 1);
    dup2(null >= 0 ? null : out, 2);
    if (t->home && chdir(t->home) != 0)
        _exit(127);
    setrlimit(RLIMIT_CPU, &time);
    execve(t->arguments[0], (char *const *)t->arguments, environment);
    _exit(127);
}

/* Reads until it closes its output; false if it takes too long or prints too
 * much. */
static bool
collect(const tool *t, int fd, strbuf *out, const char **why)
{
    int64_t deadline = frame_now() + (int64_t)t->seconds * 1000 * WALL;
    size_t start = out->len;

    for (;;) {
        struct pollfd p = {.fd = fd, .events = POLLIN};
        int64_t left = deadline - frame_now();
        ssize_t got;

        if (left <= 0 || poll(&p, 1, (int)left) == 0) {
            *why = "took too long";
            return false;
        }
        strbuf_reserve(out, PIECE);
        got = read(fd, out->ptr + out->len, PIECE);
        if (got < 0 && errno == EINTR)
            continue;
        if (got <= 0)
            return true;
        out->len += (size_t)got;
        if (out->len - start > t->limit) {
            *why = "printed too much";
            return false;
        }
    }
}

static bool
end_of(const tool *t, int how, int *code, sink *s)
{
    if (WIFSIGNALED(how) && WTERMSIG(how) == SIGXCPU)
        return sink_fail(s, "%s took more than %d seconds of processor time",
            name_of(t), t->seconds);
    if (WIFSIGNALED(how))
        return sink_fail(s, "damaged: %s failed on it", name_of(t));
    *code = WEXITSTATUS(how);
    if (*code == 127)
        return sink_fail(s, "cannot run '%s'; install it", name_of(t));
    return true;
}

bool
tool_run(const tool *t, span bytes, strbuf *out, int *code, sink *s)
{
    int pipes[2], in = file_of(bytes), how = 0;
    const char *why = NULL;
    bool well;
    pid_t child;

    if (in < 0 || pipe2(pipes, O_CLOEXEC) != 0) {
        if (in >= 0)
            close(in);
        return sink_fail(s, "cannot open a file: %s", strerror(errno));
    }
    child = fork();
    if (child == 0)
        become(t, in, pipes[1]);
    close(in);
    close(pipes[1]);
    well = child > 0 && collect(t, pipes[0], out, &why);
    close(pipes[0]);
    if (child < 0)
        return sink_fail(s, "cannot start %s", name_of(t));
    if (!well)
        kill(child, SIGKILL);
    while (waitpid(child, &how, 0) < 0 && errno == EINTR)
        continue;
    if (!well)
        return sink_fail(s, "%s %s", name_of(t), why);
    return end_of(t, how, code, s);
}

const char *
tool_folder(void)
{
    static char path[PATH_MAX];
    ssize_t length = readlink("/proc/self/exe", path, sizeof path - 1);

    if (length <= 0)
        return "";
    while (length && path[length - 1] != '/')
        length--;
    path[length] = '\0';
    return path;
}
