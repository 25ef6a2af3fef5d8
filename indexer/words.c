#include "indexer/words.h"

size_t
words_take(const token_list *list, size_t i, const char *words)
{
    span rest = span_of(words), word;
    size_t used = 0;

    while (span_next_field(&rest, ' ', &word))
        if (!span_equal(words_at(list, i + used++), word))
            return 0;
    return used;
}

size_t
words_take_any(
    const token_list *list, size_t i, const char *const *phrases, size_t count)
{
    size_t used = 0;

    for (size_t k = 0; k < count && !used; k++)
        used = words_take(list, i, phrases[k]);
    return used;
}
