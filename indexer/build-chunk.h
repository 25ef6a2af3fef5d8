/* chunk: some inputs in a row, and what became of each.
 *
 * The unit of work of the crew: about CHUNK_BYTES of text, which a worker
 * analyses as a whole, and one small database when an index is built.  The
 * chunks are cut by the order of the input, so that the same input gives the
 * same index, whatever the number of threads.
 */
#ifndef INDEXER_CHUNK_H
#define INDEXER_CHUNK_H

#include "common/document/record.h"
#include "indexer/scan-input.h"

enum {
    CHUNK_BYTES = 600000, /* one flush in the cache of a busy processor */
    CHUNK_INPUTS = 4000
};

typedef struct job {
    input *in;
    size_t order; /* place in the input of the whole run */
    tracuu_fate fate;
    tracuu_error err; /* why it was skipped or failed */
    bool stored;      /* document and record are there */
    document document;
    arena arena; /* of the record */
    record record;
} job;

typedef struct chunk {
    size_t number; /* from 0 */
    job *jobs;
    size_t count, room;
    uint64_t bytes;                   /* of the inputs */
    size_t passages, mentions;        /* of the documents stored */
    size_t cut;                       /* of them that have more mentions */
    size_t encodings[ENCODING_COUNT]; /* documents by what they were in */
    tracuu_status status;             /* of the work on all of it */
    tracuu_error err;
} chunk;

chunk *chunk_new(size_t number);
void chunk_free(chunk *c); /* with its inputs; NULL is fine */

/* Takes the input over. */
void chunk_add(chunk *c, input *in, size_t order);
bool chunk_is_full(const chunk *c);

/* Counts passages, mentions and encodings. */
void chunk_count(chunk *c);

/* Frees what the analysis of one job made, when it has been written. */
void chunk_release_job(job *j);

#endif
