/* readers: open readers of the index, lent to who answers a request.
 *
 * A reader sees what its labels let it, for ever; so each is kept for the next
 * request with the same labels.  READERS_IDLE wait at the most, then the one
 * that waited longest is closed.  Safe from any thread.
 */
#ifndef SERVER_READERS_H
#define SERVER_READERS_H

#include <tracuu.h>

enum { READERS_IDLE = 64 };

typedef struct readers readers;

readers *readers_new(const char *dir, uint64_t deadline_us);
void readers_free(readers *r);

/* `labels` as in grant: sorted, with commas, "*" for everything. */
tracuu_status readers_take(
    tracuu_reader **out, readers *r, const char *labels, tracuu_error *err);

/* Gives it back; one that `failed` is closed. */
void readers_give(
    readers *r, tracuu_reader *reader, const char *labels, bool failed);

#endif
