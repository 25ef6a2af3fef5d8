/* tracuu/types.h: the plain data that every part of the interface shares. */
#ifndef TRACUU_TYPES_H
#define TRACUU_TYPES_H

#include <stddef.h>
#include <stdint.h>

/* A piece of UTF-8 text that belongs to somebody else; not NUL-terminated
 * unless the function that gives it says so.  {NULL, 0} is the empty span. */
typedef struct tracuu_span {
    const char *ptr;
    size_t len; /* bytes */
} tracuu_span;

/* A range of bytes [start, end) in a text that the context names. */
typedef struct tracuu_range {
    size_t start;
    size_t end;
} tracuu_range;

#endif
