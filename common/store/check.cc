/* A damaged database can crash or exhaust Xapian 1.4, so a child process
 * looks at it: what becomes of the child is the answer. */
#include "common/store/guard.hh"

#include <cerrno>
#include <csignal>
#include <sstream>

#include <fcntl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

namespace
{

/* What the child writes: a status in one byte, then a message. */
void
answer(int fd, tracuu_status status, const char *message)
{
    char bytes[TRACUU_MESSAGE_SIZE];
    size_t length = strnlen(message, sizeof bytes - 1);

    bytes[0] = static_cast<char>(status);
    memcpy(bytes + 1, message, length);
    if (write(fd, bytes, length + 1) < 0)
        _exit(1);
    _exit(0);
}

[[noreturn]] void
look(int fd, const std::string &path)
{
    struct rlimit none = {0, 0};
    tracuu_error err = {};
    tracuu_status status;

    setrlimit(RLIMIT_CORE, &none);
    signal(SIGSEGV, SIG_DFL);
    signal(SIGABRT, SIG_DFL);
    status = store::guard(&err, "check", path, [&] {
        std::ostringstream talk;
        Xapian::Database database(path);
        size_t wrong = Xapian::Database::check(path, 0, &talk);

        if (wrong)
            return fail(&err, TRACUU_INDEX_DAMAGED,
                "'%s' is damaged in %zu places; build it again", path.c_str(),
                wrong);
        return TRACUU_OK;
    });
    /* Whatever else Xapian calls it: these bytes cannot be read. */
    if (status && status != TRACUU_INDEX_MISSING &&
        status != TRACUU_INDEX_VERSION)
        status = TRACUU_INDEX_DAMAGED;
    answer(fd, status, err.message);
    _exit(0);
}

/* All that comes through `fd` until it is closed. */
size_t
read_answer(int fd, char *bytes, size_t room)
{
    size_t length = 0;

    while (length < room) {
        ssize_t got = read(fd, bytes + length, room - length);

        if (got < 0 && errno == EINTR)
            continue;
        if (got <= 0)
            break;
        length += static_cast<size_t>(got);
    }
    return length;
}

tracuu_status
judge(int fd, pid_t child, const char *path, tracuu_error *err)
{
    char bytes[TRACUU_MESSAGE_SIZE];
    size_t length = read_answer(fd, bytes, sizeof bytes);
    int state = 0;

    close(fd);
    while (waitpid(child, &state, 0) < 0 && errno == EINTR)
        continue;
    if (!length || !WIFEXITED(state) || WEXITSTATUS(state))
        return fail(err, TRACUU_INDEX_DAMAGED,
            "'%s' is damaged so that reading it fails; build it again", path);
    if (bytes[0] == TRACUU_OK)
        return TRACUU_OK;
    return fail(err, static_cast<tracuu_status>(bytes[0]), "%.*s",
        static_cast<int>(length - 1), bytes + 1);
}

} // namespace

tracuu_status
store_check(const char *path, tracuu_error *err)
{
    int ends[2];
    pid_t child;

    if (pipe2(ends, O_CLOEXEC))
        return fail_errno(err, "check", path);
    child = fork();
    if (child < 0) {
        close(ends[0]);
        close(ends[1]);
        return fail_errno(err, "check", path);
    }
    if (!child)
        look(ends[1], path);
    close(ends[1]);
    return judge(ends[0], child, path, err);
}
