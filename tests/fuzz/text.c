/* text: any bytes through the normal form and the tokenizer.
 */
#include <stdint.h>
#include <stdlib.h>

#include "common/base/arena.h"
#include "common/text/normalize.h"
#include "common/text/token.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void
check_tokens(const token_list *tokens)
{
    size_t end = 0;

    for (size_t i = 0; i < tokens->count; i++) {
        const token *t = &tokens->at[i];

        if (t->start < end || t->end <= t->start || t->end > tokens->text.len)
            abort();
        end = t->end;
    }
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    arena a = ARENA_INIT;
    clean_text clean = normalize_clean(&a, (span){(const char *)data, size});
    clean_text again = normalize_clean(&a, clean.text);
    token_list tokens = token_list_read(&a, clean.text);

    if (!span_equal(clean.text, again.text))
        abort();
    if (offset_map_source(&clean.map, clean.text.len) > size)
        abort();
    check_tokens(&tokens);
    normalize_canonical(&a, clean.text);
    normalize_folded(&a, clean.text);
    arena_release(&a);
    return 0;
}
