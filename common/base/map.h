/* map: from texts to numbers.
 *
 *     map names = MAP_INIT;
 *     size_t *place = map_put(&names, name, &is_new);
 *
 * Open addressing; the map keeps the spans, not their bytes, which must live
 * as long.  Looking up and adding is O(1) in the mean.
 */
#ifndef BASE_MAP_H
#define BASE_MAP_H

#include <stdint.h>

#include "common/base/span.h"

typedef struct map_slot {
    uint64_t hash;
    span name; /* ptr == NULL: free */
    size_t value;
} map_slot;

typedef struct map {
    map_slot *slots;
    size_t room; /* a power of two, or 0 */
    size_t count;
} map;

#define MAP_INIT                                                               \
    {                                                                          \
        NULL, 0, 0                                                             \
    }

void map_release(map *m);

/* Empties the map and keeps its room. */
void map_clear(map *m);

/* The number of `name`, NULL if it has none. */
size_t *map_find(const map *m, span name);

/* The number of `name`, which is 0 and `*is_new` true if it was not there.
 * The place is valid until the next call. */
size_t *map_put(map *m, span name, bool *is_new);

#endif
