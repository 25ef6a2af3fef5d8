#include "common/base/file.h"

#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "common/base/fail.h"

enum { OPEN_FOLDERS = 16 };

static tracuu_status
read_all(strbuf *out, int fd, const char *path, size_t limit, tracuu_error *err)
{
    size_t before = out->len;
    ssize_t got;

    do {
        strbuf_reserve(out, 65536);
        got = read(fd, out->ptr + out->len, out->room - out->len - 1);
        if (got > 0)
            out->len += (size_t)got;
        if (out->len - before > limit)
            return fail(err, TRACUU_INPUT_FAILED,
                "'%s' is longer than %zu bytes", path, limit);
    } while (got > 0 || (got < 0 && errno == EINTR));
    out->ptr[out->len] = '\0';
    return got < 0 ? fail_errno(err, "read", path) : TRACUU_OK;
}

tracuu_status
file_read(strbuf *out, const char *path, size_t limit, tracuu_error *err)
{
    tracuu_status status = TRACUU_OK;
    struct stat about;
    int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);

    if (fd < 0)
        return fail_errno(err, "open", path);
    if (fstat(fd, &about) != 0)
        status = fail_errno(err, "look at", path);
    else if (!S_ISREG(about.st_mode))
        status =
            fail(err, TRACUU_INPUT_FAILED, "'%s' is not a regular file", path);
    else if ((uint64_t)about.st_size > limit)
        status = fail(err, TRACUU_INPUT_FAILED, "'%s' is longer than %zu bytes",
            path, limit);
    else
        status = read_all(out, fd, path, limit, err);
    close(fd);
    return status;
}

static tracuu_status
write_all(int fd, const char *path, span bytes, tracuu_error *err)
{
    while (bytes.len) {
        ssize_t wrote = write(fd, bytes.ptr, bytes.len);

        if (wrote < 0 && errno == EINTR)
            continue;
        if (wrote < 0)
            return fail_errno(err, "write", path);
        bytes = span_from(bytes, (size_t)wrote);
    }
    return fsync(fd) == 0 ? TRACUU_OK : fail_errno(err, "sync", path);
}

tracuu_status
file_write(const char *path, span bytes, tracuu_error *err)
{
    strbuf beside = STRBUF_INIT;
    tracuu_status status;
    int fd;

    strbuf_print(&beside, "%s.new", path);
    fd = open(
        beside.ptr, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, (mode_t)0666);
    if (fd < 0) {
        status = fail_errno(err, "create", beside.ptr);
        goto out;
    }
    status = write_all(fd, beside.ptr, bytes, err);
    if (close(fd) != 0 && status == TRACUU_OK)
        status = fail_errno(err, "close", beside.ptr);
    if (status == TRACUU_OK && rename(beside.ptr, path) != 0)
        status = fail_errno(err, "rename to", path);
    if (status != TRACUU_OK)
        unlink(beside.ptr);
out:
    strbuf_release(&beside);
    return status;
}

tracuu_status
file_make_folder(const char *path, tracuu_error *err)
{
    strbuf part = STRBUF_INIT;
    tracuu_status status = TRACUU_OK;

    strbuf_add_string(&part, path);
    for (size_t i = 1; i <= part.len && status == TRACUU_OK; i++) {
        if (i < part.len && part.ptr[i] != '/')
            continue;
        part.ptr[i] = '\0';
        if (mkdir(part.ptr, 0777) != 0 && errno != EEXIST)
            status = fail_errno(err, "make the folder", part.ptr);
        if (i < part.len)
            part.ptr[i] = '/';
    }
    strbuf_release(&part);
    return status;
}

static int
remove_one(const char *path, const struct stat *about, int type, struct FTW *at)
{
    (void)about;
    (void)type;
    (void)at;
    return remove(path);
}

tracuu_status
file_remove_tree(const char *path, tracuu_error *err)
{
    if (nftw(path, remove_one, OPEN_FOLDERS, FTW_DEPTH | FTW_PHYS) == 0 ||
        errno == ENOENT)
        return TRACUU_OK;
    return fail_errno(err, "remove", path);
}

static _Thread_local uint64_t tree_size; /* nftw has no payload */

static int
add_size(const char *path, const struct stat *about, int type, struct FTW *at)
{
    (void)path;
    (void)at;
    if (type == FTW_F)
        tree_size += (uint64_t)about->st_size;
    return 0;
}

uint64_t
file_tree_size(const char *path)
{
    tree_size = 0;
    nftw(path, add_size, OPEN_FOLDERS, FTW_PHYS);
    return tree_size;
}

tracuu_status
file_sync_folder(const char *path, tracuu_error *err)
{
    tracuu_status status = TRACUU_OK;
    int fd = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);

    if (fd < 0)
        return fail_errno(err, "open the folder", path);
    if (fsync(fd) != 0)
        status = fail_errno(err, "sync the folder", path);
    close(fd);
    return status;
}

static int
sync_one(const char *path, const struct stat *about, int type, struct FTW *at)
{
    int fd, failed, cause;

    (void)about;
    (void)at;
    if (type != FTW_F && type != FTW_DP)
        return 0;
    fd = open(path, O_RDONLY | O_CLOEXEC);
    if (fd < 0)
        return -1;
    failed = fsync(fd);
    cause = errno;
    close(fd);
    errno = cause;
    return failed;
}

tracuu_status
file_sync_tree(const char *path, tracuu_error *err)
{
    if (nftw(path, sync_one, OPEN_FOLDERS, FTW_DEPTH | FTW_PHYS))
        return fail_errno(err, "sync", path);
    return TRACUU_OK;
}
