/* frame: what the indexer and tracuu-extract say to each other.
 *
 * The question is one frame, the bytes of a file; the answer two, the title
 * and the text, or one, the reason why there is none.  A frame is one letter,
 * the length in eight bytes (little-endian) and the bytes.
 */
#ifndef INDEXER_FRAME_H
#define INDEXER_FRAME_H

#include <stdint.h>

#include "common/base/strbuf.h"

enum {
    FRAME_DECODED = 'u', /* a question whose bytes are UTF-8 */
    FRAME_RAW = 'r',     /* a question whose bytes the file itself explains */
    FRAME_TITLE = 't',
    FRAME_TEXT = 'x',
    FRAME_ERROR = 'e'
};

enum { FRAME_HEAD = 9 };

/* The length that a head states. */
uint64_t frame_length(const char head[FRAME_HEAD]);

/* Writes a whole frame to the socket `fd`, reads exactly `length` bytes from
 * it; false if it is closed or fails (no SIGPIPE is raised).  Reading waits
 * until `deadline` (milliseconds of the monotonic clock; 0: as long as it
 * takes). */
bool frame_write(int fd, char letter, span bytes);
bool frame_read(int fd, char *out, size_t length, int64_t deadline);

/* Milliseconds of the monotonic clock. */
int64_t frame_now(void);

#endif
