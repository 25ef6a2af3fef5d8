/* suggest-list: the suggestions that are made, each text once.
 */
#ifndef SEARCHER_SUGGEST_LIST_H
#define SEARCHER_SUGGEST_LIST_H

#include "searcher/lookup-memo.h"
#include "searcher/reader.h"

typedef struct suggest_list {
    tracuu_suggestions out; /* first: what the caller has */
    arena arena;
    tracuu_reader *reader;
    tracuu_suggestion *at;
    size_t limit;
    memo known; /* folded texts that are there already */
    memo tried; /* ids of documents that were looked at */
} suggest_list;

suggest_list *suggest_list_new(tracuu_reader *reader, size_t limit);
void suggest_list_free(suggest_list *l);

bool suggest_list_is_full(const suggest_list *l);

/* Adds `text` unless it is there, up to diacritics, case and punctuation. */
void suggest_list_add(suggest_list *l, span text, span id);

#endif
