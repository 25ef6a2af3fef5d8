/* index: one run, from paths to a published index.
 *
 *     scan -> intake -> [extract -> structure -> metadata -> references ->
 *     passages -> terms, by the crew] -> build or update -> links -> publish
 */
#include "indexer/index.h"

#include "common/base/fail.h"
#include "common/base/hash.h"
#include "common/document/timeline.h"
#include "indexer/build.h"
#include "indexer/metadata.h"
#include "indexer/passages.h"
#include "indexer/references.h"
#include "indexer/structure.h"

static tracuu_status
describe(document *d, const input *in)
{
    document_init(d);
    d->id = in->id;
    d->path = in->path;
    d->url = in->url;
    d->title = in->title;
    d->stated = in->stated;
    d->labels = in->labels;
    d->label_count = in->label_count;
    d->pages = in->pages;
    d->page_count = in->page_count;
    d->ocr = in->ocr;
    document_set_text(d, in->bytes);
    if (in->encoding != ENCODING_UTF8)
        d->encoding = in->encoding;
    d->encodings |= in->encodings;
    structure_read(d);
    metadata_read(d);
    references_read(d);
    passages_cut(d);
    return d->passage_count ? TRACUU_OK : TRACUU_INPUT_SKIPPED;
}

/* Whoever may see a document with a mark needs a label of their own: that of
 * its folder does not do. */
static void
label_secret(document *d, bool by_folder)
{
    span *labels = arena_array(&d->arena, d->label_count + 1, sizeof *labels);

    d->label_count = by_folder ? 0 : d->label_count;
    for (size_t i = 0; i < d->label_count; i++) {
        labels[i] = d->labels[i];
        if (span_equal(labels[i], SPAN("secret")))
            return;
    }
    labels[d->label_count++] = SPAN("secret");
    d->labels = labels;
}

/* Hash of the folded words: equal for copies that only look different. */
static span
fingerprint(arena *a, const document *d)
{
    uint64_t hash = HASH_START;

    for (size_t i = 0; i < d->tokens.count; i++)
        hash = hash_add(hash_add(hash, token_folded(&d->tokens, i)), SPAN(" "));
    return arena_print(a, "%016llx", (unsigned long long)hash);
}

static tracuu_status
analyse(const run *r, extractor *e, job *j)
{
    document *d = &j->document;
    tracuu_status status = extract_text(e, j->in, &j->err);

    if (status != TRACUU_OK)
        return status;
    if (describe(d, j->in) != TRACUU_OK)
        return fail(&j->err, TRACUU_INPUT_SKIPPED, "empty: it has no words");
    if (d->unreadable)
        return fail(&j->err, TRACUU_INPUT_FAILED,
            "not text in an encoding that is known");
    if (d->meta.secrecy.len && !r->options.include_secret)
        return fail(&j->err, TRACUU_INPUT_SKIPPED,
            INTAKE_SECRET ": %.*s (--include-secret takes it)",
            SPAN_PRINT(d->meta.secrecy));
    if (d->meta.secrecy.len)
        label_secret(d, j->in->given_labels);
    j->record = record_of(&j->arena, d);
    j->record.timeline = timeline_of(&j->arena, &j->record, NULL, 0, r->today);
    j->in->stamp.encodings = d->encodings;
    j->record.stamp = stamp_print(&j->arena, &j->in->stamp);
    j->record.fingerprint = fingerprint(&j->arena, d);
    j->stored = true;
    return TRACUU_OK;
}

/* The work of the crew. */
static void
work_on(void *payload, unsigned worker, void *item)
{
    run *r = payload;
    chunk *c = item;

    for (size_t i = 0; i < c->count; i++) {
        job *j = &c->jobs[i];
        tracuu_status status;

        if (atomic_load(&r->abandoned))
            return;
        status = analyse(r, r->extractors[worker], j);
        if (status != TRACUU_OK) {
            j->fate =
                status == TRACUU_INPUT_SKIPPED ? TRACUU_SKIPPED : TRACUU_FAILED;
            chunk_release_job(j);
        }
    }
    chunk_count(c);
    if (!r->scratch)
        return;
    c->status = build_chunk(r->scratch, c, &c->err);
    for (size_t i = 0; i < c->count; i++)
        chunk_release_job(&c->jobs[i]);
}

tracuu_status
index_run(tracuu_summary **out, const char *dir, const char *const *paths,
    size_t path_count, const tracuu_index_options *options,
    const run_changes *only, tracuu_error *err)
{
    run r;
    tracuu_status status =
        run_open(&r, dir, paths, path_count, options, only, err);

    *out = NULL;
    if (status == TRACUU_OK)
        status = run_read(&r, work_on, err);
    if (status == TRACUU_OK)
        status = run_finish(&r, err);
    if (status == TRACUU_OK) {
        *out = run_summary(&r);
        if ((*out)->count[TRACUU_FAILED])
            status = fail(err, TRACUU_INPUT_FAILED, "%zu inputs failed",
                (*out)->count[TRACUU_FAILED]);
    }
    run_close(&r);
    return status;
}

tracuu_status
tracuu_index_run(tracuu_summary **out, const char *dir,
    const char *const *paths, size_t path_count,
    const tracuu_index_options *options, tracuu_error *err)
{
    return index_run(out, dir, paths, path_count, options, NULL, err);
}
