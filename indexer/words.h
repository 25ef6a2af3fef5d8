/* words: short questions about the tokens of a document.
 *
 * Words are folded ("noi nhan"); places behind the end of the text hold the
 * empty word.
 */
#ifndef INDEXER_WORDS_H
#define INDEXER_WORDS_H

#include "common/document/document.h"

static inline span
words_at(const document *d, size_t i)
{
    return i < d->tokens.count ? token_folded(&d->tokens, i) : SPAN("");
}

static inline bool
words_is(const document *d, size_t i, const char *word)
{
    return span_equal(words_at(d, i), span_of(word));
}

/* How many tokens the words with one blank between take from token `i` on; 0
 * if the text says something else. */
size_t words_take(const document *d, size_t i, const char *words);

/* As words_take for the first of `count` phrases that fits. */
size_t words_take_any(
    const document *d, size_t i, const char *const *phrases, size_t count);

#define WORDS_TAKE_ANY(d, i, phrases)                                          \
    words_take_any(d, i, phrases, sizeof phrases / sizeof *(phrases))

#endif
