#include "searcher/plan.h"

#include "common/document/fields.h"
#include "common/document/impact.h"
#include "common/text/pair.h"
#include "searcher/plan-frequency.h"

/* Of the query's weight, by the rarest units.  On 106,000 passages .3 is a
 * quarter faster than a plain OR and .7 a fourteenth, but .3 loses up to 0.005
 * nDCG@10 on sets of questions and .7 nothing. */
#define RARE_SHARE 0.7

/* A plan being made. */
typedef struct maker {
    plan *plan;
    arena *arena;
    tracuu_reader *reader;
    condition conditions;
    const unit *units[2 * QUERY_WORDS]; /* what the index is asked by */
    size_t unit_count;
} maker;

/* How much of the words a passage must have. */
typedef enum demand { DEMAND_RARE, DEMAND_ANY, DEMAND_ALL } demand;

static void
push_units(
    node_list *list, const maker *m, store_op op, size_t first, size_t last)
{
    nodes_branch(list, op, last - first);
    for (size_t i = first; i < last; i++)
        nodes_term(list, m->units[i]->term);
}

/* Listed pairs of an alternative, and the words that none of them covers. */
static void
push_alternative(node_list *list, const maker *m, const alternative *other)
{
    bundle all = {VEC_INIT, 0};
    bool covered = false;

    for (size_t i = 0; i < other->count; i++) {
        bool pair = i + 1 < other->count &&
                    pair_is_listed(other->ids[i], other->ids[i + 1]);

        if (pair)
            nodes_term(&all.nodes,
                arena_print(m->arena, "%.*s %.*s", SPAN_PRINT(other->words[i]),
                    SPAN_PRINT(other->words[i + 1])));
        else if (!covered)
            nodes_term(&all.nodes, other->words[i]);
        all.count += pair || !covered;
        covered = pair;
    }
    condition_join(list, STORE_AND, &all);
    vec_release(&all.nodes);
}

/* One of the units, or an alternative for some of them. */
static void
push_either(node_list *list, const maker *m, size_t first, size_t last)
{
    const unit_set *units = &m->plan->units;

    nodes_branch(list, STORE_OR, last - first + units->alternative_count);
    for (size_t i = first; i < last; i++)
        nodes_term(list, m->units[i]->term);
    for (size_t i = 0; i < units->alternative_count; i++)
        push_alternative(list, m, &units->alternatives[i]);
}

/* MAYBE(OR(rarest), OR(others)). */
static void
push_rare(node_list *list, const maker *m)
{
    double total = 0, held = 0;
    size_t first = 0;

    for (size_t i = 0; i < m->unit_count; i++)
        total += m->units[i]->weight;
    while (first < m->unit_count && held <= RARE_SHARE * total)
        held += m->units[first++]->weight;
    if (first < m->unit_count)
        nodes_branch(list, STORE_MAYBE, 2);
    push_either(list, m, 0, first);
    if (first < m->unit_count)
        push_units(list, m, STORE_OR, first, m->unit_count);
}

static bool
stands_for(const alternative *other, const unit *u)
{
    size_t last = u->token + (u->second != 0);

    return last >= other->first && u->token < other->last;
}

/* All units, or with an alternative for those that it stands for. */
static void
push_all(node_list *list, const maker *m)
{
    const unit_set *units = &m->plan->units;

    if (units->alternative_count)
        nodes_branch(list, STORE_OR, units->alternative_count + 1);
    push_units(list, m, STORE_AND, 0, m->unit_count);
    for (size_t i = 0; i < units->alternative_count; i++) {
        const alternative *other = &units->alternatives[i];
        size_t count = 1;

        for (size_t k = 0; k < m->unit_count; k++)
            count += !stands_for(other, m->units[k]);
        if (count > 1)
            nodes_branch(list, STORE_AND, count);
        push_alternative(list, m, other);
        for (size_t k = 0; k < m->unit_count; k++)
            if (!stands_for(other, m->units[k]))
                nodes_term(list, m->units[k]->term);
    }
}

static void
push_words(node_list *list, const maker *m, demand d)
{
    if (d == DEMAND_RARE)
        push_rare(list, m);
    else if (d == DEMAND_ALL)
        push_all(list, m);
    else
        push_either(list, m, 0, m->unit_count);
}

/* What must be there, and the words to rank it by. */
static void
push_required(node_list *list, const maker *m, const bundle *required)
{
    if (m->unit_count)
        nodes_branch(list, STORE_MAYBE, 2);
    condition_join(list, STORE_AND, required);
    if (m->unit_count)
        push_words(list, m, DEMAND_ANY);
}

/* Everything around the core, which is in `list`; empties the list. */
static plan_query
finish(maker *m, node_list *list)
{
    const condition *c = &m->conditions;
    plan_query out;

    if (c->without.count) {
        nodes_wrap(list, STORE_WITHOUT, 2);
        condition_join(list, STORE_OR, &c->without);
    }
    if (c->filters.count) {
        nodes_wrap(list, STORE_FILTER, 1 + c->filters.count);
        for (size_t i = 0; i < c->filters.nodes.count; i++)
            vec_push(list, c->filters.nodes.at[i]);
    }
    out.at = arena_array(
        m->arena, list->count + 3 + m->reader->visible_count, sizeof *out.at);
    memcpy(out.at, list->at, list->count * sizeof *out.at);
    out.count = reader_filter(m->reader, out.at, list->count);
    vec_release(list);
    return out;
}

static plan_query
build(maker *m, demand d)
{
    node_list list = VEC_INIT;

    if (m->conditions.required.count)
        push_required(&list, m, &m->conditions.required);
    else if (m->unit_count || m->plan->units.alternative_count)
        push_words(&list, m, d);
    else
        nodes_branch(
            &list, m->plan->only_filters ? STORE_EVERYTHING : STORE_NOTHING, 0);
    return finish(m, &list);
}

static void
build_titles(maker *m)
{
    const unit_set *units = &m->plan->units;
    node_list list = VEC_INIT;

    if (!m->unit_count || !units->roles.topic ||
        units->word_count > PLAN_TITLE_WORDS)
        return;
    nodes_branch(&list, STORE_AND, m->unit_count);
    for (size_t i = 0; i < m->unit_count; i++)
        nodes_term(&list, field_term(m->arena, "XW", m->units[i]->term));
    m->plan->titles = finish(m, &list);
}

static void
build_all(maker *m)
{
    plan *out = m->plan;

    build_titles(m);
    out->rare = build(m, DEMAND_RARE);
    if (m->conditions.required.count || m->unit_count < 2)
        return;
    out->any = build(m, DEMAND_ANY);
    out->all = build(m, DEMAND_ALL);
}

static void
build_inside(maker *m, const span *ids, size_t count)
{
    bundle everything = {VEC_INIT, 1};
    node_list list = VEC_INIT;

    m->plan->verified = false;
    condition_inside(&m->conditions, m->arena, ids, count);
    nodes_branch(&everything.nodes, STORE_EVERYTHING, 0);
    push_required(&list, m, &everything);
    m->plan->rare = finish(m, &list);
    vec_release(&everything.nodes);
}

static tracuu_status
make(maker *m, const query *q, const span *ids, size_t count, tracuu_error *err)
{
    plan *out = m->plan;
    tracuu_status status;

    *out = (plan){.query = q};
    status = reader_entries(m->reader, &out->entries, err);
    if (status)
        return status;
    status = condition_read(&m->conditions, m->arena, m->reader, q, err);
    if (status)
        goto out;
    if (out->entries)
        out->mean_length =
            (double)frequency_of_length(m->reader) * IMPACT_STEP / out->entries;
    unit_collect(&out->units, m->arena, m->reader, q, out->entries);
    m->unit_count = unit_choose(&out->units, m->units);
    out->phrases = m->conditions.phrases;
    out->phrase_count = m->conditions.phrase_count;
    out->verified = out->phrase_count || m->conditions.grouped;
    out->filtered = m->conditions.filters.count || m->conditions.without.count;
    out->only_filters = !out->units.word_count && out->filtered;
    if (ids)
        build_inside(m, ids, count);
    else
        build_all(m);
out:
    condition_release(&m->conditions);
    return status;
}

tracuu_status
plan_make(plan *out, arena *a, tracuu_reader *reader, const query *q,
    tracuu_error *err)
{
    maker m = {.plan = out, .arena = a, .reader = reader};

    return make(&m, q, NULL, 0, err);
}

tracuu_status
plan_make_inside(plan *out, arena *a, tracuu_reader *reader, const query *q,
    const span *ids, size_t count, tracuu_error *err)
{
    maker m = {.plan = out, .arena = a, .reader = reader};

    return make(&m, q, ids, count, err);
}

void
plan_move_inside(plan *p, arena *a, span from, span to)
{
    span old = field_term(a, "XD", from);

    for (size_t i = 0; i < p->rare.count; i++)
        if (span_equal(p->rare.at[i].term, old))
            p->rare.at[i].term = field_term(a, "XD", to);
}

static void
print_units(strbuf *out, const unit *units, size_t count)
{
    for (size_t i = 0; i < count; i++)
        strbuf_print(out, "%s %.2f %.*s\n",
            units[i].indexed ? "unit" : "uncounted", units[i].weight,
            SPAN_PRINT(units[i].term));
}

void
plan_print(strbuf *out, const plan *p)
{
    print_units(out, p->units.words, p->units.word_count);
    print_units(out, p->units.pairs, p->units.pair_count);
    nodes_print(out, p->rare.at, p->rare.count);
}
