#include "indexer/build-chunk.h"

#include <stdlib.h>

#include "common/base/memory.h"

chunk *
chunk_new(size_t number)
{
    chunk *c = memory_take_zero(1, sizeof *c);

    c->number = number;
    return c;
}

void
chunk_release_job(job *j)
{
    document_release(&j->document);
    arena_release(&j->arena);
    memset(&j->record, 0, sizeof j->record);
    j->stored = false;
}

void
chunk_free(chunk *c)
{
    if (!c)
        return;
    for (size_t i = 0; i < c->count; i++) {
        chunk_release_job(&c->jobs[i]);
        input_free(c->jobs[i].in);
    }
    free(c->jobs);
    free(c);
}

void
chunk_add(chunk *c, input *in, size_t order)
{
    c->jobs = memory_grow(c->jobs, &c->room, c->count + 1, sizeof *c->jobs);
    c->jobs[c->count] = (job){.in = in, .order = order};
    c->jobs[c->count++].fate = in->known  ? TRACUU_CHANGED
                               : in->from ? TRACUU_MOVED
                                          : TRACUU_ADDED;
    c->bytes += in->bytes.len;
}

bool
chunk_is_full(const chunk *c)
{
    return c->bytes >= CHUNK_BYTES || c->count >= CHUNK_INPUTS;
}

void
chunk_count(chunk *c)
{
    for (size_t i = 0; i < c->count; i++) {
        c->passages += c->jobs[i].document.passage_count;
        c->mentions += c->jobs[i].document.mention_count;
        c->cut += c->jobs[i].document.mentions_cut;
        for (int e = 0; e < ENCODING_COUNT; e++)
            c->encodings[e] += c->jobs[i].document.encodings >> e & 1;
    }
}
