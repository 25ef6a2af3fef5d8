/* legacy: any bytes through the blocks and every decoder.
 */
#include <stdint.h>
#include <stdlib.h>

#include "common/text/legacy.h"
#include "common/text/utf8.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void
check_read(span bytes)
{
    arena a = ARENA_INIT;
    legacy_text got = legacy_read(&a, bytes), again;
    size_t before = 0;

    if (!encoding_name(got.encoding) || !utf8_is_valid(got.text))
        abort();
    for (size_t at = 0; at <= got.text.len && !(got.found >> ENCODING_UTF16LE);
         at++) {
        size_t source = offset_map_source(&got.map, at);

        if (source < before || source > bytes.len)
            abort();
        before = source;
    }
    again = legacy_read(&a, got.text);
    if (!utf8_is_valid(again.text))
        abort();
    arena_release(&a);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    span bytes = {(const char *)data, size};
    strbuf out = STRBUF_INIT;

    check_read(bytes);
    for (int from = ENCODING_UTF8; from < ENCODING_COUNT; from++) {
        strbuf_clear(&out);
        legacy_decode(&out, bytes, (encoding)from);
        if (!utf8_is_valid(strbuf_span(&out)))
            abort();
    }
    strbuf_release(&out);
    return 0;
}
