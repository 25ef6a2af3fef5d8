#include "searcher/rerank-exact.h"

/* Moves candidate `i`, whose score has fallen, behind those that are better;
 * all others are in order. */
static void
sink(candidate *at, size_t count, size_t i)
{
    candidate moved = at[i];

    for (; i + 1 < count && rerank_order(&at[i + 1], &moved) < 0; i++)
        at[i] = at[i + 1];
    at[i] = moved;
}

tracuu_status
exact_run(candidate *at, size_t count, arena *a, tracuu_reader *reader,
    ranker *r, const plan *p, tracuu_error *err)
{
    size_t left = p->units.word_count <= 2 ? EXACT_READ_SHORT
                  : p->units.roles.topic   ? EXACT_READ_TOPIC
                                           : EXACT_READ;
    size_t settled = 0;

    while (settled < count && settled < EXACT_SHOWN && left &&
           !reader_is_late(reader)) {
        tracuu_status status;

        if (at[settled].stored) {
            settled++;
            continue;
        }
        status = excerpt_read(&at[settled].stored, a, reader, at[settled].entry,
            at[settled].words, err);
        if (status)
            return status;
        rerank_exact(r, &at[settled], at[settled].stored);
        sink(at, count, settled);
        left--;
    }
    return TRACUU_OK;
}
