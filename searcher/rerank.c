#include "searcher/rerank.h"

#include <math.h>
#include <stdlib.h>

#include "common/text/syllable.h"
#include "searcher/plan-frequency.h"

/* Found by coordinate ascent, see the header. */
static const double weights[FEATURE_COUNT] = {
    [FEATURE_WORDS] = 1.1,
    [FEATURE_PAIRS] = 1.3,
    [FEATURE_SENTENCE_PAIRS] = 2.1,
    [FEATURE_SENTENCE_WORDS] = 0.9,
    [FEATURE_COVERED_PAIRS] = 1.5,
    [FEATURE_COVERED_WORDS] = 0.3,
    [FEATURE_HEADING] = 1.1,
};

#define K1 1.2
#define B 0.75

/* A passage that has the words only without their marks ranks behind an equal
 * one that has them. */
#define PLAIN_COST 0.5

enum {
    IDS = 65536,
    NO_WORD = QUERY_WORDS,
    MARK_OTHER = 254, /* one or more words that the query has not */
    MARK_END = 255    /* of a sentence */
};

/* A passage reduced to the words of the query. */
typedef struct trace {
    uint8_t *at; /* numbers of words, MARK_OTHER, MARK_END */
    size_t count;
    double length; /* of the passage, in tokens */
} trace;

struct ranker {
    plan *plan;
    arena *arena;
    uint8_t *word_of; /* by id: number of the word + 1, or 0 */
    uint8_t pair_of[QUERY_WORDS][QUERY_WORDS]; /* number of the pair + 1 */
    double word_total, pair_total;             /* weight of all */
    double best_words, best_pairs; /* what FEATURE_WORDS and _PAIRS divide */
    features *features;            /* by place at the start */
};

/* How often a passage has what, and the most that one sentence has. */
typedef struct counts {
    uint16_t words[QUERY_WORDS], pairs[QUERY_WORDS];
    double sentence_words, sentence_pairs;
} counts;

/* ---- the query's side ---- */

static ranker *
ranker_new(arena *a, plan *p)
{
    ranker *r = arena_take(a, sizeof *r);

    r->plan = p;
    r->arena = a;
    r->word_of = arena_take(a, IDS);
    for (size_t i = 0; i < p->units.word_count; i++)
        r->word_of[p->units.words[i].first] = (uint8_t)(i + 1);
    for (size_t i = 0; i < p->units.pair_count; i++) {
        unsigned first = r->word_of[p->units.pairs[i].first];
        unsigned second = r->word_of[p->units.pairs[i].second];

        if (first && second)
            r->pair_of[first - 1][second - 1] = (uint8_t)(i + 1);
    }
    return r;
}

/* ---- the passage's side ---- */

static void
trace_part(trace *t, const ranker *r, const uint16_t *ids, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        uint8_t last = t->count ? t->at[t->count - 1] : MARK_END;
        uint8_t mark = MARK_OTHER;

        if (ids[i] == SYLLABLE_ID_END)
            mark = MARK_END;
        else if (r->word_of[ids[i]])
            mark = (uint8_t)(r->word_of[ids[i]] - 1);
        if (mark < NO_WORD || mark != last)
            t->at[t->count++] = mark;
    }
    if (t->count && t->at[t->count - 1] != MARK_END)
        t->at[t->count++] = MARK_END;
}

static trace
trace_of(const ranker *r, const forward *f)
{
    size_t length = f->title_count + f->heading_count + f->body_count;
    trace t = {arena_take(r->arena, length + 3), 0, (double)length};

    trace_part(&t, r, f->title, f->title_count);
    trace_part(&t, r, f->heading, f->heading_count);
    trace_part(&t, r, f->body, f->body_count);
    return t;
}

/* What is found in one sentence, as sets of words and pairs. */
typedef struct sentence {
    uint64_t words, pairs;
} sentence;

static double
weight_of(uint64_t set, const unit *units)
{
    double sum = 0;

    for (; set; set &= set - 1)
        sum += units[__builtin_ctzll(set)].weight;
    return sum;
}

static void
end_sentence(counts *c, const ranker *r, sentence *s)
{
    double words = weight_of(s->words, r->plan->units.words);
    double pairs = weight_of(s->pairs, r->plan->units.pairs);

    if (words > c->sentence_words)
        c->sentence_words = words;
    if (pairs > c->sentence_pairs)
        c->sentence_pairs = pairs;
    *s = (sentence){0};
}

static void
count_trace(counts *c, const ranker *r, const trace *t)
{
    sentence s = {0};
    uint8_t last = MARK_END;

    for (size_t i = 0; i < t->count; last = t->at[i++]) {
        uint8_t word = t->at[i];
        unsigned pair;

        if (word == MARK_END)
            end_sentence(c, r, &s);
        if (word >= NO_WORD)
            continue;
        c->words[word]++;
        s.words |= (uint64_t)1 << word;
        pair = last < NO_WORD ? r->pair_of[last][word] : 0;
        if (!pair)
            continue;
        c->pairs[pair - 1]++;
        s.pairs |= (uint64_t)1 << (pair - 1);
    }
}

/* ---- pairs that the index does not count ---- */

/* Of the candidates that have the one word, the share that has the pair is
 * taken for the share in the whole index, and the same for the other word. */
static void
weigh_pairs(ranker *r, const trace *traces, size_t count)
{
    uint32_t with_word[QUERY_WORDS] = {0}, with_pair[QUERY_WORDS] = {0};
    plan *p = r->plan;

    for (size_t i = 0; i < count; i++) {
        counts c = {0};

        count_trace(&c, r, &traces[i]);
        for (size_t k = 0; k < p->units.word_count; k++)
            with_word[k] += c.words[k] > 0;
        for (size_t k = 0; k < p->units.pair_count; k++)
            with_pair[k] += c.pairs[k] > 0;
    }
    for (size_t k = 0; k < p->units.pair_count; k++) {
        unit *pair = &p->units.pairs[k];
        size_t first = r->word_of[pair->first];
        size_t second = r->word_of[pair->second];
        double both, have = with_pair[k] + 0.5;

        if (pair->indexed || !first-- || !second--)
            continue;
        both = have * have /
               ((with_word[first] + 1.0) * (with_word[second] + 1.0));
        pair->weight = unit_weight(sqrt(both * p->units.words[first].frequency *
                                        p->units.words[second].frequency),
            p->entries);
    }
}

static void
sum_weights(ranker *r)
{
    const plan *p = r->plan;

    r->word_total = r->pair_total = 0;
    for (size_t i = 0; i < p->units.word_count; i++)
        r->word_total += p->units.words[i].weight;
    for (size_t i = 0; i < p->units.pair_count; i++)
        r->pair_total += p->units.pairs[i].weight;
}

/* ---- features ---- */

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

static double
larger(double a, double b)
{
    return a > b ? a : b;
}

/* The share of the weight of a title or heading that the query has.  Numbers
 * and foreign words stand in it for order, not for what it is about. */
static double
heading_share(
    const ranker *r, tracuu_reader *reader, const uint16_t *ids, size_t count)
{
    double total = 0, had = 0;

    for (size_t i = 0; i < count; i++) {
        unsigned word = r->word_of[ids[i]];
        double weight;

        if (ids[i] >= SYLLABLE_ID_KNOWN)
            continue;
        weight =
            word ? r->plan->units.words[word - 1].weight
                 : unit_weight(frequency_of(reader, ids[i]), r->plan->entries);
        total += weight;
        if (word)
            had += weight;
    }
    return share(had, total);
}

static features
features_of(const ranker *r, const trace *t, double heading)
{
    const plan *p = r->plan;
    double mean = p->mean_length > 0 ? p->mean_length : 1;
    counts c = {0};
    features out;

    count_trace(&c, r, t);
    out.at[FEATURE_WORDS] =
        bm25(p->units.words, c.words, p->units.word_count, t->length / mean);
    out.at[FEATURE_PAIRS] =
        bm25(p->units.pairs, c.pairs, p->units.pair_count, t->length / mean);
    out.at[FEATURE_SENTENCE_PAIRS] = share(c.sentence_pairs, r->pair_total);
    out.at[FEATURE_SENTENCE_WORDS] = share(c.sentence_words, r->word_total);
    out.at[FEATURE_COVERED_PAIRS] = share(
        covered(p->units.pairs, c.pairs, p->units.pair_count), r->pair_total);
    out.at[FEATURE_COVERED_WORDS] = share(
        covered(p->units.words, c.words, p->units.word_count), r->word_total);
    out.at[FEATURE_HEADING] = heading;
    return out;
}

static double
heading_of(const ranker *r, tracuu_reader *reader, const forward *f)
{
    double title = heading_share(r, reader, f->title, f->title_count);
    double heading = heading_share(r, reader, f->heading, f->heading_count);

    return title > heading ? title : heading;
}

static void
divide(const ranker *r, features *f)
{
    f->at[FEATURE_WORDS] = share(f->at[FEATURE_WORDS], r->best_words);
    f->at[FEATURE_PAIRS] = share(f->at[FEATURE_PAIRS], r->best_pairs);
}

static double
score_of(const features *f)
{
    double score = 0;

    for (int i = 0; i < FEATURE_COUNT; i++)
        score += weights[i] * f->at[i];
    return score;
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
rerank_run(
    candidate *at, size_t count, arena *a, tracuu_reader *reader, plan *p)
{
    ranker *r = ranker_new(a, p);
    trace *traces = arena_array(a, count + 1, sizeof *traces);

    r->features = arena_array(a, count + 1, sizeof *r->features);
    for (size_t i = 0; i < count; i++)
        traces[i] = trace_of(r, &at[i].forward);
    weigh_pairs(r, traces, count);
    sum_weights(r);
    for (size_t i = 0; i < count; i++) {
        features *f = &r->features[i];

        at[i].heading = heading_of(r, reader, &at[i].forward);
        *f = features_of(r, &traces[i], at[i].heading);
        r->best_words = larger(r->best_words, f->at[FEATURE_WORDS]);
        r->best_pairs = larger(r->best_pairs, f->at[FEATURE_PAIRS]);
    }
    for (size_t i = 0; i < count; i++) {
        divide(r, &r->features[i]);
        at[i].score = score_of(&r->features[i]);
    }
    qsort(at, count, sizeof *at, rerank_order);
    return r;
}

void
rerank_rest(candidate *at, size_t ranked, size_t count)
{
    double most = ranked < count ? at[ranked].score : 0;
    double floor = ranked ? at[ranked - 1].score : 1;

    for (size_t i = ranked; i < count; i++)
        at[i].score = most > 0 ? floor * at[i].score / (most * 1.0001) : 0;
}

/* ---- with the marks of the text ---- */

/* The number of the word that token `k` is, by its marks too, or MARK_OTHER;
 * `*plain` if the text has no marks where the query has. */
static uint8_t
exact_mark(const ranker *r, const token_list *text, size_t k, bool *plain)
{
    unsigned word = r->word_of[text->at[k].id];
    accent found;

    if (!word)
        return MARK_OTHER;
    found =
        unit_accent(&r->plan->units, &r->plan->units.words[word - 1], text, k);
    if (found < ACCENT_PLAIN)
        return MARK_OTHER;
    *plain = found == ACCENT_PLAIN;
    return (uint8_t)(word - 1);
}

/* Adds the text's tokens; returns the words that it has without their marks,
 * as a set. */
static uint64_t
trace_text(trace *t, const ranker *r, const token_list *text)
{
    uint64_t plain_words = 0, full_words = 0;

    for (size_t k = 0; k < text->count; k++) {
        bool plain = false;
        uint8_t mark = exact_mark(r, text, k, &plain);

        if (text->at[k].breaks && t->count)
            t->at[t->count++] = MARK_END;
        t->at[t->count++] = mark;
        if (mark < NO_WORD)
            *(plain ? &plain_words : &full_words) |= (uint64_t)1 << mark;
    }
    t->at[t->count++] = MARK_END;
    return plain_words & ~full_words;
}

void
rerank_exact(ranker *r, candidate *c, const excerpt *passage)
{
    const forward *head = &c->forward;
    size_t length =
        head->title_count + head->heading_count + passage->tokens.count;
    trace t = {NULL, 0, (double)length};
    uint64_t plain;
    features f;
    double score;

    t.at = arena_take(r->arena, 2 * length + 4);
    trace_part(&t, r, head->title, head->title_count);
    trace_part(&t, r, head->heading, head->heading_count);
    plain = trace_text(&t, r, &passage->tokens);
    f = features_of(r, &t, c->heading);
    divide(r, &f);
    score = score_of(&f) -
            PLAIN_COST *
                share(weight_of(plain, r->plan->units.words), r->word_total);
    if (score < c->score)
        c->score = score;
}
