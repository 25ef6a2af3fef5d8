/* stamp: by which an input is known again in the next run.
 *
 *     <hash of the bytes> <size> <time>[+<rules>[+<encodings>]] <root>
 *
 * in hexadecimal, kept in slot 21 of `documents`.  A file whose size and time
 * are as they were is not read again; one whose bytes are is not indexed
 * again.  Both only if the rules are the same: what the options of the run
 * say of its folder.  The encodings are those that parts of it were decoded
 * from; what is 0 at the end is left out.  The root says inside what the
 * document may vanish; records of standard input have none, and neither size
 * nor time.
 */
#ifndef DOCUMENT_STAMP_H
#define DOCUMENT_STAMP_H

#include <stdint.h>

#include "common/base/arena.h"

typedef struct stamp {
    uint64_t hash;
    uint64_t size;
    uint64_t time; /* nanoseconds; 0: look at it anew in any case */
    uint64_t rules;
    uint64_t encodings; /* bit set, of legacy.h */
    span root;
} stamp;

span stamp_print(arena *a, const stamp *s);

/* Reads it back, the root borrowed from `text`; false if it is none. */
bool stamp_parse(stamp *out, span text);

#endif
