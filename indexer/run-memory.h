/* memory: what a run notes beside the documents, in the metadata.
 *
 * Inputs that failed or were skipped (failure.h), and where moved files stood
 * before, so that an old path still leads to its document.
 */
#ifndef INDEXER_MEMORY_H
#define INDEXER_MEMORY_H

#include "indexer/run.h"

enum { MEMORY_PLACES = 20 /* former places of one document */ };

/* Remembers why the input is not in the index. */
tracuu_status memory_note(run *r, span id, const stamp *s, tracuu_fate fate,
    span reason, tracuu_error *err);

/* Forgets what no run says any more. */
tracuu_status memory_forget_mended(run *r, tracuu_error *err);

/* The document `from` is now `to`. */
tracuu_status memory_move(run *r, span from, span to, tracuu_error *err);

/* The document is gone, and with it the places where it was. */
tracuu_status memory_forget(run *r, span id, tracuu_error *err);

/* Before a rebuild: takes over where files stood from the index that is there,
 * as far as it can be read. */
void memory_take_over(run *r);

#endif
