/* tracuu_verify: every block, every record, and that both databases agree. */
#include "common/base/fail.h"
#include "common/document/fields.h"
#include "searcher/lookup.h"

typedef struct check {
    tracuu_reader *reader;
    size_t passages; /* that the records speak of */
    tracuu_status status;
    tracuu_error *err;
} check;

static bool
visit_document(void *payload, uint32_t entry)
{
    check *c = payload;
    arena scratch = ARENA_INIT;
    uint32_t there;
    record r;

    c->status = lookup_record(c->reader, &scratch, entry, &r, c->err);
    if (c->status == TRACUU_OK) {
        there = store_frequency(
            c->reader->passages, field_term(&scratch, "XD", r.id));
        c->passages += there;
        if (there != r.passage_count)
            c->status = fail(c->err, TRACUU_INDEX_DAMAGED,
                "'%.*s' has %zu passages in its record and %u in the index; "
                "rebuild it with tracuu-index --rebuild",
                SPAN_PRINT(r.id), r.passage_count, (unsigned)there);
    }
    arena_release(&scratch);
    return c->status == TRACUU_OK;
}

static tracuu_status
check_agreement(tracuu_reader *reader, tracuu_error *err)
{
    check c = {.reader = reader, .err = err};
    uint32_t entries = 0;
    double mean;
    tracuu_status status;

    status = store_walk_entries(
        reader->documents, (span){NULL, 0}, visit_document, &c, err);
    if (status == TRACUU_OK)
        status = c.status;
    if (status == TRACUU_OK)
        status = store_statistics(reader->passages, &entries, &mean, err);
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
