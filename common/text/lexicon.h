/* lexicon: longest match of known phrases on a list of tokens.
 *
 * Kinds, issuers, places and named laws are tables of folded phrases ("uy ban
 * nhan dan"); a lexicon finds the longest one that starts at a token, in time
 * proportional to its length and not to the size of the table.
 */
#ifndef TEXT_LEXICON_H
#define TEXT_LEXICON_H

#include "common/text/token.h"

typedef struct lexicon lexicon;

/* A lexicon over `count` phrases, which stay the caller's and must live as
 * long.  Phrases are folded tokens with one blank between; the number of a
 * phrase is its place in the array.  Equal phrases: the first counts. */
lexicon *lexicon_new(const char *const *phrases, size_t count);
void lexicon_free(lexicon *l);

/* The longest phrase whose tokens are list[at], list[at + 1], ...: its
 * number, with `*used` set to its tokens; -1 if there is none.  Breaks are not
 * crossed. */
int lexicon_match(
    const lexicon *l, const token_list *list, size_t at, size_t *used);

#endif
