/* suggest-phrase: frequent phrases of the language that the index has.
 */
#ifndef SEARCHER_SUGGEST_PHRASE_H
#define SEARCHER_SUGGEST_PHRASE_H

#include "searcher/suggest-list.h"

/* Adds phrases that start with `beginning`, `most` at the most, each behind
 * `head`. */
void suggest_phrases(suggest_list *l, span head, span beginning, size_t most);

#endif
