#include "searcher/rerank.h"

#include <math.h>
#include <stdlib.h>

#include "common/text/syllable.h"
#include "searcher/plan-frequency.h"

/* A passage that has the words only without their marks ranks behind an equal
 * one that has them. */
#define PLAIN_COST 0.5

struct ranker {
    tracuu_reader *reader;
    plan *plan;
    arena *arena;
    trace_key key;
    feature_scale scale;
    features weights;
    double best_words, best_pairs; /* what FEATURE_WORDS and _PAIRS divide */
};

/* ---- pairs that the index does not count ---- */

static void
count_set(uint32_t *counts, uint64_t set)
{
    for (; set; set &= set - 1)
        counts[__builtin_ctzll(set)]++;
}

/* Of the candidates that have the one word, the share that has the pair is
 * taken for the share in the whole index, and the same for the other word. */
static void
weigh_pairs(ranker *r, const trace *traces, size_t count)
{
    uint32_t with_word[QUERY_WORDS] = {0}, with_pair[QUERY_WORDS] = {0};
    plan *p = r->plan;

    for (size_t i = 0; i < count; i++) {
        uint64_t words, pairs;

        feature_presence(&r->key, &traces[i], &words, &pairs);
        count_set(with_word, words);
        count_set(with_pair, pairs);
    }
    for (size_t k = 0; k < p->units.pair_count; k++) {
        unit *pair = &p->units.pairs[k];
        size_t first = r->key.word_of[pair->first];
        size_t second = r->key.word_of[pair->second];
        double both, have = with_pair[k] + 0.5;

        if (pair->indexed || !first-- || !second--)
            continue;
        both = have * have /
               ((with_word[first] + 1.0) * (with_word[second] + 1.0));
        unit_weigh(pair,
            sqrt(both * p->units.words[first].frequency *
                 p->units.words[second].frequency),
            p->entries);
    }
}

/* ---- features ---- */

static double
share(double part, double whole)
{
    return whole > 0 ? part / whole : 0;
}

static double
larger(double a, double b)
{
    return a > b ? a : b;
}

/* The share of the weight of a title or heading that the query has; with its
 * tokens, by their marks.  Numbers and foreign words stand in it for order,
 * not for what it is about. */
static double
heading_share(const ranker *r, tracuu_reader *reader, const uint16_t *ids,
    size_t count, const token_list *tokens)
{
    double total = 0, had = 0;

    for (size_t i = 0; i < count; i++) {
        uint16_t id = tokens ? tokens->at[i].id : ids[i];
        unsigned word = r->key.word_of[id];
        double weight;

        if (id >= SYLLABLE_ID_KNOWN)
            continue;
        weight = word ? r->plan->units.words[word - 1].weight
                      : unit_weight(frequency_of(reader, id), r->plan->entries);
        total += weight;
        if (word && (!tokens || trace_agrees(&r->key, tokens, i)))
            had += weight;
    }
    return share(had, total);
}

static void
measure_heads(ranker *r, candidate *c)
{
    const forward *f = &c->forward;

    c->title = heading_share(r, r->reader, f->title, f->title_count, NULL);
    c->heading = larger(c->title,
        heading_share(r, r->reader, f->heading, f->heading_count, NULL));
}

static void
measure_exact_heads(ranker *r, candidate *c, const excerpt *e)
{
    const token_list *title = &e->title_tokens, *heading = &e->heading_tokens;

    c->title = heading_share(r, r->reader, NULL, title->count, title);
    c->heading = larger(
        c->title, heading_share(r, r->reader, NULL, heading->count, heading));
}

static void
take_facts(features *f, const candidate *c)
{
    f->at[FEATURE_STATUS] = c->facts.stands;
    f->at[FEATURE_CITED] = c->facts.cited;
}

static features
features_of(ranker *r, const candidate *c, const trace *t)
{
    features f = feature_count(&r->scale, &r->key, t);

    f.at[FEATURE_HEADING] = c->heading;
    f.at[FEATURE_TITLE_WORDS] *= sqrt(c->title);
    f.at[FEATURE_ACT] = c->named;
    take_facts(&f, c);
    return f;
}

static double
score_of(const ranker *r, features *f)
{
    f->at[FEATURE_WORDS] = share(f->at[FEATURE_WORDS], r->best_words);
    f->at[FEATURE_PAIRS] = share(f->at[FEATURE_PAIRS], r->best_pairs);
    return feature_score(f, &r->weights);
}

/* ---- the order ---- */

int
rerank_order(const void *a, const void *b)
{
    const candidate *x = a, *y = b;

    if (x->score != y->score)
        return x->score < y->score ? 1 : -1;
    return x->entry < y->entry ? -1 : x->entry > y->entry;
}

ranker *
rerank_run(candidate *at, size_t count, arena *a, tracuu_reader *reader,
    plan *p, const features *weights)
{
    ranker *r = arena_take(a, sizeof *r);
    trace *traces = arena_array(a, count + 1, sizeof *traces);
    features *f = arena_array(a, count + 1, sizeof *f);

    r->reader = reader;
    r->plan = p;
    r->arena = a;
    if (weights)
        r->weights = *weights;
    else
        feature_weights(&r->weights, NULL, NULL);
    trace_key_make(&r->key, a, &p->units);
    for (size_t i = 0; i < count; i++)
        traces[i] = trace_of(&r->key, a, &at[i].forward);
    weigh_pairs(r, traces, count);
    r->scale = feature_scale_of(p);
    for (size_t i = 0; i < count; i++) {
        measure_heads(r, &at[i]);
        f[i] = features_of(r, &at[i], &traces[i]);
        r->best_words = larger(r->best_words, f[i].at[FEATURE_WORDS]);
        r->best_pairs = larger(r->best_pairs, f[i].at[FEATURE_PAIRS]);
    }
    for (size_t i = 0; i < count; i++) {
        at[i].score = score_of(r, &f[i]);
        at[i].features = f[i];
    }
    qsort(at, count, sizeof *at, rerank_order);
    return r;
}

void
rerank_facts(ranker *r, candidate *at, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        take_facts(&at[i].features, &at[i]);
        at[i].score = feature_score(&at[i].features, &r->weights);
    }
    qsort(at, count, sizeof *at, rerank_order);
}

void
rerank_rest(candidate *at, size_t ranked, size_t count)
{
    double most = ranked < count ? at[ranked].score : 0;
    double floor = ranked ? at[ranked - 1].score : 1;

    for (size_t i = ranked; i < count; i++)
        at[i].score = most > 0 ? floor * at[i].score / (most * 1.0001) : 0;
}

void
rerank_exact(ranker *r, candidate *c, const excerpt *passage)
{
    uint64_t plain;
    trace t = trace_exact(&r->key, r->arena, passage, &plain);
    features f;
    double cost =
        PLAIN_COST *
        share(feature_weight_of(plain, r->plan->units.words), r->scale.words);
    double score;

    measure_exact_heads(r, c, passage);
    f = features_of(r, c, &t);
    score = score_of(r, &f) - cost;
    if (score >= c->score)
        return;
    c->score = score;
    c->features = f;
}
