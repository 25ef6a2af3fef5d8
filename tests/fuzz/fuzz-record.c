/* Decodes any bytes as a record, and what came out must survive a second
 * round.  Built with -fsanitize=fuzzer,address. */
#include "common/document/record.h"

#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    arena a = ARENA_INIT;
    strbuf again = STRBUF_INIT;
    record first, second;

    if (record_decode(&a, (span){(const char *)data, size}, &first)) {
        record_encode(&again, &first);
        if (!record_decode(&a, strbuf_span(&again), &second) ||
            first.mention_count != second.mention_count)
            abort();
    }
    strbuf_release(&again);
    arena_release(&a);
    return 0;
}
