#include "indexer/scan.h"

#include <errno.h>
#include <fts.h>
#include <limits.h>
#include <stdlib.h>
#include <strings.h>
#include <sys/stat.h>

#include "common/base/fail.h"
#include "common/base/vec.h"
#include "common/text/utf8.h"

typedef VEC(scan_file) file_list;

static const struct {
    const char *suffix;
    input_form form;
} forms[] = {
    {".txt", INPUT_TEXT},
    {".text", INPUT_TEXT},
    {".pdf", INPUT_TEXT},
    {".doc", INPUT_TEXT},
    {".docx", INPUT_TEXT},
    {".docm", INPUT_TEXT},
    {".dotx", INPUT_TEXT},
    {".dot", INPUT_TEXT},
    {".rtf", INPUT_TEXT},
    {".odt", INPUT_TEXT},
    {".ods", INPUT_TEXT},
    {".odp", INPUT_TEXT},
    {".xls", INPUT_TEXT},
    {".xlsx", INPUT_TEXT},
    {".xlsm", INPUT_TEXT},
    {".ppt", INPUT_TEXT},
    {".pps", INPUT_TEXT},
    {".pptx", INPUT_TEXT},
    {".ppsx", INPUT_TEXT},
    {".epub", INPUT_TEXT},
    {".eml", INPUT_TEXT},
    {".mht", INPUT_TEXT},
    {".mhtml", INPUT_TEXT},
    {".html", INPUT_HTML},
    {".htm", INPUT_HTML},
    {".xhtml", INPUT_HTML},
    {".jsonl", INPUT_RECORDS},
};

enum { FORM_COUNT = sizeof forms / sizeof *forms };

/* The suffix of a file's name, with its dot; "" if it has none. */
static const char *
suffix_of(const char *path)
{
    const char *slash = strrchr(path, '/');
    const char *name = slash ? slash + 1 : path;
    const char *dot = strrchr(name, '.');

    return dot && dot != name ? dot : "";
}

/* File names are bytes; ids are UTF-8. */
static span
readable(arena *a, const char *name)
{
    span bytes = span_of(name), copy;
    strbuf repaired = STRBUF_INIT;

    if (utf8_is_valid(bytes))
        return arena_copy(a, bytes);
    utf8_repair(&repaired, bytes);
    copy = arena_copy(a, strbuf_span(&repaired));
    strbuf_release(&repaired);
    return copy;
}

static void
set_reason(scan_file *f, tracuu_fate fate, const char *reason)
{
    f->fate = fate;
    f->reason = reason;
}

/* Decides by its kind and name whether a file is to be read. */
static void
judge(arena *a, scan_file *f, const struct stat *about)
{
    const char *suffix = suffix_of(f->path);

    f->size = (uint64_t)about->st_size;
    f->time = (uint64_t)about->st_mtim.tv_sec * 1000000000u +
              (uint64_t)about->st_mtim.tv_nsec;
    if (S_ISLNK(about->st_mode)) {
        set_reason(f, TRACUU_SKIPPED, "a symbolic link");
        return;
    }
    if (!S_ISREG(about->st_mode)) {
        set_reason(f, TRACUU_SKIPPED, "not a regular file");
        return;
    }
    if (!input_is_id(f->id)) {
        set_reason(f, TRACUU_FAILED, "its name has control characters");
        return;
    }
    for (size_t i = 0; i < FORM_COUNT; i++) {
        if (strcasecmp(suffix, forms[i].suffix) == 0) {
            f->form = forms[i].form;
            set_reason(f, TRACUU_ADDED, NULL);
            return;
        }
    }
    set_reason(f, TRACUU_SKIPPED,
        arena_print(a, "not a document: %s", *suffix ? suffix : "no suffix")
            .ptr);
}

static int
by_name(const FTSENT **a, const FTSENT **b)
{
    return strcmp((*a)->fts_name, (*b)->fts_name);
}

/* How and where files are looked for. */
typedef struct walk {
    arena *arena;
    const scan_options *options;
    const struct stat *index; /* the folder to pass over, or NULL */
    const scan_root *root;
    file_list files;
} walk;

/* The id of what lies at `path` in the root. */
static span
id_of(const walk *w, const char *path)
{
    const char *inside = path + strlen(w->root->path);

    while (*inside == '/')
        inside++;
    return readable(
        w->arena, arena_print(w->arena, "%.*s%s%s", SPAN_PRINT(w->root->name),
                      *inside ? "/" : "", inside)
                      .ptr);
}

static scan_file *
add_file(walk *w, const FTSENT *entry, span id)
{
    scan_file f = {
        .path = arena_string(w->arena, span_of(entry->fts_path)), .id = id};

    f.rule = rules_folder(w->options->rules, span_of(f.path), id);
    vec_push(&w->files, f);
    return &w->files.at[w->files.count - 1];
}

static bool
is_index(const walk *w, const struct stat *about)
{
    return w->index && w->index->st_dev == about->st_dev &&
           w->index->st_ino == about->st_ino;
}

/* Hidden, excluded, or the index itself. */
static bool
is_passed_over(const walk *w, const FTSENT *entry, span id)
{
    const char *slash = strrchr(entry->fts_path, '/');

    if (strlen(entry->fts_path) > strlen(w->root->path) &&
        (slash[1] == '.' ||
            rules_exclude(w->options->rules, entry->fts_path, id.ptr)))
        return true;
    return entry->fts_info == FTS_D && is_index(w, entry->fts_statp);
}

static void
visit(walk *w, FTS *tree, FTSENT *entry)
{
    scan_file *f;
    span id;

    if (entry->fts_info == FTS_DP || entry->fts_info == FTS_DC)
        return;
    id = id_of(w, entry->fts_path);
    if (is_passed_over(w, entry, id)) {
        fts_set(tree, entry, FTS_SKIP);
        return;
    }
    switch (entry->fts_info) {
    case FTS_D:
        break;
    case FTS_DNR:
    case FTS_ERR:
    case FTS_NS:
        f = add_file(w, entry, id);
        f->folder = true;
        set_reason(f, TRACUU_FAILED,
            arena_string(w->arena, span_of(strerror(entry->fts_errno))));
        break;
    default:
        f = add_file(w, entry, id);
        judge(w->arena, f, entry->fts_statp);
    }
}

/* Adds what lies at `path`, which is in the root. */
static tracuu_status
walk_tree(walk *w, const char *path, tracuu_error *err)
{
    char *const paths[] = {(char *)path, NULL};
    FTS *tree = fts_open(paths, FTS_PHYSICAL | FTS_NOCHDIR, by_name);
    tracuu_status status = TRACUU_OK;
    FTSENT *entry;

    if (!tree)
        return fail_errno(err, "read the folder", path);
    while (errno = 0, (entry = fts_read(tree)))
        visit(w, tree, entry);
    if (errno)
        status = fail_errno(err, "read the folder", path);
    fts_close(tree);
    return status;
}

/* Gives the files found to the root. */
static void
keep_files(walk *w, scan_root *root)
{
    root->count = w->files.count;
    root->files = arena_array(w->arena, root->count + 1, sizeof *root->files);
    if (root->count)
        memcpy(root->files, w->files.at, root->count * sizeof *root->files);
    vec_release(&w->files);
}

static bool
is_inside_path(const char *path, const char *folder)
{
    size_t length = strlen(folder);

    return !strncmp(path, folder, length) &&
           (!path[length] || path[length] == '/' || folder[length - 1] == '/');
}

static bool
is_one_of(const scan_options *o, const char *path)
{
    for (size_t i = 0; i < o->only_count; i++)
        if (!strcmp(o->only[i], path))
            return true;
    return false;
}

/* Walks those of the paths to look at that are in the root; one that is not
 * there was looked at all the same. */
static tracuu_status
walk_some(walk *w, scan_root *root, tracuu_error *err)
{
    const scan_options *o = w->options;
    tracuu_status status = TRACUU_OK;
    struct stat about;

    root->partial = true;
    root->looked = arena_array(w->arena, o->only_count, sizeof *root->looked);
    for (size_t i = 0; i < o->only_count && status == TRACUU_OK; i++) {
        if (!is_inside_path(o->only[i], root->path))
            continue;
        root->looked[root->looked_count++] = id_of(w, o->only[i]);
        if (lstat(o->only[i], &about) == 0)
            status = walk_tree(w, o->only[i], err);
    }
    return status;
}

/* The last part of the path as given, or of the real one for "." and "/". */
static span
name_of(arena *a, const char *given, const char *real)
{
    span path = span_of(given);
    const char *slash;
    span name;

    while (path.len > 1 && path.ptr[path.len - 1] == '/')
        path.len--;
    slash = memrchr(path.ptr, '/', path.len);
    name = slash ? span_from(path, (size_t)(slash + 1 - path.ptr)) : path;
    if (span_equal(name, SPAN(".")) || span_equal(name, SPAN("..")))
        name = span_of(strrchr(real, '/') + 1);
    if (!name.len)
        name = SPAN("root");
    return readable(a, arena_string(a, name));
}

static scan_file *
single_file(scan_root *root, arena *a)
{
    root->files = arena_array(a, 1, sizeof *root->files);
    root->files[0] = (scan_file){.path = root->path, .id = root->name};
    root->count = 1;
    return root->files;
}

static tracuu_status
scan_one(scan_root *root, walk *w, const char *path, tracuu_error *err)
{
    arena *a = w->arena;
    tracuu_status status = TRACUU_OK;
    scan_file *f;
    char real[PATH_MAX];
    struct stat about;

    if (strcmp(path, "-") == 0) {
        *root = (scan_root){.form = ROOT_STANDARD_INPUT, .path = path};
        single_file(root, a)->form = INPUT_RECORDS;
        return TRACUU_OK;
    }
    if (!realpath(path, real) || stat(real, &about) != 0)
        return fail(
            err, TRACUU_USAGE, "cannot open '%s': %s", path, strerror(errno));
    root->path = arena_string(a, span_of(real));
    root->name = name_of(a, path, real);
    if (S_ISDIR(about.st_mode)) {
        root->form = ROOT_FOLDER;
        w->root = root;
        status = w->options->only ? walk_some(w, root, err)
                                  : walk_tree(w, root->path, err);
        keep_files(w, root);
        return status;
    }
    root->form = ROOT_FILE;
    if (w->options->only && !is_one_of(w->options, root->path)) {
        root->partial = true;
        return TRACUU_OK;
    }
    f = single_file(root, a);
    f->rule = rules_folder(w->options->rules, span_of(f->path), f->id);
    judge(a, f, &about);
    return TRACUU_OK;
}

/* True if an earlier root is the same; an error if it only has the name. */
static tracuu_status
compare(const scan *s, const scan_root *root, bool *same, tracuu_error *err)
{
    *same = false;
    for (size_t i = 0; i < s->count; i++) {
        const scan_root *other = &s->roots[i];

        if (other->form == root->form && !strcmp(other->path, root->path)) {
            *same = true;
            return TRACUU_OK;
        }
        if (other->form == ROOT_FOLDER && root->form == ROOT_FOLDER &&
            span_equal(other->name, root->name))
            return fail(err, TRACUU_USAGE,
                "'%s' and '%s' have one name, so their files would have the "
                "same ids; rename one or index the folder above",
                other->path, root->path);
    }
    return TRACUU_OK;
}

tracuu_status
scan_paths(scan *out, arena *a, const char *const *paths, size_t count,
    const scan_options *options, tracuu_error *err)
{
    struct stat about;
    bool has_index = options->index && stat(options->index, &about) == 0;
    walk w = {
        .arena = a, .options = options, .index = has_index ? &about : NULL};

    *out = (scan){.roots = arena_array(a, count, sizeof *out->roots)};
    for (size_t i = 0; i < count; i++) {
        scan_root *root = &out->roots[out->count];
        tracuu_status status = scan_one(root, &w, paths[i], err);
        bool same;

        if (status == TRACUU_OK)
            status = compare(out, root, &same, err);
        if (status != TRACUU_OK)
            return status;
        if (same) {
            memset(root, 0, sizeof *root);
            continue;
        }
        out->count++;
        for (size_t f = 0; f < root->count; f++) {
            out->files += root->files[f].fate == TRACUU_ADDED;
            out->records |= root->files[f].form == INPUT_RECORDS;
            if (root->files[f].fate == TRACUU_ADDED)
                out->bytes += root->files[f].size;
        }
    }
    for (size_t i = 0; i < out->count; i++)
        out->bytes *= out->roots[i].form != ROOT_STANDARD_INPUT;
    return TRACUU_OK;
}
