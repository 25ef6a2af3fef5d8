#include "indexer/build.h"

#include "common/base/fail.h"
#include "common/base/file.h"
#include "common/store/store.h"
#include "indexer/build-crew.h"
#include "indexer/terms.h"

enum { WAIT_MILLISECONDS = 100 };

static const char *
chunk_path(arena *a, const char *scratch, size_t number, const char *which)
{
    return arena_print(a, "%s/%zu-%s", scratch, number, which).ptr;
}

static tracuu_status
add_passage(void *writer, const store_entry *entry, tracuu_error *err)
{
    return store_add(writer, entry, err);
}

static tracuu_status
add_job(store_writer *passages, store_writer *documents, const job *j,
    tracuu_error *err)
{
    arena a = ARENA_INIT;
    store_entry entry = terms_document(&a, &j->record);
    tracuu_status status = store_add(documents, &entry, err);

    if (status == TRACUU_OK)
        status = terms_passages(
            &j->document, &j->record, add_passage, passages, err);
    arena_release(&a);
    return status;
}

tracuu_status
build_chunk(const char *scratch, const chunk *c, tracuu_error *err)
{
    store_writer *passages = NULL, *documents = NULL;
    arena a = ARENA_INIT;
    tracuu_status status = store_writer_open(&passages,
        chunk_path(&a, scratch, c->number, "passages"), STORE_SCRATCH_LEAN,
        err);

    if (status == TRACUU_OK)
        status = store_writer_open(&documents,
            chunk_path(&a, scratch, c->number, "documents"), STORE_SCRATCH_LEAN,
            err);
    for (size_t i = 0; i < c->count && status == TRACUU_OK; i++) {
        if (c->jobs[i].stored)
            status = add_job(passages, documents, &c->jobs[i], err);
    }
    if (status == TRACUU_OK)
        status = store_commit(passages, err);
    if (status == TRACUU_OK)
        status = store_commit(documents, err);
    store_writer_free(passages);
    store_writer_free(documents);
    arena_release(&a);
    return status;
}

/* The merge of one of the two databases. */
typedef struct merge {
    const char **paths;
    size_t count;
    const char *into;
    tracuu_status status;
    tracuu_error err;
} merge;

static void
run_merge(void *payload, unsigned worker, void *item)
{
    merge *m = item;
    tracuu_error ignored;

    (void)payload;
    (void)worker;
    m->status = store_compact(m->paths, m->count, m->into, &m->err);
    for (size_t i = 0; m->status == TRACUU_OK && i < m->count; i++)
        file_remove_tree(m->paths[i], &ignored);
}

static merge
merge_of(arena *a, const char *scratch, size_t count, const char *which,
    const char *into)
{
    merge m = {.count = count, .into = into};

    m.paths = arena_array(a, count + 1, sizeof *m.paths);
    for (size_t i = 0; i < count; i++)
        m.paths[i] = chunk_path(a, scratch, i, which);
    return m;
}

tracuu_status
build_merge(const char *scratch, size_t count, const generation *into,
    build_wait *wait, void *payload, tracuu_error *err)
{
    arena a = ARENA_INIT;
    merge both[] = {
        merge_of(&a, scratch, count ? count : 1, "passages", into->passages),
        merge_of(&a, scratch, count ? count : 1, "documents", into->documents),
    };
    crew *c = crew_new(2, run_merge, NULL);
    const chunk nothing = {.number = 0};
    tracuu_status status =
        count ? TRACUU_OK : build_chunk(scratch, &nothing, err);
    bool go_on = true;

    if (!c)
        status = fail(err, TRACUU_NO_MEMORY, "cannot start a thread");
    for (size_t i = 0; c && i < 2; i++)
        crew_give(c, &both[i]);
    while (c && crew_open(c)) {
        crew_take(c, WAIT_MILLISECONDS);
        go_on = wait(payload) && go_on;
    }
    crew_free(c);
    for (size_t i = 0; i < 2 && status == TRACUU_OK; i++) {
        status = both[i].status;
        if (status != TRACUU_OK && err)
            *err = both[i].err;
    }
    if (status == TRACUU_OK && !go_on)
        status = fail(err, TRACUU_INTERRUPTED, "stopped");
    arena_release(&a);
    return status;
}
