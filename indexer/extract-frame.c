#include "indexer/extract-frame.h"

#include <errno.h>
#include <poll.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

static void
put_number(char *out, uint64_t n)
{
    for (int i = 0; i < FRAME_NUMBER; i++)
        out[i] = (char)(n >> 8 * i & 0xFF);
}

static uint64_t
number_at(const char *at)
{
    uint64_t n = 0;

    for (int i = 0; i < FRAME_NUMBER; i++)
        n |= (uint64_t)(unsigned char)at[i] << 8 * i;
    return n;
}

void
frame_add_number(strbuf *out, uint64_t n)
{
    char bytes[FRAME_NUMBER];

    put_number(bytes, n);
    strbuf_add(out, (span){bytes, FRAME_NUMBER});
}

uint64_t
frame_number(span numbers, size_t i)
{
    return numbers.len / FRAME_NUMBER > i
               ? number_at(numbers.ptr + i * FRAME_NUMBER)
               : 0;
}

uint64_t
frame_length(const char head[FRAME_HEAD])
{
    return number_at(head + 1);
}

static bool
write_all(int fd, span bytes)
{
    while (bytes.len) {
        ssize_t wrote = send(fd, bytes.ptr, bytes.len, MSG_NOSIGNAL);

        if (wrote < 0 && errno == EINTR)
            continue;
        if (wrote <= 0)
            return false;
        bytes = span_from(bytes, (size_t)wrote);
    }
    return true;
}

bool
frame_write(int fd, char letter, span bytes)
{
    char head[FRAME_HEAD];

    head[0] = letter;
    put_number(head + 1, bytes.len);
    return write_all(fd, (span){head, FRAME_HEAD}) && write_all(fd, bytes);
}

int64_t
frame_now(void)
{
    struct timespec t;

    clock_gettime(CLOCK_MONOTONIC, &t);
    return (int64_t)t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

static bool
wait_for(int fd, int64_t deadline)
{
    struct pollfd p = {.fd = fd, .events = POLLIN};
    int64_t left;
    int got;

    if (!deadline)
        return true;
    do {
        left = deadline - frame_now();
        got = poll(&p, 1, left > 0 ? (int)left : 0);
    } while (got < 0 && errno == EINTR);
    return got > 0;
}

bool
frame_read(int fd, char *out, size_t length, int64_t deadline)
{
    while (length) {
        ssize_t got;

        if (!wait_for(fd, deadline))
            return false;
        got = read(fd, out, length);
        if (got < 0 && errno == EINTR)
            continue;
        if (got <= 0)
            return false;
        out += got;
        length -= (size_t)got;
    }
    return true;
}
