/* lines: any bytes as a line of JSON Lines.
 */
#include <stdint.h>

#include "indexer/scan-jsonl.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    input *in = input_new();

    jsonl_parse(in, (span){(const char *)data, size}, NULL);
    input_free(in);
    return 0;
}
