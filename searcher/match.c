#include "searcher/match.h"

#include <stdlib.h>

#include "common/text/syllable.h"
#include "searcher/lookup-memo.h"

/* Of the best passage's weight by the index: below it a passage is not
 * re-ranked. */
#define WORTH 0.5

enum { BLOCK = 64 /* passages whose phrases are verified at once */ };

/* ---- phrases ---- */

static bool
has_run(const uint16_t *ids, size_t count, const token *words, size_t length)
{
    for (size_t i = 0; i + length <= count; i++) {
        size_t k = 0;

        while (k < length && ids[i + k] == words[k].id)
            k++;
        if (k == length)
            return true;
    }
    return false;
}

static bool
has_each(const uint16_t *ids, size_t count, const token *words, size_t length)
{
    for (size_t k = 0; k < length; k++)
        if (!has_run(ids, count, &words[k], 1))
            return false;
    return true;
}

static bool
has_phrase(const plan *p, const phrase *want, const forward *f)
{
    const token *words = &p->query->tokens.at[want->first];
    size_t length = want->last - want->first;

    if (want->title)
        return has_each(f->title, f->title_count, words, length);
    return has_run(f->title, f->title_count, words, length) ||
           has_run(f->heading, f->heading_count, words, length) ||
           has_run(f->body, f->body_count, words, length);
}

/* ---- groups ---- */

/* What a passage says of a part of the query; fields are not in it. */
typedef enum verdict { NO, MAYBE, YES } verdict;

static verdict
not_so(verdict v)
{
    return v == YES ? NO : v == NO ? YES : MAYBE;
}

static verdict
judge_node(const plan *p, const query_node *node, const forward *f)
{
    const phrase want = {.first = node->first,
        .last = node->last,
        .title = node->kind == QUERY_FIELD};
    verdict v;

    if (node->kind == QUERY_PREFIX || node->kind == QUERY_RELATION ||
        (node->kind == QUERY_FIELD && node->field != FIELD_TITLE))
        return MAYBE;
    v = has_phrase(p, &want, f) ? YES : NO;
    return node->without ? not_so(v) : v;
}

static verdict judge_group(const plan *p, size_t g, const forward *f);

/* All of the branch; groups nest no deeper than brackets do, twice. */
static verdict
judge_branch(const plan *p, size_t g, size_t branch, const forward *f)
{
    const query *q = p->query;
    verdict worst = YES, v;

    for (size_t i = 0; i < q->node_count && worst != NO; i++) {
        const query_node *node = &q->nodes[i];

        if (node->group != g || node->branch != branch)
            continue;
        v = judge_node(p, node, f);
        worst = v < worst ? v : worst;
    }
    for (size_t i = 1; i < q->group_count && worst != NO; i++) {
        if (q->groups[i].parent != g || q->groups[i].branch != branch)
            continue;
        v = judge_group(p, i, f);
        worst = v < worst ? v : worst;
    }
    return worst;
}

static verdict
judge_group(const plan *p, size_t g, const forward *f)
{
    const query_group *group = &p->query->groups[g];
    verdict best = NO;

    for (size_t b = 0; b < group->branches && best != YES; b++) {
        verdict v = judge_branch(p, g, b, f);

        best = v > best ? v : best;
    }
    return group->without ? not_so(best) : best;
}

/* The groups of the line; what fields say of them the index has seen to. */
static bool
groups_hold(const plan *p, const forward *f)
{
    const query *q = p->query;

    for (size_t i = 1; i < q->group_count; i++)
        if (query_is_plain(q, q->groups[i].parent) && !query_is_plain(q, i) &&
            judge_group(p, i, f) == NO)
            return false;
    return true;
}

bool
match_holds(const plan *p, const forward *f)
{
    for (size_t i = 0; i < p->phrase_count; i++)
        if (has_phrase(p, &p->phrases[i], f) == p->phrases[i].without)
            return false;
    return groups_hold(p, f);
}

/* ---- reading ---- */

typedef struct place {
    uint32_t entry;
    size_t at; /* among the candidates */
} place;

static int
by_entry(const void *a, const void *b)
{
    const place *x = a, *y = b;

    return x->entry < y->entry ? -1 : x->entry > y->entry;
}

static bool
is_named(const query_roles *roles, span act)
{
    for (size_t i = 0; i < roles->act_count; i++)
        if (act.len && span_equal(roles->acts[i], act))
            return true;
    return false;
}

/* Reads the forward forms of `count` candidates in the order in which they lie
 * on disk. */
static tracuu_status
read_forms(candidate *at, size_t count, arena *a, tracuu_reader *reader,
    const place *places, const uint32_t *entries, tracuu_error *err)
{
    span *values = arena_array(a, count + 1, sizeof *values);
    tracuu_status status = store_values_of(
        reader->passages, a, SLOT_FORWARD, entries, count, values, err);

    for (size_t i = 0; i < count && !status; i++) {
        candidate *c = &at[places[i].at];

        /* A form that cannot be read is an empty one: it ranks last. */
        c->words = values[i];
        if (!forward_decode(a, values[i], &c->forward))
            c->forward = (forward){0};
    }
    return status;
}

static void
put_in_order(
    const candidate *at, size_t count, place *places, uint32_t *entries)
{
    for (size_t i = 0; i < count; i++)
        places[i] = (place){at[i].entry, i};
    qsort(places, count, sizeof *places, by_entry);
    for (size_t i = 0; i < count; i++)
        entries[i] = places[i].entry;
}

static tracuu_status
read_forwards(matches *m, arena *a, tracuu_reader *reader, const plan *p,
    tracuu_error *err)
{
    size_t count = m->ranked;
    place *places = arena_array(a, count + 1, sizeof *places);
    uint32_t *entries = arena_array(a, count + 1, sizeof *entries);
    span *values;
    tracuu_status status;

    put_in_order(m->at, count, places, entries);
    status = read_forms(m->at, count, a, reader, places, entries, err);
    if (status || !p->units.roles.act_count)
        return status;
    values = arena_array(a, count + 1, sizeof *values);
    status = store_values_of(
        reader->passages, a, SLOT_ACT, entries, count, values, err);
    for (size_t i = 0; i < count && !status; i++)
        m->at[places[i].at].named = is_named(&p->units.roles, values[i]);
    return status;
}

/* Keeps what has the phrases.  A block at a time, best first, until it is
 * late: the forms of thousands take memory and time, and most are dropped. */
static tracuu_status
verify(matches *m, tracuu_reader *reader, const plan *p, size_t *looked_at,
    tracuu_error *err)
{
    arena scratch = ARENA_INIT;
    place places[BLOCK];
    uint32_t entries[BLOCK];
    size_t kept = 0, from = 0;
    tracuu_status status = TRACUU_OK;

    while (from < m->count && !status && !(from && reader_is_late(reader))) {
        size_t left = m->count - from, count = left < BLOCK ? left : BLOCK;
        candidate *block = m->at + from;

        put_in_order(block, count, places, entries);
        status =
            read_forms(block, count, &scratch, reader, places, entries, err);
        for (size_t i = 0; i < count && !status; i++) {
            if (!match_holds(p, &block[i].forward))
                continue;
            m->at[kept] = block[i];
            m->at[kept].forward = (forward){0};
            m->at[kept++].words = (span){NULL, 0};
        }
        from += count;
        arena_reset(&scratch);
    }
    arena_release(&scratch);
    *looked_at = from;
    m->count = kept;
    return status;
}

static void
take_hits(matches *m, arena *a, const store_matches *found)
{
    m->at = arena_array(a, found->hit_count + 1, sizeof *m->at);
    for (size_t i = 0; i < found->hit_count; i++)
        m->at[i] = (candidate){
            .entry = found->hits[i].entry, .score = found->hits[i].weight};
    m->count = found->hit_count;
}

/* The documents that were counted stand for the passages that were looked
 * at; if there are more, the rest is taken to be alike. */
static void
take_total(matches *m, const store_matches *found, size_t looked_at)
{
    double share = looked_at ? found->estimated / (double)looked_at : 1;

    m->exact = found->at_most <= looked_at;
    m->documents = m->counted_count;
    if (!m->exact)
        m->documents = (size_t)((double)m->counted_count * share);
}

/* With phrases the index counts too many: what held is counted anew. */
static tracuu_status
count_kept(matches *m, arena *a, tracuu_reader *reader, tracuu_error *err)
{
    memo known = {.arena = a};
    tracuu_status status = TRACUU_OK;

    m->counted = arena_array(a, m->count + 1, sizeof *m->counted);
    m->counted_count = 0;
    for (size_t i = 0; i < m->count && !status && !reader_is_late(reader);
         i++) {
        store_count *c;

        status = store_value_of(
            reader->passages, a, m->at[i].entry, SLOT_ID, &m->at[i].id, err);
        c = memo_find(&known, m->at[i].id);
        if (!c) {
            c = &m->counted[m->counted_count++];
            c->value = m->at[i].id;
            memo_add(&known, c->value, c);
        }
        c->count++;
    }
    return status;
}

/* Half as many forms to read, the same first ten for 97 of 100 and a little
 * better on sets of questions than all MATCH_CANDIDATES. */
static size_t
worth_ranking(const matches *m)
{
    size_t count = 0;

    while (count < m->count && count < MATCH_CANDIDATES &&
           (count < MATCH_SURE || m->at[count].score >= WORTH * m->at[0].score))
        count++;
    return count;
}

/* Asked of the index alone, not of the page: each page of a query then goes on
 * where the one before it ends. */
static bool
is_few(const store_matches *found, const store_match *match, size_t enough)
{
    return found->hit_count < match->limit &&
           (found->hit_count < enough ||
               (match->count_slot && found->value_count < MATCH_DOCUMENTS));
}

/* Dates order only what has all the words; other passages are too many and
 * say too little.  If none has, or fewer than are wanted have the rarest
 * words, any word will do. */
static tracuu_status
find(matches *out, arena *a, tracuu_reader *reader, const plan *p,
    store_match *match, size_t enough, store_matches *found, tracuu_error *err)
{
    tracuu_status status;
    bool few;

    if (match->sort && p->all.at) {
        match->query = p->all.at;
        match->node_count = p->all.count;
    }
    status = store_find(reader->passages, a, match, found, err);
    out->dated = match->sort;
    few = match->sort ? !found->hit_count : is_few(found, match, enough);
    if (status || !few || !p->any.at)
        return status;
    match->query = p->any.at;
    match->node_count = p->any.count;
    match->sort = out->dated = false;
    return store_find(reader->passages, a, match, found, err);
}

static tracuu_status
run(matches *out, arena *a, tracuu_reader *reader, const plan *p,
    const match_options *options, tracuu_error *err)
{
    store_match match = {.query = p->rare.at,
        .node_count = p->rare.count,
        .limit = (uint32_t)options->limit,
        .check_at_least = options->count ? MATCH_COUNTED : 0,
        .count_slot = options->count && !p->verified,
        .slot = SLOT_ID,
        .sort = options->sort != TRACUU_BY_RELEVANCE,
        .sort_slot = SLOT_DATE,
        .sort_ascending = options->sort == TRACUU_OLDEST};
    store_matches found;
    size_t looked_at;
    tracuu_status status;

    *out = (matches){0};
    if (p->verified && match.limit < MATCH_VERIFIED)
        match.limit = MATCH_VERIFIED;
    status = find(out, a, reader, p, &match,
        options->whole ? match.limit : MATCH_CANDIDATES, &found, err);
    if (status)
        return status;
    take_hits(out, a, &found);
    out->more = found.hit_count == match.limit;
    out->counted = found.counts;
    out->counted_count = found.value_count;
    looked_at = found.at_least;
    if (p->verified)
        status = verify(out, reader, p, &looked_at, err);
    if (!status && p->verified && options->count)
        status = count_kept(out, a, reader, err);
    out->ranked = worth_ranking(out);
    if (!status)
        status = read_forwards(out, a, reader, p, err);
    take_total(out, &found, looked_at);
    out->exact &= options->count;
    return status;
}

/* An estimate depends on how far the index looked: it is that of the first
 * page on each. */
tracuu_status
match_run(matches *out, arena *a, tracuu_reader *reader, const plan *p,
    const match_options *options, tracuu_error *err)
{
    match_options first = *options;
    matches few;
    tracuu_status status = run(out, a, reader, p, options, err);

    first.limit = p->verified ? MATCH_VERIFIED : MATCH_CANDIDATES;
    if (status || !options->count || out->exact ||
        options->limit <= first.limit || reader_is_late(reader))
        return status;
    status = run(&few, a, reader, p, &first, err);
    out->documents = few.documents;
    out->exact = few.exact;
    out->counted = few.counted;
    out->counted_count = few.counted_count;
    return status;
}
