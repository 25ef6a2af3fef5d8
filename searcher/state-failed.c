/* tracuu_failures_of: what is not in the index, and why. */
#include <stdlib.h>

#include "common/base/memory.h"
#include "common/base/vec.h"
#include "common/document/failure.h"
#include "common/document/fields.h"
#include "searcher/reader.h"

typedef struct held_failures {
    tracuu_failures failures; /* first, so that its address is the whole's */
    arena arena;
    VEC(tracuu_failure) list;
    tracuu_reader *reader;
} held_failures;

/* A file's id is the name of its root and the path below it; a line of a file
 * of records has that file's path. */
static const char *
path_of(held_failures *held, span id)
{
    arena *a = &held->arena;
    size_t slash = span_find(id, SPAN("/"), 0);
    span name = slash < id.len ? span_slice(id, 0, slash) : id,
         path = {NULL, 0};

    store_metadata(
        held->reader->documents, a, field_term(a, "root:", name), &path, NULL);
    if (!path.len)
        return "";
    return arena_print(
        a, "%.*s%.*s", SPAN_PRINT(path), SPAN_PRINT(span_from(id, name.len)))
        .ptr;
}

static bool
take_item(void *payload, span name, span value)
{
    held_failures *held = payload;
    failure f;

    (void)name;
    if (!failure_parse(&f, value))
        return true;
    vec_push(&held->list, (tracuu_failure){.skipped = f.fate == TRACUU_SKIPPED,
                              .id = arena_string(&held->arena, f.id),
                              .path = path_of(held, f.id),
                              .reason = arena_string(&held->arena, f.reason)});
    return true;
}

static int
by_id(const void *a, const void *b)
{
    const tracuu_failure *x = a, *y = b;

    return strcmp(x->id, y->id);
}

tracuu_status
tracuu_failures_of(
    tracuu_failures **out, tracuu_reader *reader, tracuu_error *err)
{
    held_failures *held = memory_take_zero(1, sizeof *held);
    tracuu_status status = reader_refresh(reader, err);

    *out = NULL;
    held->reader = reader;
    if (status == TRACUU_OK && reader->is_whole)
        status = store_walk_metadata(
            reader->documents, SPAN(FAILURE_PREFIX), take_item, held, err);
    if (held->list.count)
        qsort(held->list.at, held->list.count, sizeof *held->list.at, by_id);
    held->failures.at = held->list.at;
    held->failures.count = held->list.count;
    if (status == TRACUU_OK)
        *out = &held->failures;
    else
        tracuu_failures_free(&held->failures);
    return status;
}

void
tracuu_failures_free(tracuu_failures *failures)
{
    held_failures *held = (held_failures *)failures;

    if (!held)
        return;
    vec_release(&held->list);
    arena_release(&held->arena);
    free(held);
}
