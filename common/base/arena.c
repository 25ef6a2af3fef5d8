#include "common/base/arena.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include "common/base/memory.h"

enum {
    BLOCK_SIZE = 32 * 1024 - 64,
    BLOCK_MAX = 1024 * 1024 - 64, /* blocks grow with what is in use */
    ALIGNMENT = 16
};

struct arena_block {
    struct arena_block *next;
    size_t size;
    size_t used;
    size_t padding; /* keeps data[] aligned */
    char data[];
};

void
arena_release(arena *a)
{
    struct arena_block *block = a->block;

    while (block) {
        struct arena_block *next = block->next;

        free(block);
        block = next;
    }
    *a = (arena)ARENA_INIT;
}

void
arena_reset(arena *a)
{
    struct arena_block *keep = a->block;

    if (!keep)
        return;
    a->block = keep->next;
    keep->next = NULL;
    keep->used = 0;
    arena_release(a);
    a->block = keep;
}

/* Few large blocks: many small ones would be given back to the system one by
 * one, which costs a quarter of a query's time. */
static size_t
block_size(const arena *a, size_t need)
{
    size_t size = a->used > BLOCK_SIZE ? a->used : BLOCK_SIZE;

    if (size > BLOCK_MAX)
        size = BLOCK_MAX;
    return need > size ? need : size;
}

static struct arena_block *
add_block(arena *a, size_t need)
{
    size_t size = block_size(a, need);
    struct arena_block *block = memory_take(sizeof *block + size);

    block->next = a->block;
    block->size = size;
    block->used = 0;
    a->block = block;
    return block;
}

static size_t
round_up(size_t size)
{
    return (size + ALIGNMENT - 1) & ~(size_t)(ALIGNMENT - 1);
}

void *
arena_raw(arena *a, size_t size)
{
    struct arena_block *block = a->block;
    size_t rounded = round_up(size);
    char *given;

    if (!block || block->size - block->used < rounded)
        block = add_block(a, rounded);
    given = block->data + block->used;
    block->used += rounded;
    a->used += rounded;
    return given;
}

void *
arena_take(arena *a, size_t size)
{
    return memset(arena_raw(a, size), 0, size);
}

void *
arena_resize(arena *a, void *given, size_t size, size_t wanted)
{
    struct arena_block *block = a->block;
    size_t old = round_up(size), new = round_up(wanted);
    void *copy;

    if (given && (char *)given + old == block->data + block->used &&
        (new <= old || block->size - block->used >= new - old)) {
        block->used += new - old;
        a->used += new - old;
        return given;
    }
    copy = arena_raw(a, wanted);
    if (given)
        memcpy(copy, given, size < wanted ? size : wanted);
    return copy;
}

void *
arena_array(arena *a, size_t count, size_t size)
{
    if (size && count > SIZE_MAX / 2 / size)
        return arena_take(a, SIZE_MAX / 4);
    return arena_take(a, count * size);
}

span
arena_copy(arena *a, span s)
{
    char *copy = arena_raw(a, s.len + 1);

    if (s.len)
        memcpy(copy, s.ptr, s.len);
    copy[s.len] = '\0';
    return (span){copy, s.len};
}

const char *
arena_string(arena *a, span s)
{
    return arena_copy(a, s).ptr;
}

span
arena_print(arena *a, const char *format, ...)
{
    va_list list, again;
    char *text;
    int length;

    va_start(list, format);
    va_copy(again, list);
    length = vsnprintf(NULL, 0, format, list);
    va_end(list);
    text = arena_take(a, (size_t)(length < 0 ? 0 : length) + 1);
    if (length > 0)
        vsnprintf(text, (size_t)length + 1, format, again);
    va_end(again);
    return (span){text, (size_t)(length < 0 ? 0 : length)};
}
