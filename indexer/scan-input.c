#include "indexer/scan-input.h"

#include <stdlib.h>

#include "common/base/memory.h"

enum { ID_MAX = 4096 };

input *
input_new(void)
{
    return memory_take_zero(1, sizeof(input));
}

void
input_free(input *in)
{
    if (!in)
        return;
    arena_release(&in->arena);
    strbuf_release(&in->file);
    json_decref(in->record);
    free(in);
}

bool
input_is_id(span id)
{
    if (!id.len || id.len > ID_MAX)
        return false;
    for (size_t i = 0; i < id.len; i++) {
        if ((unsigned char)id.ptr[i] < 0x20 || id.ptr[i] == 0x7F)
            return false;
    }
    return true;
}
