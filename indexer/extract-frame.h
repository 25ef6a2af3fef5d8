/* frame: what the indexer and tracuu-extract say to each other.
 *
 * The question is one frame, the bytes of a file.  The answer ends with the
 * text, with the reason why there is none, or, of an archive, with the end of
 * its members; what else there is comes before, and a frame without meaning
 * whenever a slow reader has made a step.  A frame is one letter, the length
 * in eight bytes (little-endian) and the bytes; numbers have eight bytes too.
 */
#ifndef INDEXER_FRAME_H
#define INDEXER_FRAME_H

#include <stdint.h>

#include "common/base/strbuf.h"

enum {
    /* questions */
    FRAME_DECODED = 'u', /* a page whose bytes are UTF-8 */
    FRAME_RAW = 'r',     /* a file */
    FRAME_OCR = 'o',     /* a file whose pictures may be read */
    FRAME_LIST = 'l',    /* an archive of files */
    /* answers */
    FRAME_ALIVE = 'a',
    FRAME_TITLE = 't',
    FRAME_PAGES = 'p', /* the byte of the text at which each begins */
    FRAME_ABOUT = 'i', /* encodings found, a bit set; read by OCR, 1 or 0 */
    FRAME_TEXT = 'x',
    FRAME_ERROR = 'e',
    FRAME_SKIPPED = 's',
    FRAME_NAME = 'n', /* of a member; FRAME_MEMBER or FRAME_ERROR follows */
    FRAME_MEMBER = 'm',
    FRAME_END = 'z'
};

enum { FRAME_HEAD = 9, FRAME_NUMBER = 8 };

void frame_add_number(strbuf *out, uint64_t n);

/* Number `i` of a frame of numbers, 0 if there are fewer. */
uint64_t frame_number(span numbers, size_t i);

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
