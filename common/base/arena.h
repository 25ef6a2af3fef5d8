/* arena: many small allocations that are freed together.
 *
 * One arena lives as long as one document, one query or one page of hits;
 * what it gives is never freed by itself.  Memory is aligned for any type.
 * See memory.h for what happens when the machine has none.
 */
#ifndef BASE_ARENA_H
#define BASE_ARENA_H

#include <stdarg.h>
#include <stddef.h>

#include "common/base/span.h"

typedef struct arena {
    struct arena_block *block; /* the newest, with links to the older ones */
    size_t used;               /* bytes given out, for limits and statistics */
} arena;

/* An empty arena is all zero. */
#define ARENA_INIT                                                             \
    {                                                                          \
        NULL, 0                                                                \
    }

/* Frees everything; the arena is then empty and can be used again. */
void arena_release(arena *a);

/* As arena_release, but keeps one block for the next round. */
void arena_reset(arena *a);

/* `size` bytes, zeroed. */
void *arena_take(arena *a, size_t size);

/* `size` bytes that are not zeroed: for what is written in full. */
void *arena_raw(arena *a, size_t size);

/* The piece `given` of `size` bytes, which may be NULL and 0, as one of
 * `wanted` bytes: where it stands if nothing was taken since and its block has
 * room, so that one array can grow and be cut to its length at the end; else a
 * copy.  What is added is not zeroed. */
void *arena_resize(arena *a, void *given, size_t size, size_t wanted);

/* `count` zeroed objects of `size` bytes; overflow is checked. */
void *arena_array(arena *a, size_t count, size_t size);

/* A copy of `s` with a NUL behind it, as a span and as a string. */
span arena_copy(arena *a, span s);
const char *arena_string(arena *a, span s);

/* Formatted text, NUL-terminated behind the span. */
span arena_print(arena *a, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

#endif
