/* legacy: any bytes through the detection and every decoder.
 */
#include <stdint.h>
#include <stdlib.h>

#include "common/text/legacy.h"
#include "common/text/utf8.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    span bytes = {(const char *)data, size};
    encoding found = legacy_detect(bytes);
    strbuf out = STRBUF_INIT;

    if (!encoding_name(found))
        abort();
    for (int from = ENCODING_UTF8; from <= ENCODING_UNKNOWN; from++) {
        strbuf_clear(&out);
        legacy_decode(&out, bytes, (encoding)from);
        if (!utf8_is_valid(strbuf_span(&out)))
            abort();
    }
    strbuf_release(&out);
    return 0;
}
