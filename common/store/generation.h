/* generation: where the two databases of an index lie, and how a new pair
 * takes the place of the old one at once.
 *
 *     INDEX/current           symbolic link to gen-000007
 *     INDEX/gen-000007/passages, documents
 *     INDEX/building          scratch of a build; gone when it is done
 *     INDEX/lock              held by the one process that writes
 *
 * A full build writes a new generation and turns the link with one rename; a
 * reader has the old pair or the new one.  A scratch folder left behind by a
 * killed build is removed by the next one.
 */
#ifndef STORE_GENERATION_H
#define STORE_GENERATION_H

#include "common/base/arena.h"
#include <tracuu/error.h>

typedef struct generation {
    unsigned number;      /* 0: there is none yet */
    const char *passages; /* paths, in the arena */
    const char *documents;
    const char *folder;
} generation;

/* The current generation of the index at `dir`; TRACUU_INDEX_MISSING if there
 * is none. */
tracuu_status generation_current(
    generation *out, arena *a, const char *dir, tracuu_error *err);

/* Takes the writer's lock of the index at `dir`, creating the folder; `*fd`
 * keeps it until it is closed.  TRACUU_INDEX_LOCKED names who holds it. */
tracuu_status generation_lock(int *fd, const char *dir, tracuu_error *err);

/* Prepares an empty scratch folder INDEX/building (path into the arena). */
tracuu_status generation_scratch(
    const char **path, arena *a, const char *dir, tracuu_error *err);

/* The paths of the generation after the current one, folder created inside
 * the scratch folder; fill it, then publish. */
tracuu_status generation_next(
    generation *out, arena *a, const char *dir, tracuu_error *err);

/* Makes `next` the current one, synced to disk, and removes older ones and
 * the scratch folder. */
tracuu_status generation_publish(
    const generation *next, const char *dir, tracuu_error *err);

#endif
