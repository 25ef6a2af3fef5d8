/* rerank: what decides among the passages that the index proposes.
 *
 * Counted in each passage's forward form, for every word and every pair of
 * neighbours of the query (also those that the index has no term for):
 *
 * - how often, as BM25, words and pairs apart;
 * - the best sentence: the largest share of the query's weight in one;
 * - coverage: the share found anywhere;
 * - the heading: the share of the heading's own weight that the query has
 *   (not the other way round: an article is about its heading).
 *
 * The score is a sum of these with the weights of one table.  They were found
 * on three sets of questions together (RETRIEVAL: 0.947 to 0.956, 0.880 to
 * 0.914, 0.785 to 0.829 nDCG@10); a set is never tuned for by itself.
 */
#ifndef SEARCHER_RERANK_H
#define SEARCHER_RERANK_H

#include "searcher/hits-excerpt.h"
#include "searcher/match.h"

/* What is known of a passage, each part 0 to 1 (the first two: of the best
 * passage's). */
typedef enum feature {
    FEATURE_WORDS,
    FEATURE_PAIRS,
    FEATURE_SENTENCE_PAIRS,
    FEATURE_SENTENCE_WORDS,
    FEATURE_COVERED_PAIRS,
    FEATURE_COVERED_WORDS,
    FEATURE_HEADING,
    FEATURE_COUNT
} feature;

typedef struct features {
    double at[FEATURE_COUNT];
} features;

typedef struct ranker ranker;

/* Scores the candidates and sorts them, best first, ties by entry.  Linear in
 * the lengths of their forward forms, about 1 us each.  The ranker lives in
 * the arena. */
ranker *rerank_run(
    candidate *at, size_t count, arena *a, tracuu_reader *reader, plan *p);

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
