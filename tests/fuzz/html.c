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
    strbuf title = STRBUF_INIT, text = STRBUF_INIT;
    span bytes = {(const char *)data, size};
    arena a = ARENA_INIT;

    extract_html(&title, &text, bytes, false, LIMIT);
    extract_html(&title, &text, legacy_read(&a, bytes).text, true, LIMIT);
    strbuf_release(&title);
    strbuf_release(&text);
    arena_release(&a);
    return 0;
}
