/* html: any bytes as an HTML file, and as a file in an old encoding.
 */
#include <stdint.h>

#include "common/text/legacy.h"
#include "indexer/extract-html.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

enum { LIMIT = 1 << 20 };

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    strbuf title = STRBUF_INIT, text = STRBUF_INIT, decoded = STRBUF_INIT;
    span bytes = {(const char *)data, size};
    encoding found = legacy_detect(bytes);

    extract_html(&title, &text, bytes, false, LIMIT);
    for (encoding e = ENCODING_UTF8; e <= ENCODING_UNKNOWN; e++) {
        strbuf_clear(&decoded);
        legacy_decode(&decoded, bytes, e);
        if (e == found)
            extract_html(&title, &text, strbuf_span(&decoded), true, LIMIT);
    }
    strbuf_release(&title);
    strbuf_release(&text);
    strbuf_release(&decoded);
    return 0;
}
