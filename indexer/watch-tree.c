#include "indexer/watch-tree.h"

#include <errno.h>
#include <fts.h>
#include <poll.h>
#include <stdlib.h>
#include <sys/inotify.h>
#include <sys/stat.h>
#include <unistd.h>

#include "common/base/fail.h"

enum {
    CHANGES_MAX = 10000, /* paths; where more change, all is looked at */
    EVENTS_BYTES = 1 << 16,
    WATCHED = IN_CLOSE_WRITE | IN_CREATE | IN_DELETE | IN_MOVED_FROM |
              IN_MOVED_TO | IN_ATTRIB | IN_DELETE_SELF | IN_MOVE_SELF |
              IN_ONLYDIR | IN_DONT_FOLLOW | IN_EXCL_UNLINK
};

static bool
is_inside(const char *path, const char *folder)
{
    size_t length = strlen(folder);

    return !strncmp(path, folder, length) &&
           (!path[length] || path[length] == '/' || folder[length - 1] == '/');
}

static void
note(tree *t, const char *path)
{
    bool is_new;

    if (t->changed.count >= CHANGES_MAX)
        t->all = true;
    if (!t->all)
        map_put(&t->changed, arena_copy(&t->arena, span_of(path)), &is_new);
}

/* ---- watching ---- */

static tracuu_status
tell_limit(const char *path, tracuu_error *err)
{
    if (errno == ENOSPC)
        return fail(err, TRACUU_IO,
            "cannot watch '%s': the kernel watches no more folders; raise "
            "fs.inotify.max_user_watches with sysctl",
            path);
    if (errno == EMFILE)
        return fail(err, TRACUU_IO,
            "cannot watch '%s': too many programs watch folders; raise "
            "fs.inotify.max_user_instances with sysctl",
            path);
    return fail_errno(err, "watch", path);
}

/* A folder that is gone again, or may not be read, is no error: the scan
 * tells of it. */
static tracuu_status
add_folder(tree *t, const char *path, bool whole, tracuu_error *err)
{
    int number = inotify_add_watch(t->handle, path, WATCHED);
    tree_folder *f;

    if (number < 0) {
        if (errno == ENOENT || errno == ENOTDIR || errno == EACCES)
            return TRACUU_OK;
        return tell_limit(path, err);
    }
    while (t->folders.count <= (size_t)number)
        vec_push(&t->folders, (tree_folder){NULL, false});
    f = &t->folders.at[number];
    whole |= f->path && f->whole && !strcmp(f->path, path);
    free(f->path);
    *f = (tree_folder){strdup(path), whole};
    return f->path ? TRACUU_OK : fail(err, TRACUU_NO_MEMORY, "no memory");
}

/* Hidden, excluded, or the index: what a scan passes over. */
static bool
is_passed_over(const tree *t, const FTSENT *entry)
{
    if (t->index && !strcmp(entry->fts_path, t->index))
        return true;
    for (size_t i = 0; i < t->roots.count; i++) {
        const scan_root *root = t->roots.at[i];
        const char *inside = entry->fts_path + strlen(root->path);
        strbuf id = STRBUF_INIT;
        bool excluded;

        if (!is_inside(entry->fts_path, root->path))
            continue;
        if (!*inside)
            return false;
        strbuf_print(&id, "%.*s%s", SPAN_PRINT(root->name), inside);
        excluded = rules_exclude(t->rules, entry->fts_path, id.ptr);
        strbuf_release(&id);
        return excluded || strrchr(entry->fts_path, '/')[1] == '.';
    }
    return false;
}

/* Watches a folder and those below it; the watch stands before the folder is
 * read, so that nothing new in it is missed. */
static tracuu_status
add_tree(tree *t, const char *path, tracuu_error *err)
{
    char *const paths[] = {(char *)path, NULL};
    FTS *walk = fts_open(paths, FTS_PHYSICAL | FTS_NOCHDIR, NULL);
    tracuu_status status = TRACUU_OK;
    FTSENT *entry;

    if (!walk)
        return fail_errno(err, "read the folder", path);
    while (status == TRACUU_OK && (entry = fts_read(walk))) {
        if (entry->fts_info != FTS_D)
            continue;
        if (is_passed_over(t, entry))
            fts_set(walk, entry, FTS_SKIP);
        else
            status = add_folder(t, entry->fts_path, true, err);
    }
    fts_close(walk);
    return status;
}

static void
remove_tree(tree *t, const char *path)
{
    for (size_t i = 0; i < t->folders.count; i++) {
        tree_folder *f = &t->folders.at[i];

        if (!f->path || !is_inside(f->path, path))
            continue;
        inotify_rm_watch(t->handle, (int)i);
        free(f->path);
        f->path = NULL;
    }
}

static tracuu_status
add_root(tree *t, const scan_root *root, tracuu_error *err)
{
    const char *slash = strrchr(root->path, '/');
    strbuf above = STRBUF_INIT;
    tracuu_status status;

    vec_push(&t->roots, root);
    if (root->form == ROOT_FOLDER)
        return add_tree(t, root->path, err);
    strbuf_add(&above, (span){root->path, (size_t)(slash - root->path)});
    status = add_folder(t, above.len ? above.ptr : "/", false, err);
    strbuf_release(&above);
    return status;
}

tracuu_status
tree_open(tree *t, const scan *s, const rules *r, const char *index,
    tracuu_error *err)
{
    tracuu_status status = TRACUU_OK;

    *t = (tree){.rules = r,
        .index = index,
        .handle = inotify_init1(IN_NONBLOCK | IN_CLOEXEC)};
    if (t->handle < 0)
        return tell_limit(s->count ? s->roots[0].path : "", err);
    for (size_t i = 0; i < s->count && status == TRACUU_OK; i++) {
        if (s->roots[i].form != ROOT_STANDARD_INPUT)
            status = add_root(t, &s->roots[i], err);
    }
    return status;
}

void
tree_release(tree *t)
{
    if (t->handle >= 0)
        close(t->handle);
    for (size_t i = 0; i < t->folders.count; i++)
        free(t->folders.at[i].path);
    vec_release(&t->folders);
    vec_release(&t->roots);
    map_release(&t->changed);
    arena_release(&t->arena);
    *t = (tree){.handle = -1};
}

/* ---- what the kernel tells ---- */

static void
folder_event(tree *t, const char *path, uint32_t what)
{
    tracuu_error ignored;

    if (what & IN_MOVED_FROM)
        remove_tree(t, path);
    /* Where a watch cannot be had the next look at everything finds it. */
    if (what & (IN_CREATE | IN_MOVED_TO | IN_ATTRIB))
        add_tree(t, path, &ignored);
    note(t, path);
}

/* A new file is told of again when it has been written; one that is a second
 * name of another is whole already. */
static bool
is_to_be_written(const char *path, uint32_t what)
{
    struct stat about;

    return what & IN_CREATE && lstat(path, &about) == 0 &&
           S_ISREG(about.st_mode) && about.st_nlink < 2;
}

static bool
is_root(const tree *t, const char *path)
{
    for (size_t i = 0; i < t->roots.count; i++)
        if (!strcmp(t->roots.at[i]->path, path))
            return true;
    return false;
}

static void
take_event(tree *t, const struct inotify_event *e)
{
    tree_folder *f = NULL;
    strbuf path = STRBUF_INIT;

    if (e->mask & IN_Q_OVERFLOW)
        t->all = true;
    if (e->wd >= 0 && (size_t)e->wd < t->folders.count)
        f = &t->folders.at[e->wd];
    if (!f || !f->path)
        return;
    if (e->mask & (IN_IGNORED | IN_UNMOUNT | IN_DELETE_SELF | IN_MOVE_SELF)) {
        t->all |= is_root(t, f->path);
        if (e->mask & IN_IGNORED) {
            free(f->path);
            f->path = NULL;
        }
        return;
    }
    if (!e->len || e->name[0] == '.')
        return;
    strbuf_print(&path, "%s/%s", strcmp(f->path, "/") ? f->path : "", e->name);
    if (!f->whole && !is_root(t, path.ptr))
        e = NULL;
    if (e && e->mask & IN_ISDIR)
        folder_event(t, path.ptr, e->mask);
    else if (e && !is_to_be_written(path.ptr, e->mask))
        note(t, path.ptr);
    strbuf_release(&path);
}

bool
tree_wait(tree *t, int milliseconds)
{
    struct pollfd one = {.fd = t->handle, .events = POLLIN};

    return poll(&one, t->handle >= 0, milliseconds) > 0;
}

void
tree_read(tree *t)
{
    _Alignas(struct inotify_event) char bytes[EVENTS_BYTES];
    ssize_t length;

    while (
        t->handle >= 0 && (length = read(t->handle, bytes, sizeof bytes)) > 0) {
        const char *at = bytes;

        while (at < bytes + length) {
            const struct inotify_event *e = (const void *)at;

            take_event(t, e);
            at += sizeof *e + e->len;
        }
    }
}

bool
tree_has_changes(const tree *t)
{
    return t->all || t->changed.count;
}

/* A folder stands right before what is in it. */
static int
by_path(const void *a, const void *b)
{
    const unsigned char *x = *(const unsigned char *const *)a;
    const unsigned char *y = *(const unsigned char *const *)b;

    while (*x && *x == *y)
        x++, y++;
    if (*x == *y)
        return 0;
    if (*x == '/' || *y == '/')
        return !*x || (*x == '/' && *y) ? -1 : 1;
    return *x < *y ? -1 : 1;
}

size_t
tree_take(tree *t, arena *a, const char *const **paths)
{
    const char **all = arena_array(a, t->changed.count + 1, sizeof *all);
    size_t count = 0, kept = 0;

    for (size_t i = 0; i < t->changed.room; i++) {
        if (t->changed.slots[i].name.ptr)
            all[count++] = arena_string(a, t->changed.slots[i].name);
    }
    if (count)
        qsort(all, count, sizeof *all, by_path);
    for (size_t i = 0; i < count; i++) {
        if (!kept || !is_inside(all[i], all[kept - 1]))
            all[kept++] = all[i];
    }
    map_clear(&t->changed);
    arena_release(&t->arena);
    t->all = false;
    *paths = all;
    return kept;
}
