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
