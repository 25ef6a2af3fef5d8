/* record: any bytes as a stored record and as a forward form.
 */
#include <stdint.h>

#include "common/base/arena.h"
#include "common/document/forward.h"
#include "common/document/packed.h"
#include "common/document/record.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    arena a = ARENA_INIT;
    span bytes = {(const char *)data, size};
    record r;
    forward f;
    packed p;

    record_decode(&a, bytes, &r);
    forward_decode(&a, bytes, &f);
    packed_decode(&a, bytes, bytes, &p);
    arena_release(&a);
    return 0;
}
