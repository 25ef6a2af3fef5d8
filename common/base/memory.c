#include "common/base/memory.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

enum { EXIT_NO_MEMORY = 5 };

static _Noreturn void
out_of_memory(size_t size)
{
    fprintf(stderr, "tracuu: out of memory asking for %zu bytes\n", size);
    exit(EXIT_NO_MEMORY);
}

void *
memory_take(size_t size)
{
    void *p = malloc(size ? size : 1);

    if (!p)
        out_of_memory(size);
    return p;
}

void *
memory_take_zero(size_t count, size_t size)
{
    void *p = calloc(count ? count : 1, size ? size : 1);

    if (!p)
        out_of_memory(size);
    return p;
}

void *
memory_resize(void *old, size_t count, size_t size)
{
    void *p;

    if (size && count > SIZE_MAX / size)
        out_of_memory(SIZE_MAX);
    size *= count;
    p = realloc(old, size ? size : 1);
    if (!p)
        out_of_memory(size);
    return p;
}

void *
memory_grow(void *old, size_t *room, size_t need, size_t size)
{
    size_t wide = *room ? *room : 8;

    if (need <= *room)
        return old;
    while (wide < need)
        wide = wide > SIZE_MAX / 2 ? need : wide * 2;
    *room = wide;
    return memory_resize(old, wide, size);
}
