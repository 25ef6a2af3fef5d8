/* trace: a passage reduced to the words of the query, one byte a word.
 */
#ifndef SEARCHER_TRACE_H
#define SEARCHER_TRACE_H

#include "common/document/forward.h"
#include "searcher/hits-excerpt.h"
#include "searcher/plan.h"

enum {
    TRACE_WORDS = QUERY_WORDS, /* smaller: the number of a word of the query */
    TRACE_IS = 253,    /* "là", where the query asks what something is */
    TRACE_OTHER = 254, /* one or more words that the query has not */
    TRACE_END = 255    /* of a sentence */
};

typedef struct trace {
    uint8_t *at;
    size_t count;
    size_t title;  /* the first of it are the title */
    size_t head;   /* and these title and heading */
    double length; /* of the passage, in tokens */
} trace;

/* Words of the query by syllable id, and pairs by their words. */
typedef struct trace_key {
    const unit_set *units;
    uint8_t *word_of; /* number of the word + 1, or 0 */
    uint8_t pair_of[QUERY_WORDS][QUERY_WORDS]; /* number of the pair + 1 */
    bool *opens; /* by id: an alternative may begin so; NULL: there are none */
    size_t widest; /* marks that one token may become */
    uint16_t is;   /* id of "là", or SYLLABLE_ID_END if nobody asks */
} trace_key;

void trace_key_make(trace_key *out, arena *a, const unit_set *units);

trace trace_of(const trace_key *key, arena *a, const forward *f);

/* The same with the tokens by their marks: words that conflict with typed ones
 * are other words.  `*plain`: the words, as a set, that the passage has
 * without their marks only. */
trace trace_exact(
    const trace_key *key, arena *a, const excerpt *passage, uint64_t *plain);

/* True if token `k` of a text is a word of the query, by its marks too. */
bool trace_agrees(const trace_key *key, const token_list *text, size_t k);

#endif
