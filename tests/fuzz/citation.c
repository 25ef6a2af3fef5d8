/* citation: citations and references in any bytes, as a text and as a query.
 */
#include <stdint.h>
#include <stdlib.h>

#include "indexer/references.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    document d;
    citation c;

    document_init(&d);
    document_set_text(&d, (span){(const char *)data, size});
    references_read(&d);
    for (size_t i = 0; i < d.mention_count; i++) {
        const mention *m = &d.mentions[i];

        if (m->cite.start >= m->cite.end || m->cite.end > d.text.len ||
            m->cite.last > d.tokens.count || m->head >= (int)i + 1000000)
            abort();
    }
    citation_read_query(&d.arena, &d.tokens, NULL, &c);
    document_release(&d);
    return 0;
}
