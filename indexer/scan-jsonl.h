/* jsonl: JSON Lines, one document a line.
 *
 * {"id","title","text"} and optionally number, kind, issuer, date, status,
 * part_of, article, url, labels; other fields are ignored.  A line that cannot
 * be used is reported with its number and the rest goes on.  Only one line is
 * in memory at a time, and never more than INPUT_MAX bytes of it.
 */
#ifndef INDEXER_JSONL_H
#define INDEXER_JSONL_H

#include <stdio.h>

#include "indexer/scan-input.h"

typedef struct jsonl {
    FILE *file; /* the caller's */
    strbuf buffer;
    size_t at; /* bytes of the buffer that are used up */
    bool ended;
    size_t line;    /* number of the line that was read last, from 1 */
    uint64_t taken; /* bytes of the lines behind */
} jsonl;

typedef enum jsonl_result {
    JSONL_RECORD,
    JSONL_BAD,   /* this line cannot be used; `err` says why */
    JSONL_END,   /* no more lines */
    JSONL_BROKEN /* reading failed; `err` says why */
} jsonl_result;

void jsonl_init(jsonl *j, FILE *file);
void jsonl_release(jsonl *j);

/* The next record into the empty input `out`.  Blank lines are passed over. */
jsonl_result jsonl_next(jsonl *j, input *out, tracuu_error *err);

/* Reads one line; TRACUU_INPUT_FAILED says why it is no record.  The stamp's
 * hash is that of the line. */
tracuu_status jsonl_parse(input *out, span line, tracuu_error *err);

#endif
