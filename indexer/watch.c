/* tracuu_index_watch: an index that follows its files.
 *
 * The folders are watched before the first run looks at them, so that nothing
 * falls between.  What the kernel tells is collected until it is quiet for a
 * moment, and becomes one run over what has changed.  From time to time, when
 * a run failed and when the kernel lost count, a run looks at everything.
 */
#include <limits.h>
#include <stdlib.h>

#include "common/base/fail.h"
#include "common/base/file.h"
#include "indexer/extract-frame.h"
#include "indexer/index.h"
#include "indexer/watch-tree.h"

enum {
    TICK = 250,   /* milliseconds between two looks at the caller's wishes */
    QUIET = 100,  /* without a change, and a batch begins */
    BATCH = 500,  /* after the first change, however busy the files are */
    AGAIN = 2000, /* after a run that could not be done, then twice that... */
    AGAIN_MAX = 60000,
    RESCAN_MINUTES = 60,
    BLIND_MINUTES = 1 /* when not everything can be watched */
};

typedef struct watch {
    const char *dir;
    const char *const *paths;
    size_t path_count;
    tracuu_index_options options; /* those given, and their report ours */
    const tracuu_index_options *given;
    tracuu_watch_report *tell;
    arena arena; /* of the scan that tells the tree its roots */
    scan scan;
    rules rules;
    tree tree;
    bool small;       /* the run that goes on is a batch: it is not stopped */
    bool ended;       /* the caller wants no more */
    int64_t due;      /* when everything is to be looked at, milliseconds */
    int64_t interval; /* between two such looks */
    int64_t pause;    /* after the next run that cannot be done */
} watch;

static bool
go_on(watch *w, const tracuu_progress *p)
{
    if (!w->ended && w->given->report)
        w->ended = !w->given->report(w->given->payload, p);
    return !w->ended;
}

/* Goes between the runs and the caller: a batch is finished in any case. */
static bool
report(void *payload, const tracuu_progress *p)
{
    watch *w = payload;

    return go_on(w, p) || w->small;
}

/* Runs, tells, and sees to it that what could not be done is done later. */
static tracuu_status
run_once(watch *w, const run_changes *only, tracuu_error *err)
{
    tracuu_summary *sum = NULL;
    tracuu_error mine = {TRACUU_OK, ""};
    tracuu_status status;

    w->small = only != NULL;
    status = index_run(
        &sum, w->dir, w->paths, w->path_count, &w->options, only, &mine);
    w->options.rebuild = w->options.retry_failed = false;
    if (status == TRACUU_OK || status == TRACUU_INPUT_FAILED) {
        w->tell(w->given->payload, sum, NULL);
        tracuu_summary_free(sum);
        return TRACUU_OK;
    }
    if (err)
        *err = mine;
    return status;
}

/* A run of the loop: what fails is told and tried again, over everything.
 * Who else writes the index will be done before long. */
static void
run_again(watch *w, const run_changes *only)
{
    tracuu_error err = {TRACUU_OK, ""};
    tracuu_status status = run_once(w, only, &err);

    if (status == TRACUU_OK || w->ended) {
        w->pause = AGAIN;
        return;
    }
    w->due = frame_now() + w->pause;
    if (status == TRACUU_INDEX_LOCKED)
        return;
    w->pause = w->pause * 2 < AGAIN_MAX ? w->pause * 2 : AGAIN_MAX;
    w->tell(w->given->payload, NULL, &err);
}

/* Gives the tree its roots anew: folders may have come and gone. */
static void
watch_roots(watch *w)
{
    const scan_options nothing = {
        .rules = &w->rules, .only = w->paths, .only_count = 0};
    char real[PATH_MAX];
    tracuu_error err = {TRACUU_OK, ""};
    tracuu_status status;

    tree_release(&w->tree);
    arena_release(&w->arena);
    status = rules_read(&w->rules, &w->arena, w->given, &err);
    if (status == TRACUU_OK)
        status = scan_paths(
            &w->scan, &w->arena, w->paths, w->path_count, &nothing, &err);
    if (status == TRACUU_OK)
        status = tree_open(&w->tree, &w->scan, &w->rules,
            realpath(w->dir, real) ? arena_string(&w->arena, span_of(real))
                                   : NULL,
            &err);
    w->interval = status == TRACUU_OK
                      ? (w->given->rescan_minutes ? w->given->rescan_minutes
                                                  : RESCAN_MINUTES)
                      : BLIND_MINUTES;
    w->interval *= 60000;
    /* What is wrong with the paths the run will say. */
    if (status == TRACUU_IO)
        w->tell(w->given->payload, NULL, &err);
}

static void
run_over_all(watch *w)
{
    watch_roots(w);
    w->due = frame_now() + w->interval;
    run_again(w, NULL);
}

/* Waits until what has changed is quiet, but not for ever. */
static void
collect(watch *w)
{
    int64_t until = frame_now() + BATCH;

    tree_read(&w->tree);
    while (frame_now() < until && tree_wait(&w->tree, QUIET))
        tree_read(&w->tree);
}

static void
take_changes(watch *w)
{
    arena a = ARENA_INIT;
    run_changes some = {NULL, 0};

    collect(w);
    if (w->tree.all) {
        w->due = 0;
    } else if (tree_has_changes(&w->tree)) {
        some.count = tree_take(&w->tree, &a, &some.paths);
        run_again(w, &some);
    }
    arena_release(&a);
}

static void
follow(watch *w)
{
    const tracuu_progress waiting = {.stage = "wait"};

    while (go_on(w, &waiting)) {
        if (frame_now() >= w->due)
            run_over_all(w);
        else if (tree_wait(&w->tree, TICK))
            take_changes(w);
    }
}

static tracuu_status
check_paths(const watch *w, tracuu_error *err)
{
    for (size_t i = 0; i < w->path_count; i++) {
        if (!strcmp(w->paths[i], "-"))
            return fail(err, TRACUU_USAGE,
                "standard input cannot be watched; write it to a file");
    }
    if (w->given->dry_run)
        return fail(
            err, TRACUU_USAGE, "a dry run changes nothing, so it cannot watch");
    return TRACUU_OK;
}

tracuu_status
tracuu_index_watch(const char *dir, const char *const *paths, size_t path_count,
    const tracuu_index_options *options, tracuu_watch_report *tell,
    tracuu_error *err)
{
    watch w = {.dir = dir,
        .paths = paths,
        .path_count = path_count,
        .options = *options,
        .given = options,
        .tell = tell,
        .pause = AGAIN,
        .tree = {.handle = -1}};
    tracuu_status status = check_paths(&w, err);

    w.options.report = report;
    w.options.payload = &w;
    /* A folder in a root that is known to be the index is not watched. */
    if (status == TRACUU_OK)
        status = file_make_folder(dir, err);
    if (status == TRACUU_OK) {
        watch_roots(&w);
        w.due = frame_now() + w.interval;
        status = run_once(&w, NULL, err);
    }
    if (status == TRACUU_OK)
        follow(&w);
    tree_release(&w.tree);
    arena_release(&w.arena);
    return status;
}
