#include "indexer/scan-rules.h"

#include <fnmatch.h>
#include <limits.h>
#include <stdlib.h>

#include "common/base/fail.h"
#include "common/base/hash.h"
#include "common/document/fields.h"

static span
without_slash(span folder)
{
    while (folder.len > 1 && folder.ptr[folder.len - 1] == '/')
        folder.len--;
    return folder;
}

/* A path on disk is compared with the real ones. */
static span
real_folder(arena *a, span given)
{
    char real[PATH_MAX];
    const char *path = arena_string(a, given);

    if (*path == '/' && realpath(path, real))
        return arena_copy(a, span_of(real));
    return span_of(path);
}

static tracuu_status
read_labels(folder_rule *rule, arena *a, span list, tracuu_error *err)
{
    span label;

    rule->labels = arena_array(a, list.len / 2 + 1, sizeof *rule->labels);
    while (list.len && span_next_field(&list, ',', &label)) {
        label = span_trim(label);
        if (!field_is_label(label))
            return fail(err, TRACUU_USAGE,
                "'%.*s' is no label; labels are 1 to 32 of a-z 0-9 _ -",
                SPAN_PRINT(label));
        rule->labels[rule->label_count++] = arena_copy(a, label);
        rule->hash = hash_add(hash_add(rule->hash, label), SPAN(","));
    }
    return TRACUU_OK;
}

/* "FOLDER=LABEL,LABEL"; the last "=" counts, since a label has none. */
static tracuu_status
read_folder(folder_rule *rule, arena *a, const char *text, tracuu_error *err)
{
    const char *equals = strrchr(text, '=');
    span folder;

    if (!equals || equals == text)
        return fail(err, TRACUU_USAGE,
            "a label is written FOLDER=LABEL, not '%s'", text);
    folder = span_trim((span){text, (size_t)(equals - text)});
    *rule = (folder_rule){.hash = HASH_START};
    rule->folder = without_slash(real_folder(a, folder));
    return read_labels(rule, a, span_trim(span_of(equals + 1)), err);
}

tracuu_status
rules_read(rules *out, arena *a, const tracuu_index_options *options,
    tracuu_error *err)
{
    tracuu_status status = TRACUU_OK;

    *out = (rules){
        .excludes = options->excludes, .exclude_count = options->exclude_count};
    out->folders =
        arena_array(a, options->label_count + 1, sizeof *out->folders);
    for (size_t i = 0; i < options->label_count && status == TRACUU_OK; i++)
        status = read_folder(
            &out->folders[out->folder_count++], a, options->labels[i], err);
    return status;
}

static bool
matches(const char *pattern, const char *path, const char *id)
{
    const char *slash = strrchr(path, '/');

    if (*pattern == '/')
        return !fnmatch(pattern, path, FNM_PATHNAME);
    if (strchr(pattern, '/'))
        return !fnmatch(pattern, id, FNM_PATHNAME);
    return !fnmatch(pattern, slash ? slash + 1 : path, 0);
}

bool
rules_exclude(const rules *r, const char *path, const char *id)
{
    for (size_t i = 0; r && i < r->exclude_count; i++)
        if (matches(r->excludes[i], path, id))
            return true;
    return false;
}

static bool
is_in(span what, span folder)
{
    return span_equal(folder, SPAN("/")) ||
           (span_starts_with(what, folder) &&
               (what.len == folder.len || what.ptr[folder.len] == '/'));
}

const folder_rule *
rules_folder(const rules *r, span path, span id)
{
    const folder_rule *inmost = NULL;
    size_t least = SIZE_MAX;

    for (size_t i = 0; r && i < r->folder_count; i++) {
        const folder_rule *rule = &r->folders[i];
        span what = span_starts_with(rule->folder, SPAN("/")) ? path : id;

        /* What is left below the folder tells how far in it is. */
        if (is_in(what, rule->folder) && what.len - rule->folder.len <= least) {
            inmost = rule;
            least = what.len - rule->folder.len;
        }
    }
    return inmost;
}
