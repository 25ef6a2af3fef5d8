/* memory: allocation that does not fail half-way.
 *
 * Everything whose size comes from input is bounded before it is allocated
 * (see the limits in the headers that read foreign bytes), so that running
 * out here means that the machine itself has nothing left.  Then the process
 * ends with one line and exit code 5; committed data are safe, since an index
 * is only ever changed by a commit.  This keeps a failure path out of every
 * line that appends to a list.
 */
#ifndef BASE_MEMORY_H
#define BASE_MEMORY_H

#include <stddef.h>

/* `size` bytes, not initialised; the caller frees them with free(). */
void *memory_take(size_t size);

/* `count` objects of `size` bytes, all zero; overflow is checked. */
void *memory_take_zero(size_t count, size_t size);

/* As realloc for `count` objects of `size` bytes; overflow is checked. */
void *memory_resize(void *old, size_t count, size_t size);

/* Doubles the room of an array until `need` objects fit and returns its new
 * place.  `room` is updated.  Amortised O(1) for each object appended. */
void *memory_grow(void *old, size_t *room, size_t need, size_t size);

#endif
