/* words: short questions about the tokens of a text.
 *
 * Words are folded ("noi nhan"); places behind the end of the text hold the
 * empty word.
 */
#ifndef INDEXER_WORDS_H
#define INDEXER_WORDS_H

#include "common/text/token.h"

static inline span
words_at(const token_list *list, size_t i)
{
    return i < list->count ? token_folded(list, i) : SPAN("");
}

/* How many tokens the words with one blank between take from token `i` on; 0
 * if the text says something else. */
size_t words_take(const token_list *list, size_t i, const char *words);

#endif
