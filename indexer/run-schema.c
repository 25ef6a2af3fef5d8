#include "indexer/run-schema.h"

#include <sys/stat.h>
#include <time.h>

#include "common/base/fail.h"
#include "common/document/fields.h"
#include "common/text/pair.h"
#include "common/text/phrase.h"
#include "common/text/syllable.h"

static const struct {
    const char *name;
    unsigned version;
} versions[] = {
    {"tracuu.schema", SCHEMA_VERSION},
    {"tracuu.syllables", SYLLABLE_VERSION},
    {"tracuu.pairs", PAIR_VERSION},
    {"tracuu.phrases", PHRASE_VERSION},
};

enum { VERSION_COUNT = sizeof versions / sizeof *versions };

static span
print_time(arena *a)
{
    time_t now = time(NULL);
    char text[32];
    struct tm parts;

    gmtime_r(&now, &parts);
    strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%SZ", &parts);
    return arena_copy(a, span_of(text));
}

tracuu_status
schema_write(store_writer *w, tracuu_error *err)
{
    arena a = ARENA_INIT;
    tracuu_status status =
        store_set_metadata(w, SPAN("tracuu.created"), print_time(&a), err);

    for (size_t i = 0; i < VERSION_COUNT && status == TRACUU_OK; i++)
        status = store_set_metadata(w, span_of(versions[i].name),
            arena_print(&a, "%u", versions[i].version), err);
    arena_release(&a);
    return status;
}

tracuu_status
schema_check(store_reader *r, tracuu_error *err)
{
    arena a = ARENA_INIT;
    tracuu_status status = TRACUU_OK;

    for (size_t i = 0; i < VERSION_COUNT && status == TRACUU_OK; i++) {
        span value, mine = arena_print(&a, "%u", versions[i].version);

        status = store_metadata(r, &a, span_of(versions[i].name), &value, err);
        if (status == TRACUU_OK && !span_equal(value, mine))
            status = fail(err, TRACUU_INDEX_VERSION,
                "the index has %s %.*s, this program writes %.*s; build it "
                "again with --rebuild",
                versions[i].name, SPAN_PRINT(value), SPAN_PRINT(mine));
    }
    arena_release(&a);
    return status;
}

static tracuu_status
write_root(store_writer *documents, store_reader *old, const scan_root *root,
    tracuu_error *err)
{
    arena a = ARENA_INIT;
    span name = field_term(&a, "root:", root->name), then = {NULL, 0};
    tracuu_status status = TRACUU_OK;

    if (old)
        status = store_metadata(old, &a, name, &then, err);
    if (status == TRACUU_OK && !span_equal(then, span_of(root->path)))
        status = store_set_metadata(documents, name, span_of(root->path), err);
    arena_release(&a);
    return status;
}

tracuu_status
schema_write_roots(store_writer *documents, store_reader *old, const scan *s,
    tracuu_error *err)
{
    tracuu_status status = TRACUU_OK;

    for (size_t i = 0; i < s->count && status == TRACUU_OK; i++) {
        if (s->roots[i].form != ROOT_STANDARD_INPUT)
            status = write_root(documents, old, &s->roots[i], err);
    }
    return status;
}

static tracuu_status
check_root(store_reader *documents, const scan_root *root, tracuu_error *err)
{
    arena a = ARENA_INIT;
    struct stat about;
    span path;
    tracuu_status status = store_metadata(
        documents, &a, field_term(&a, "root:", root->name), &path, err);

    if (status == TRACUU_OK && path.len &&
        !span_equal(path, span_of(root->path)) &&
        stat(arena_string(&a, path), &about) == 0 && S_ISDIR(about.st_mode))
        status = fail(err, TRACUU_USAGE,
            "'%s' has the name of '%.*s', which is in the index already; "
            "rename it or use another index",
            root->path, SPAN_PRINT(path));
    arena_release(&a);
    return status;
}

tracuu_status
schema_check_roots(store_reader *documents, const scan *s, tracuu_error *err)
{
    tracuu_status status = TRACUU_OK;

    for (size_t i = 0; i < s->count && status == TRACUU_OK; i++) {
        if (s->roots[i].form == ROOT_FOLDER)
            status = check_root(documents, &s->roots[i], err);
    }
    return status;
}
