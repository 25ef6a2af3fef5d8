#include "searcher/query-unit.h"

#include <math.h>
#include <stdlib.h>

#include "common/text/pair.h"
#include "searcher/plan-frequency.h"

/* What is left of a unit's weight, by its role. */
static const double role_factors[] = {
    [ROLE_SUBJECT] = 1.0, [ROLE_ACT] = 0.3, [ROLE_ASKS] = 0.1};

double
unit_weight(double frequency, double entries)
{
    return log(1 + (entries - frequency + 0.5) / (frequency + 0.5));
}

void
unit_weigh(unit *u, double frequency, double entries)
{
    u->weight = unit_weight(frequency, entries) * role_factors[u->role];
}

/* ---- collecting ---- */

/* What is asked for each unit. */
typedef struct source {
    arena *arena;
    tracuu_reader *reader;
    uint32_t entries;
} source;

static unit *
known(unit *units, size_t count, const unit *u)
{
    for (size_t i = 0; i < count; i++)
        if (units[i].first == u->first && units[i].second == u->second)
            return &units[i];
    return NULL;
}

/* A unit that plays several parts plays the one that counts most. */
static void
add(const source *from, unit *units, size_t *count, unit u)
{
    unit *old = known(units, *count, &u);

    if (old) {
        if (u.role < old->role)
            old->role = u.role;
        return;
    }
    if (u.indexed && u.second)
        u.frequency =
            frequency_of_pair(from->reader, u.first, u.second, u.term);
    else if (u.indexed)
        u.frequency = frequency_of_word(from->reader, u.first, u.term);
    units[(*count)++] = u;
}

static void
weigh(const source *from, unit *units, size_t count)
{
    for (size_t i = 0; i < count; i++)
        unit_weigh(&units[i], units[i].frequency, from->entries);
}

/* Letters tell no more than the rarest of the words that they stand for. */
static void
weigh_letters(unit_set *set, const source *from, const alternative *other)
{
    uint32_t frequency = from->entries;

    for (size_t i = 0; i < other->count; i++) {
        uint32_t here = reader_frequency(
            from->reader, from->reader->passages, other->words[i]);

        frequency = here < frequency ? here : frequency;
    }
    for (size_t i = 0; i < set->word_count; i++) {
        unit *u = &set->words[i];

        if (u->token == other->first && other->last == other->first + 1 &&
            u->frequency < frequency)
            unit_weigh(u, frequency, from->entries);
    }
}

static void
add_word(unit_set *set, const source *from, size_t at)
{
    const token_list *list = &set->query->tokens;

    add(from, set->words, &set->word_count,
        (unit){.term = token_folded(list, at),
            .first = list->at[at].id,
            .token = at,
            .indexed = true,
            .role = set->roles.of[at]});
}

static void
add_pair(unit_set *set, const source *from, size_t at)
{
    const token_list *list = &set->query->tokens;
    span first = token_folded(list, at), second = token_folded(list, at + 1);
    unit u = {
        .first = list->at[at].id, .second = list->at[at + 1].id, .token = at};

    u.term = arena_print(
        from->arena, "%.*s %.*s", SPAN_PRINT(first), SPAN_PRINT(second));
    u.indexed = pair_is_listed(u.first, u.second);
    u.role = set->roles.of[at] > set->roles.of[at + 1] ? set->roles.of[at]
                                                       : set->roles.of[at + 1];
    add(from, set->pairs, &set->pair_count, u);
}

static bool
is_looked_for(const query *q, const query_node *node)
{
    return query_is_meant(q, node) && node->kind != QUERY_PREFIX &&
           (query_is_words(node) ||
               (node->kind == QUERY_FIELD && node->field == FIELD_TITLE));
}

/* True if the tokens `at` and the next one stand side by side and both rank.
 */
static bool
are_neighbours(const unit_set *set, size_t at)
{
    const token_list *list = &set->query->tokens;

    return at + 1 < list->count && set->ranks[at] && set->ranks[at + 1] &&
           !list->at[at + 1].breaks;
}

void
unit_collect(unit_set *out, arena *a, tracuu_reader *reader, const query *q,
    uint32_t entries)
{
    source from = {a, reader, entries};

    *out = (unit_set){.query = q,
        .ranks = arena_array(a, q->tokens.count + 1, sizeof *out->ranks),
        .words = arena_array(a, QUERY_WORDS, sizeof *out->words),
        .pairs = arena_array(a, QUERY_WORDS, sizeof *out->pairs)};
    role_read(&out->roles, a, q);
    for (size_t i = 0; i < q->node_count; i++)
        if (is_looked_for(q, &q->nodes[i]))
            for (size_t t = q->nodes[i].first; t < q->nodes[i].last; t++)
                out->ranks[t] = true;
    for (size_t t = 0; t < q->tokens.count; t++)
        if (out->ranks[t] && out->word_count < QUERY_WORDS)
            add_word(out, &from, t);
    for (size_t t = 0; t < q->tokens.count; t++)
        if (are_neighbours(out, t) && out->pair_count < QUERY_WORDS)
            add_pair(out, &from, t);
    weigh(&from, out->words, out->word_count);
    weigh(&from, out->pairs, out->pair_count);
    out->alternative_count =
        alternative_collect(&out->alternatives, a, q, out->ranks);
    for (size_t i = 0; i < out->alternative_count; i++)
        weigh_letters(out, &from, &out->alternatives[i]);
}

/* ---- choosing ---- */

static int
by_weight(const void *a, const void *b)
{
    const unit *x = *(const unit *const *)a, *y = *(const unit *const *)b;

    if (x->weight != y->weight)
        return x->weight < y->weight ? 1 : -1;
    return span_compare(x->term, y->term);
}

/* True if a listed pair holds the word at every place where it stands in the
 * query: then the pair says it better. */
static bool
is_covered(const unit_set *set, const unit *word)
{
    const token *at = set->query->tokens.at;

    for (size_t t = word->token; t < set->query->tokens.count; t++) {
        bool left, right;

        if (!set->ranks[t] || at[t].id != word->first)
            continue;
        left = t > 0 && are_neighbours(set, t - 1) &&
               pair_is_listed(at[t - 1].id, at[t].id);
        right =
            are_neighbours(set, t) && pair_is_listed(at[t].id, at[t + 1].id);
        if (!left && !right)
            return false;
    }
    return true;
}

/* When no passage has any listed pair, the words are all there is. */
static size_t
all_words(const unit_set *set, const unit **out)
{
    size_t count = 0;

    for (size_t i = 0; i < set->word_count; i++)
        if (set->words[i].frequency)
            out[count++] = &set->words[i];
    return count;
}

size_t
unit_choose(const unit_set *set, const unit **out)
{
    size_t count = 0;

    for (size_t i = 0; i < set->pair_count; i++)
        if (set->pairs[i].frequency)
            out[count++] = &set->pairs[i];
    for (size_t i = 0; i < set->word_count; i++)
        if (set->words[i].frequency && !is_covered(set, &set->words[i]))
            out[count++] = &set->words[i];
    if (!count)
        count = all_words(set, out);
    qsort(out, count, sizeof *out, by_weight);
    return count;
}

accent
unit_accent(
    const unit_set *set, const unit *word, const token_list *text, size_t k)
{
    const token_list *list = &set->query->tokens;
    accent best = ACCENT_OTHER;

    for (size_t t = word->token; t < list->count; t++) {
        accent here;

        if (!set->ranks[t] || list->at[t].id != word->first)
            continue;
        here = accent_compare(list, t, text, k);
        if (here > best)
            best = here;
    }
    return best;
}
