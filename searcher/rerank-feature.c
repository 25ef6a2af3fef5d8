#include "searcher/rerank-feature.h"

#include "common/text/provision.h"

/* Found by tests/relevance/fit.py on the development sets; without any one of
 * heading, provision, act or definition a set loses 0.002 to 0.06 nDCG@10. */
static const struct {
    const char *name;
    double weight;
} table[FEATURE_COUNT] = {
    [FEATURE_WORDS] = {"words", 1.1},
    [FEATURE_PAIRS] = {"pairs", 1.3},
    [FEATURE_SENTENCE_PAIRS] = {"sentence-pairs", 1.5},
    [FEATURE_SENTENCE_WORDS] = {"sentence-words", 0.9},
    [FEATURE_COVERED_PAIRS] = {"covered-pairs", 1.5},
    [FEATURE_COVERED_WORDS] = {"covered-words", 0.3},
    [FEATURE_HEADING] = {"heading", 0.8},
    [FEATURE_TITLE_WORDS] = {"title-words", 0.3},
    [FEATURE_TITLE_PAIRS] = {"title-pairs", 0.9},
    [FEATURE_PROVISION] = {"provision", 1.5},
    [FEATURE_ACT] = {"act", 0.8},
    [FEATURE_DEFINITION] = {"definition", 2.0},
    [FEATURE_STATUS] = {"status", 0.8},
    [FEATURE_CITED] = {"cited", 0.6},
};

#define K1 1.2
#define B 0.75

/* What one passage has. */
typedef struct counts {
    uint16_t words[QUERY_WORDS], pairs[QUERY_WORDS];
    double sentence_words, sentence_pairs; /* the most that one sentence has */
    uint64_t head_pairs;                   /* of title and heading, as a set */
    uint64_t title_words, title_pairs;     /* as sets */
    double defined; /* the most that stands before "là" */
} counts;

/* What is found in one sentence. */
typedef struct sentence {
    uint64_t words, pairs; /* as sets */
    size_t read, others;   /* marks so far, and those of other words */
} sentence;

const char *
feature_name(feature f)
{
    return table[f].name;
}

static bool
leave_out(features *weights, span name)
{
    for (int i = 0; i < FEATURE_COUNT; i++)
        if (span_equal(name, span_of(table[i].name))) {
            weights->at[i] = 0;
            return true;
        }
    return false;
}

bool
feature_weights(features *weights, const char *without, span *unknown)
{
    span rest = span_of(without ? without : "");

    for (int i = 0; i < FEATURE_COUNT; i++)
        weights->at[i] = table[i].weight;
    while (rest.len && span_next_field(&rest, ',', unknown))
        if (!leave_out(weights, span_trim(*unknown)))
            return false;
    return true;
}

double
feature_score(const features *f, const features *weights)
{
    double score = 0;

    for (int i = 0; i < FEATURE_COUNT; i++)
        score += weights->at[i] * f->at[i];
    return score;
}

double
feature_weight_of(uint64_t set, const unit *units)
{
    double sum = 0;

    for (; set; set &= set - 1)
        sum += units[__builtin_ctzll(set)].weight;
    return sum;
}

/* ---- the query's side ---- */

static double
total(const unit *units, size_t count)
{
    double sum = 0;

    for (size_t i = 0; i < count; i++)
        sum += units[i].weight;
    return sum;
}

feature_scale
feature_scale_of(const plan *p)
{
    const unit_set *set = &p->units;
    const token_list *tokens = &p->query->tokens;
    feature_scale out = {.words = total(set->words, set->word_count),
        .pairs = total(set->pairs, set->pair_count),
        .mean_length = p->mean_length > 0 ? p->mean_length : 1};

    for (size_t i = 0; i < set->word_count; i++)
        out.subject |= (uint64_t)(set->words[i].role == ROLE_SUBJECT) << i;
    for (size_t i = 0; i < set->pair_count; i++) {
        size_t at = set->pairs[i].token;

        if (provision_starts(token_folded(tokens, at)) &&
            (tokens->at[at + 1].number ||
                token_folded(tokens, at + 1).len == 1))
            out.provisions |= (uint64_t)1 << i;
    }
    return out;
}

/* ---- the passage's side ---- */

static void
end_sentence(counts *c, const trace_key *key, sentence *s)
{
    double words = feature_weight_of(s->words, key->units->words);
    double pairs = feature_weight_of(s->pairs, key->units->pairs);

    if (words > c->sentence_words)
        c->sentence_words = words;
    if (pairs > c->sentence_pairs)
        c->sentence_pairs = pairs;
    *s = (sentence){0};
}

/* "1. Vật chính là ...": nothing but a number and words of the query stand
 * before "là". */
static void
define(counts *c, const trace_key *key, uint64_t subject, sentence *s)
{
    double words = feature_weight_of(s->words & subject, key->units->words);

    if (s->others <= 1 && words > c->defined)
        c->defined = words;
    s->others = 2;
}

static void
take_word(
    counts *c, const trace_key *key, sentence *s, uint8_t last, uint8_t word)
{
    unsigned pair;

    c->words[word]++;
    s->words |= (uint64_t)1 << word;
    pair = last < TRACE_WORDS ? key->pair_of[last][word] : 0;
    if (!pair)
        return;
    c->pairs[pair - 1]++;
    s->pairs |= (uint64_t)1 << (pair - 1);
}

static uint64_t
found_set(const uint16_t *found, size_t count)
{
    uint64_t set = 0;

    for (size_t k = 0; k < count; k++)
        set |= (uint64_t)(found[k] > 0) << k;
    return set;
}

static void
count_trace(counts *c, const trace_key *key, uint64_t subject, const trace *t)
{
    const unit_set *u = key->units;
    sentence s = {0};
    uint8_t last = TRACE_END;

    for (size_t i = 0; i < t->count; last = t->at[i++]) {
        uint8_t mark = t->at[i];

        if (i == t->title) {
            c->title_words = found_set(c->words, u->word_count);
            c->title_pairs = found_set(c->pairs, u->pair_count);
        }
        if (i == t->head)
            c->head_pairs = found_set(c->pairs, u->pair_count);
        if (mark == TRACE_END)
            end_sentence(c, key, &s);
        else if (mark == TRACE_IS)
            define(c, key, subject, &s);
        else if (mark == TRACE_OTHER)
            s.others++;
        else
            take_word(c, key, &s, last, mark);
    }
}

void
feature_presence(
    const trace_key *key, const trace *t, uint64_t *words, uint64_t *pairs)
{
    counts c = {0};

    count_trace(&c, key, 0, t);
    *words = found_set(c.words, key->units->word_count);
    *pairs = found_set(c.pairs, key->units->pair_count);
}

static double
bm25(const unit *units, const uint16_t *found, size_t count, double length)
{
    double sum = 0;

    for (size_t i = 0; i < count; i++)
        if (found[i])
            sum += units[i].weight * found[i] * (K1 + 1) /
                   (found[i] + K1 * (1 - B + B * length));
    return sum;
}

static double
covered(const unit *units, const uint16_t *found, size_t count)
{
    double sum = 0;

    for (size_t i = 0; i < count; i++)
        if (found[i])
            sum += units[i].weight;
    return sum;
}

static double
share(double part, double whole)
{
    return whole > 0 ? part / whole : 0;
}

features
feature_count(const feature_scale *scale, const trace_key *key, const trace *t)
{
    const unit_set *u = key->units;
    double length = t->length / scale->mean_length;
    counts c = {0};
    features out = {0};

    count_trace(&c, key, scale->subject, t);
    out.at[FEATURE_WORDS] = bm25(u->words, c.words, u->word_count, length);
    out.at[FEATURE_PAIRS] = bm25(u->pairs, c.pairs, u->pair_count, length);
    out.at[FEATURE_SENTENCE_PAIRS] = share(c.sentence_pairs, scale->pairs);
    out.at[FEATURE_SENTENCE_WORDS] = share(c.sentence_words, scale->words);
    out.at[FEATURE_COVERED_PAIRS] =
        share(covered(u->pairs, c.pairs, u->pair_count), scale->pairs);
    out.at[FEATURE_COVERED_WORDS] =
        share(covered(u->words, c.words, u->word_count), scale->words);
    out.at[FEATURE_DEFINITION] =
        share(c.defined, feature_weight_of(scale->subject, u->words));
    if (u->roles.topic) {
        out.at[FEATURE_TITLE_WORDS] =
            share(feature_weight_of(c.title_words, u->words), scale->words);
        out.at[FEATURE_TITLE_PAIRS] =
            share(feature_weight_of(c.title_pairs, u->pairs), scale->pairs);
    }
    if (scale->provisions)
        out.at[FEATURE_PROVISION] =
            (double)__builtin_popcountll(c.head_pairs & scale->provisions) /
            __builtin_popcountll(scale->provisions);
    return out;
}
