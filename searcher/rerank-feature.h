/* feature: what is known of a passage that may answer, each part 0 to 1.
 *
 * Counted in the passage's trace, for every word and every pair of neighbours
 * of the query (also those that the index has no term for):
 *
 * - how often, as BM25, words and pairs apart;
 * - the best sentence: the largest share of the query's weight in one;
 * - coverage: the share found anywhere;
 * - the heading: the share of the heading's own weight that the query has
 *   (not the other way round: an article is about its heading);
 * - the place: the share of the provisions that the query names ("khoản 2
 *   Điều 36") which title and heading bear;
 * - the act: it is, or belongs to, an act that the query names;
 * - the definition: the share of what the query is about that stands at the
 *   start of a sentence and before its "là", if it asks what something is;
 * - the title, if the query is a subject: the share of the query's weight in
 *   the title of the document, words and pairs apart, the words less where the
 *   title says much else (times the root of the title's share);
 * - the status and the citations, if it is a subject: the document has not
 *   ended, and how many cite it (fact.h).
 */
#ifndef SEARCHER_FEATURE_H
#define SEARCHER_FEATURE_H

#include "searcher/rerank-trace.h"

typedef enum feature {
    FEATURE_WORDS, /* of the best passage's, as the next one */
    FEATURE_PAIRS,
    FEATURE_SENTENCE_PAIRS,
    FEATURE_SENTENCE_WORDS,
    FEATURE_COVERED_PAIRS,
    FEATURE_COVERED_WORDS,
    FEATURE_HEADING,
    FEATURE_TITLE_WORDS,
    FEATURE_TITLE_PAIRS,
    FEATURE_PROVISION,
    FEATURE_ACT,
    FEATURE_DEFINITION,
    FEATURE_STATUS,
    FEATURE_CITED,
    FEATURE_COUNT
} feature;

typedef struct features {
    double at[FEATURE_COUNT];
} features;

/* What the features of one query are shares of. */
typedef struct feature_scale {
    double words, pairs; /* weight of all */
    uint64_t subject;    /* the words that it is about, as a set */
    uint64_t provisions; /* the pairs that name a provision, as a set */
    double mean_length;  /* of a passage */
} feature_scale;

feature_scale feature_scale_of(const plan *p);

/* Which words and pairs of the query a passage has, as sets. */
void feature_presence(
    const trace_key *key, const trace *t, uint64_t *words, uint64_t *pairs);

/* All but FEATURE_HEADING, FEATURE_ACT, FEATURE_STATUS and FEATURE_CITED, which
 * are 0.  FEATURE_WORDS and FEATURE_PAIRS are sums still, FEATURE_TITLE_WORDS
 * is without the title's share. */
features feature_count(
    const feature_scale *scale, const trace_key *key, const trace *t);

/* The name in explanations and options: "sentence-pairs". */
const char *feature_name(feature f);

/* The weights of the table, but 0 for those that the list names ("heading,
 * act"); false, with the first that is none, if it names another.  NULL: all
 * weights. */
bool feature_weights(features *weights, const char *without, span *unknown);

double feature_score(const features *f, const features *weights);

/* The weight of a set of units. */
double feature_weight_of(uint64_t set, const unit *units);

#endif
