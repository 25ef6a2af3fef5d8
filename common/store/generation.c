#include "common/store/generation.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "common/base/fail.h"
#include "common/base/file.h"

#define SCRATCH "building"

static const char *
join(arena *a, const char *folder, const char *name)
{
    return arena_print(a, "%s/%s", folder, name).ptr;
}

/* The number in "gen-000007", or 0. */
static unsigned
number_of(const char *name)
{
    char *end;
    unsigned long number;

    if (strncmp(name, "gen-", 4) || name[4] < '0' || name[4] > '9')
        return 0;
    number = strtoul(name + 4, &end, 10);
    return *end || number > 999999 ? 0 : (unsigned)number;
}

static generation
generation_in(arena *a, const char *folder, unsigned number)
{
    generation g = {.number = number};

    g.folder = arena_print(a, "%s/gen-%06u", folder, number).ptr;
    g.passages = join(a, g.folder, "passages");
    g.documents = join(a, g.folder, "documents");
    return g;
}

tracuu_status
generation_current(
    generation *out, arena *a, const char *dir, tracuu_error *err)
{
    char name[32];
    ssize_t length = readlink(join(a, dir, "current"), name, sizeof name - 1);

    *out = (generation){0};
    if (length < 0 && (errno == ENOENT || errno == ENOTDIR))
        return fail(err, TRACUU_INDEX_MISSING,
            "no index at '%s'; make one with tracuu-index", dir);
    name[length < 0 ? 0 : length] = '\0';
    if (!number_of(name))
        return fail(err, TRACUU_INDEX_DAMAGED,
            "'%s/current' names no generation; build the index again", dir);
    *out = generation_in(a, dir, number_of(name));
    if (access(out->folder, F_OK))
        return fail(err, TRACUU_INDEX_DAMAGED,
            "'%s' is missing; build the index again", out->folder);
    return TRACUU_OK;
}

/* Who holds the lock has written its number into the file. */
static tracuu_status
tell_holder(int fd, const char *dir, tracuu_error *err)
{
    char holder[32] = "";
    ssize_t length = pread(fd, holder, sizeof holder - 1, 0);

    holder[length > 0 ? length : 0] = '\0';
    holder[strcspn(holder, "\n")] = '\0';
    return fail(err, TRACUU_INDEX_LOCKED,
        "the index at '%s' is being written by process %s; wait until it is "
        "done",
        dir, *holder ? holder : "?");
}

/* The lock holds without the number: only its message is poorer then. */
static void
write_holder(int fd)
{
    if (!ftruncate(fd, 0))
        dprintf(fd, "%ld\n", (long)getpid());
}

tracuu_status
generation_lock(int *fd, const char *dir, tracuu_error *err)
{
    struct flock whole = {.l_type = F_WRLCK, .l_whence = SEEK_SET};
    arena a = ARENA_INIT;
    tracuu_status status = file_make_folder(dir, err);
    const char *path = join(&a, dir, "lock");

    *fd = -1;
    if (status)
        goto out;
    *fd = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0666);
    if (*fd < 0) {
        status = fail_errno(err, "open", path);
    } else if (fcntl(*fd, F_OFD_SETLK, &whole)) {
        status = errno == EAGAIN || errno == EACCES
                     ? tell_holder(*fd, dir, err)
                     : fail_errno(err, "lock", path);
        close(*fd);
        *fd = -1;
    } else {
        write_holder(*fd);
    }
out:
    arena_release(&a);
    return status;
}

tracuu_status
generation_scratch(
    const char **path, arena *a, const char *dir, tracuu_error *err)
{
    tracuu_status status;

    *path = join(a, dir, SCRATCH);
    status = file_remove_tree(*path, err);
    if (!status)
        status = file_make_folder(*path, err);
    return status;
}

tracuu_status
generation_next(generation *out, arena *a, const char *dir, tracuu_error *err)
{
    generation now;
    tracuu_status status = generation_current(&now, a, dir, NULL);

    /* A damaged index is replaced like one that is not there. */
    if (status == TRACUU_IO)
        return generation_current(&now, a, dir, err);
    *out = generation_in(a, join(a, dir, SCRATCH), now.number + 1);
    return file_make_folder(out->folder, err);
}

/* Turns INDEX/current: the link is made aside and renamed over the old. */
static tracuu_status
turn_link(arena *a, const char *dir, const char *target, tracuu_error *err)
{
    const char *aside = join(a, dir, "current.new");

    if (unlink(aside) && errno != ENOENT)
        return fail_errno(err, "remove", aside);
    if (symlink(target, aside))
        return fail_errno(err, "create", aside);
    if (rename(aside, join(a, dir, "current")))
        return fail_errno(err, "rename", aside);
    return file_sync_folder(dir, err);
}

/* Removes every generation but `keep`.  What cannot be removed now is in
 * nobody's way and is tried again the next time. */
static void
remove_others(arena *a, const char *dir, unsigned keep)
{
    DIR *folder = opendir(dir);
    struct dirent *item;

    if (!folder)
        return;
    while ((item = readdir(folder))) {
        unsigned number = number_of(item->d_name);

        if (number && number != keep)
            file_remove_tree(join(a, dir, item->d_name), NULL);
    }
    closedir(folder);
}

tracuu_status
generation_publish(const generation *next, const char *dir, tracuu_error *err)
{
    arena a = ARENA_INIT;
    generation place = generation_in(&a, dir, next->number);
    tracuu_status status = file_sync_tree(next->folder, err);

    /* Left behind by a process that ended between rename and link. */
    if (!status)
        status = file_remove_tree(place.folder, err);
    if (!status && rename(next->folder, place.folder))
        status = fail_errno(err, "rename", next->folder);
    if (!status)
        status = file_sync_folder(dir, err);
    if (!status)
        status = turn_link(&a, dir, strrchr(place.folder, '/') + 1, err);
    if (!status) {
        remove_others(&a, dir, next->number);
        file_remove_tree(join(&a, dir, SCRATCH), NULL);
    }
    arena_release(&a);
    return status;
}
