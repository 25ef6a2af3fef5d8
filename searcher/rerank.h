/* rerank: what decides among the passages that the index proposes.
 *
 * The score is the sum of the features of rerank-feature.h with the weights of
 * their table.  The weights were found on three sets of questions together
 * (tests/relevance/fit.py); a set is never tuned for by itself.
 */
#ifndef SEARCHER_RERANK_H
#define SEARCHER_RERANK_H

#include "searcher/hits-excerpt.h"
#include "searcher/match.h"

typedef struct ranker ranker;

/* Scores the candidates with these weights (NULL: the table's) and sorts
 * them, best first, ties by entry.  Linear in
 * the lengths of their forward forms, about 1 us each.  The ranker lives in
 * the arena. */
ranker *rerank_run(candidate *at, size_t count, arena *a, tracuu_reader *reader,
    plan *p, const features *weights);

/* Adds the facts of these candidates to their scores and sorts them. */
void rerank_facts(ranker *r, candidate *at, size_t count);

/* Gives what lies behind the first `ranked` scores below theirs, in the order
 * of the index. */
void rerank_rest(candidate *at, size_t ranked, size_t count);

/* Scores one of them again, now that its text is read: words whose marks
 * conflict with typed ones are not there, and those without marks weigh a
 * little less.  The score can only fall. */
void rerank_exact(ranker *r, candidate *c, const excerpt *passage);

/* The order of rerank_run. */
int rerank_order(const void *a, const void *b);

#endif
