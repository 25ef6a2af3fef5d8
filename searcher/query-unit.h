/* unit: what a query's words are counted by: syllables, and neighbours.
 *
 * Two neighbouring syllables carry the meaning that one alone does not
 * (RETRIEVAL); the index has terms for the listed pairs, the others are
 * counted in the candidates.
 */
#ifndef SEARCHER_UNIT_H
#define SEARCHER_UNIT_H

#include "searcher/query-alternative.h"
#include "searcher/query-role.h"
#include "searcher/reader.h"
#include "searcher/rerank-accent.h"

/* A syllable of the query, or two neighbouring ones. */
typedef struct unit {
    span term;              /* "dat", "dat dai" */
    uint16_t first, second; /* ids; second is 0 for a syllable */
    size_t token;           /* where it stands in the query, first place */
    bool indexed;           /* a syllable, or a listed pair */
    uint32_t frequency;     /* passages that have it; 0 for other pairs */
    role role;              /* of its words, what says the most of them */
    double weight;          /* how much it tells: idf, by its role */
} unit;

typedef struct unit_set {
    const query *query;
    query_roles roles;
    bool *ranks; /* by token of the query: it is one of the words */
    unit *words; /* each syllable once, QUERY_WORDS at most */
    size_t word_count;
    unit *pairs; /* each pair of neighbours once, as many at most */
    size_t pair_count;
    alternative *alternatives; /* what may stand for some of the words */
    size_t alternative_count;
} unit_set;

/* How much a unit tells that `frequency` of `entries` passages have. */
double unit_weight(double frequency, double entries);

/* Sets its weight by that and by its role. */
void unit_weigh(unit *u, double frequency, double entries);

/* The units of the words and phrases of a query that are looked for.  Asks
 * the index once for each. */
void unit_collect(unit_set *out, arena *a, tracuu_reader *reader,
    const query *q, uint32_t entries);

/* What the index is asked by: listed pairs that it has, and the words that
 * none of them covers; rarest first.  `out` has room for 2 * QUERY_WORDS. */
size_t unit_choose(const unit_set *set, const unit **out);

/* How well token `k` of a text agrees with the word, at the best of the places
 * where the query has it. */
accent unit_accent(
    const unit_set *set, const unit *word, const token_list *text, size_t k);

#endif
