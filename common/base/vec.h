/* vec: a growing array of any type.
 *
 *     VEC(span) lines = VEC_INIT;
 *     vec_push(&lines, line);
 *     for (size_t i = 0; i < lines.count; i++) use(lines.at[i]);
 *     vec_release(&lines);
 *
 * Pushing is amortised O(1) and may move the array: keep indexes, not
 * pointers, while it grows.
 */
#ifndef BASE_VEC_H
#define BASE_VEC_H

#include <stdlib.h>

#include "common/base/memory.h"

#define VEC(type)                                                              \
    struct {                                                                   \
        type *at;                                                              \
        size_t count;                                                          \
        size_t room;                                                           \
    }

#define VEC_INIT                                                               \
    {                                                                          \
        NULL, 0, 0                                                             \
    }

#define vec_push(v, ...)                                                       \
    ((v)->at =                                                                 \
            memory_grow((v)->at, &(v)->room, (v)->count + 1, sizeof *(v)->at), \
        (v)->at[(v)->count++] = (__VA_ARGS__))

#define vec_release(v)                                                         \
    (free((v)->at), (v)->at = NULL, (v)->count = (v)->room = 0)

#endif
