#include "indexer/run.h"

#include <stdlib.h>
#include <unistd.h>

#include "common/base/fail.h"
#include "common/base/file.h"
#include "common/document/status.h"
#include "indexer/build.h"
#include "indexer/extract-frame.h"
#include "indexer/offers.h"
#include "indexer/run-memory.h"
#include "indexer/run-publish.h"
#include "indexer/run-schema.h"

enum { TAKE_MILLISECONDS = 100, REPORT_MILLISECONDS = 100, JOBS_MAX = 256 };

/* ---- progress ---- */

/* Tells the caller how far it is, ten times a second; false once the caller
 * wants to stop. */
static bool
tick(run *r, const char *stage)
{
    int64_t now = frame_now();

    if (!r->options.report || r->stopped)
        return !r->stopped;
    if (stage == r->progress.stage && now - r->reported < REPORT_MILLISECONDS)
        return true;
    r->reported = now;
    r->progress.stage = stage;
    r->progress.seconds = (double)(now - r->started) / 1000;
    r->progress.read = r->intake.behind + r->intake.lines.taken;
    r->stopped = !r->options.report(r->options.payload, &r->progress);
    return !r->stopped;
}

static tracuu_status
stopped(tracuu_error *err)
{
    return fail(err, TRACUU_INTERRUPTED,
        "stopped; what was not committed is not in the index");
}

/* ---- opening ---- */

static unsigned
processors(void)
{
    long count = sysconf(_SC_NPROCESSORS_ONLN);

    return count > 0 ? (unsigned)count : 1;
}

/* The generation to update, if there is one that may stay. */
static tracuu_status
open_current(run *r, tracuu_error *err)
{
    tracuu_status status;

    if (r->options.rebuild) {
        memory_take_over(r);
        return TRACUU_OK;
    }
    status = generation_current(&r->current, &r->arena, r->dir, err);
    if (status == TRACUU_INDEX_MISSING && !r->only)
        return TRACUU_OK;
    if (status == TRACUU_OK)
        status = store_reader_open(&r->old, r->current.documents, err);
    if (status == TRACUU_OK)
        status = schema_check(r->old, err);
    if (status == TRACUU_OK)
        status = schema_check_roots(r->old, &r->scan, err);
    if (status == TRACUU_OK)
        status = known_load(&r->known, r->old, err);
    if (status == TRACUU_OK)
        status = failures_load(&r->failures, r->old, err);
    if (status == TRACUU_OK && !r->options.dry_run)
        status = update_open(&r->update, &r->current, &r->known, r->today, err);
    return status;
}

static void
start_intake(run *r)
{
    const intake_options options = {r->options.retry_failed,
        r->options.include_secret, r->options.ocr, r->options.standard_input};

    intake_init(&r->intake, &r->scan, &r->known, &r->failures, &options);
    if (!r->scan.records)
        r->progress.documents_total = r->scan.files;
    r->progress.size = r->scan.bytes;
}

static tracuu_status
look_around(
    run *r, const char *const *paths, size_t path_count, tracuu_error *err)
{
    r->looking = (scan_options){.index = r->dir, .rules = &r->rules};
    if (r->only) {
        r->looking.only = r->only->paths;
        r->looking.only_count = r->only->count;
    }
    return scan_paths(&r->scan, &r->arena, paths, path_count, &r->looking, err);
}

tracuu_status
run_open(run *r, const char *dir, const char *const *paths, size_t path_count,
    const tracuu_index_options *options, const run_changes *only,
    tracuu_error *err)
{
    tracuu_status status;

    *r = (run){.dir = dir, .lock = -1, .started = frame_now(), .only = only};
    if (options)
        r->options = *options;
    r->today = status_day(r->options.today);
    r->summary = summary_new();
    if (r->options.list_all)
        summary_list_all(r->summary);
    r->jobs = r->options.jobs ? r->options.jobs : processors();
    if (r->jobs > JOBS_MAX)
        r->jobs = JOBS_MAX;
    if (!path_count)
        return fail(err, TRACUU_USAGE, "no path to index");
    if (!date_is_set(r->today))
        return fail(err, TRACUU_USAGE,
            "'%s' is no day; write it like 2026-01-15", r->options.today);
    tick(r, "scan");
    status = rules_read(&r->rules, &r->arena, &r->options, err);
    if (status == TRACUU_OK)
        status = look_around(r, paths, path_count, err);
    if (status == TRACUU_OK && !r->options.dry_run)
        status = generation_lock(&r->lock, dir, err);
    if (status == TRACUU_OK)
        status = open_current(r, err);
    if (status == TRACUU_OK && !r->current.number && !r->options.dry_run)
        status = generation_scratch(&r->scratch, &r->arena, dir, err);
    if (status == TRACUU_OK)
        start_intake(r);
    return status;
}

/* ---- reading ---- */

/* What was read and is of no use takes with it what the index had of it. */
static tracuu_status
consume_useless(run *r, job *j, tracuu_error *err)
{
    tracuu_status status = TRACUU_OK;

    if (j->in->from)
        j->in->from->moved = false;
    if (r->update.documents && j->in->known)
        status = update_remove(&r->update, j->in->id, err);
    if (status == TRACUU_OK)
        status = memory_note(
            r, j->in->id, &j->in->stamp, j->fate, span_of(j->err.message), err);
    return status;
}

static span
reason_of(const job *j)
{
    return j->fate == TRACUU_MOVED ? j->in->from->id : span_of(j->err.message);
}

static tracuu_status
consume_job(run *r, job *j, tracuu_error *err)
{
    tracuu_status status = TRACUU_OK;

    r->progress.documents++;
    summary_note(r->summary, j->order, j->fate, j->in->id, reason_of(j));
    if (j->fate == TRACUU_SKIPPED || j->fate == TRACUU_FAILED)
        return consume_useless(r, j, err);
    if (r->update.documents) {
        status = update_put(&r->update, j, err);
        if (status == TRACUU_OK && j->in->from)
            status = memory_move(r, j->in->from->id, j->in->id, err);
        if (status == TRACUU_OK && update_is_full(&r->update))
            status = update_commit(&r->update, err);
    }
    chunk_release_job(j);
    return status;
}

static tracuu_status
consume(run *r, chunk *c, tracuu_error *err)
{
    tracuu_status status = c->status;

    if (status != TRACUU_OK && err)
        *err = c->err;
    summary_face(r->summary)->passages += c->passages;
    summary_face(r->summary)->mentions += c->mentions;
    summary_face(r->summary)->cut += c->cut;
    summary_count_encodings(r->summary, c->encodings);
    for (size_t i = 0; i < c->count && status == TRACUU_OK; i++) {
        status = consume_job(r, &c->jobs[i], err);
        tick(r, "read");
    }
    chunk_free(c);
    return status;
}

/* Takes one chunk back from the crew, if it is ready soon. */
static tracuu_status
take_one(run *r, tracuu_error *err)
{
    chunk *c = crew_take(r->crew, TAKE_MILLISECONDS);
    tracuu_status status = c ? consume(r, c, err) : TRACUU_OK;

    if (status == TRACUU_OK && !tick(r, "read"))
        status = stopped(err);
    return status;
}

static tracuu_status
hand_in(run *r, tracuu_error *err)
{
    tracuu_status status = TRACUU_OK;

    while (status == TRACUU_OK && crew_is_full(r->crew))
        status = take_one(r, err);
    if (status == TRACUU_OK && r->filling) {
        crew_give(r->crew, r->filling);
        r->filling = NULL;
    }
    return status;
}

/* An input that need not be indexed. */
static tracuu_status
take_fate(run *r, size_t order, const intake_item *item, tracuu_error *err)
{
    r->progress.documents++;
    summary_note(r->summary, order, item->fate, item->id, item->reason);
    if (item->remember)
        return memory_note(
            r, item->id, &item->stamp, item->fate, item->reason, err);
    if (item->restamp && r->update.documents)
        return update_restamp(&r->update, item->id, &item->stamp, err);
    return TRACUU_OK;
}

static tracuu_status
take_item(run *r, const intake_item *item, tracuu_error *err)
{
    size_t order = r->inputs++;

    r->progress.current = item->id.ptr;
    summary_face(r->summary)->bytes += item->bytes;
    r->progress.bytes += item->bytes;
    if (!item->in)
        return take_fate(r, order, item, err);
    if (!r->filling)
        r->filling = chunk_new(r->chunks++);
    chunk_add(r->filling, item->in, order);
    return chunk_is_full(r->filling) ? hand_in(r, err) : TRACUU_OK;
}

static tracuu_status
start_crew(run *r, crew_work *work, tracuu_error *err)
{
    r->extractors = arena_array(&r->arena, r->jobs, sizeof *r->extractors);
    for (unsigned i = 0; i < r->jobs; i++)
        r->extractors[i] = extractor_new(r->options.extractor, r->options.ocr);
    r->crew = crew_new(r->jobs, work, r);
    return r->crew ? TRACUU_OK
                   : fail(err, TRACUU_NO_MEMORY, "cannot start a thread");
}

tracuu_status
run_read(run *r, crew_work *work, tracuu_error *err)
{
    tracuu_status status = start_crew(r, work, err);
    intake_item item;

    while (
        status == TRACUU_OK && intake_next(&r->intake, &item) != INTAKE_END) {
        status = take_item(r, &item, err);
        if (status == TRACUU_OK && !tick(r, "read"))
            status = stopped(err);
    }
    if (status == TRACUU_OK)
        status = hand_in(r, err);
    while (status == TRACUU_OK && crew_open(r->crew))
        status = take_one(r, err);
    return status;
}

/* ---- finishing ---- */

static tracuu_status
remove_vanished(run *r, tracuu_error *err)
{
    tracuu_status status = TRACUU_OK;

    for (size_t i = 0; i < r->known.count && status == TRACUU_OK; i++) {
        const known_document *d = &r->known.at[i];

        if (!intake_is_vanished(&r->intake, d))
            continue;
        if (!d->moved)
            summary_note(
                r->summary, r->inputs, TRACUU_REMOVED, d->id, (span){NULL, 0});
        if (r->update.documents)
            status = update_remove(&r->update, d->id, err);
        if (status == TRACUU_OK && !d->moved)
            status = memory_forget(r, d->id, err);
        if (status == TRACUU_OK && update_is_full(&r->update))
            status = update_commit(&r->update, err);
    }
    return status;
}

static bool
wait_for_merge(void *payload)
{
    return tick(payload, "merge");
}

static tracuu_status
finish_build(run *r, tracuu_error *err)
{
    generation next;
    tracuu_status status = generation_next(&next, &r->arena, r->dir, err);

    if (status == TRACUU_OK)
        status =
            build_merge(r->scratch, r->chunks, &next, wait_for_merge, r, err);
    if (status == TRACUU_OK && !tick(r, "link"))
        status = stopped(err);
    if (status == TRACUU_OK)
        status = publish_first(&next, &r->scan, &r->notes, r->today, err);
    if (status == TRACUU_OK && !tick(r, "commit"))
        status = stopped(err);
    if (status == TRACUU_OK)
        status = generation_publish(&next, r->dir, err);
    return status;
}

/* What is suggested for a beginning, if the index is no more what it was. */
static tracuu_status
renew_offers(update *u, tracuu_error *err)
{
    tracuu_status status;

    if (!offers_are_old(u->old))
        return TRACUU_OK;
    status = offers_write(u->documents, u->old, err);
    return status ? status : store_commit(u->documents, err);
}

static tracuu_status
finish_update(run *r, tracuu_error *err)
{
    tracuu_status status =
        schema_write_roots(r->update.documents, r->old, &r->scan, err);

    tick(r, "commit");
    if (status == TRACUU_OK)
        status = memory_forget_mended(r, err);
    if (status == TRACUU_OK)
        status = update_commit(&r->update, err);
    if (status == TRACUU_OK)
        status = renew_offers(&r->update, err);
    if (status == TRACUU_OK)
        status = publish_again(&r->update, &r->current, r->dir, err);
    return status;
}

tracuu_status
run_finish(run *r, tracuu_error *err)
{
    tracuu_status status = remove_vanished(r, err);

    if (status != TRACUU_OK || r->options.dry_run)
        return status;
    return r->scratch ? finish_build(r, err) : finish_update(r, err);
}

tracuu_summary *
run_summary(run *r)
{
    tracuu_summary *face = summary_finish(r->summary);

    face->seconds = (double)(frame_now() - r->started) / 1000;
    r->summary = NULL;
    return face;
}

void
run_close(run *r)
{
    tracuu_error ignored;

    atomic_store(&r->abandoned, true);
    while (r->crew && crew_open(r->crew))
        chunk_free(crew_take(r->crew, TAKE_MILLISECONDS));
    crew_free(r->crew);
    for (unsigned i = 0; r->extractors && i < r->jobs; i++)
        extractor_free(r->extractors[i]);
    chunk_free(r->filling);
    intake_release(&r->intake);
    update_close(&r->update);
    known_release(&r->known);
    store_reader_free(r->old);
    failures_release(&r->failures);
    strbuf_release(&r->notes);
    if (r->scratch)
        file_remove_tree(r->scratch, &ignored);
    summary_free(r->summary);
    if (r->lock >= 0)
        close(r->lock);
    arena_release(&r->arena);
}
