/* tracuu_verify: every block, every record, and that both databases agree. */
#include "common/base/fail.h"
#include "common/base/map.h"
#include "common/document/fields.h"
#include "searcher/lookup.h"

typedef struct check {
    tracuu_reader *reader;
    size_t passages; /* that the records speak of */
    map unfinished;  /* ids of an update that was killed between its commits */
    tracuu_status status;
    tracuu_error *err;
} check;

static bool
count_entry(void *payload, uint32_t entry)
{
    (void)entry;
    ++*(uint32_t *)payload;
    return true;
}

static uint32_t
passages_of(check *c, arena *a, span id)
{
    uint32_t count = 0;

    store_walk_entries(c->reader->passages, field_term(a, "XD", id),
        count_entry, &count, NULL);
    return count;
}

static bool
visit_document(void *payload, uint32_t entry)
{
    check *c = payload;
    arena scratch = ARENA_INIT;
    uint32_t there;
    record r;

    c->status =
        lookup_record(c->reader, &scratch, entry, RECORD_WHOLE, &r, c->err);
    if (c->status == TRACUU_OK) {
        there = passages_of(c, &scratch, r.id);
        c->passages += there;
        if (there != r.passage_count && !map_find(&c->unfinished, r.id))
            c->status = fail(c->err, TRACUU_INDEX_DAMAGED,
                "'%.*s' has %zu passages in its record and %u in the index; "
                "rebuild it with tracuu-index --rebuild",
                SPAN_PRINT(r.id), r.passage_count, (unsigned)there);
    }
    arena_release(&scratch);
    return c->status == TRACUU_OK;
}

/* The last batch of an update, see fields.h: its number and its ids. */
static tracuu_status
read_batch(
    store_reader *store, arena *a, span *number, span *ids, tracuu_error *err)
{
    tracuu_status status =
        store_metadata(store, a, SPAN("tracuu.batch"), ids, err);

    *number = (span){NULL, 0};
    if (status == TRACUU_OK)
        span_next_line(ids, number);
    return status;
}

/* An update that was killed between its commits is not damage: the next run
 * finishes it.  Counts the passages of documents that are not there yet. */
static tracuu_status
take_unfinished(check *c, arena *a)
{
    span newer, older, ids, ignored, id;
    bool is_new;
    tracuu_status status =
        read_batch(c->reader->passages, a, &newer, &ids, c->err);

    if (status == TRACUU_OK)
        status = read_batch(c->reader->documents, a, &older, &ignored, c->err);
    if (status != TRACUU_OK || span_equal(newer, older))
        return status;
    while (span_next_line(&ids, &id)) {
        map_put(&c->unfinished, id, &is_new);
        if (is_new &&
            !store_frequency(c->reader->documents, field_term(a, "Q", id)))
            c->passages += passages_of(c, a, id);
    }
    return TRACUU_OK;
}

static tracuu_status
check_agreement(tracuu_reader *reader, tracuu_error *err)
{
    check c = {.reader = reader, .err = err};
    arena scratch = ARENA_INIT;
    uint32_t entries = 0;
    tracuu_status status = take_unfinished(&c, &scratch);

    if (status == TRACUU_OK)
        status = store_walk_entries(
            reader->documents, (span){NULL, 0}, visit_document, &c, err);
    map_release(&c.unfinished);
    arena_release(&scratch);
    if (status == TRACUU_OK)
        status = c.status;
    if (status == TRACUU_OK)
        status = store_entries(reader->passages, &entries, err);
    if (status == TRACUU_OK && entries != c.passages)
        status = fail(err, TRACUU_INDEX_DAMAGED,
            "'%s' has %u passages, %zu of them of a document; rebuild it with "
            "tracuu-index --rebuild",
            reader->dir, (unsigned)entries, c.passages);
    return status;
}

tracuu_status
tracuu_verify(const char *dir, tracuu_error *err)
{
    arena scratch = ARENA_INIT;
    tracuu_reader *reader = NULL;
    generation now;
    tracuu_status status = generation_current(&now, &scratch, dir, err);

    if (status == TRACUU_OK)
        status = store_check(now.passages, err);
    if (status == TRACUU_OK)
        status = store_check(now.documents, err);
    if (status == TRACUU_OK)
        status = tracuu_open(&reader, dir, NULL, err);
    if (status == TRACUU_OK)
        status = check_agreement(reader, err);
    tracuu_reader_free(reader);
    arena_release(&scratch);
    return status;
}
