#include "searcher/lookup-edge.h"

#include "common/base/vec.h"
#include "common/document/fields.h"
#include "searcher/lookup-choice.h"
#include "searcher/lookup-citing.h"

enum {
    VARIANTS = 8,
    PROVISION_MAX = 240 /* bytes of provisions that are joined */
};

typedef VEC(edge) edge_vec;

/* ---- collecting ---- */

/* What a mention says, copied out of the record's arena. */
static edge
edge_of(arena *a, const record *r, record_mention *m)
{
    record_sentence(a, m);
    return (edge){
        .relation = m->relation,
        .provision = arena_copy(a, m->provision),
        .sentence = m->sentence,
        .mention = {m->at, m->at_end},
        .place = {m->start, m->end},
        .points = m->points,
        .rule = arena_copy(a, m->rule),
        .confidence = m->confidence,
        .news = r->news,
    };
}

/* Edges by a name; the place of an edge in `edges` is kept plus one. */
typedef struct edge_set {
    resolver *with;
    const found *self;
    edge_vec edges;
    memo places;
} edge_set;

static edge *
set_find(edge_set *set, span name)
{
    const size_t *place = memo_find(&set->places, name);

    return place ? &set->edges.at[*place] : NULL;
}

static void
set_add(edge_set *set, span name, const edge *fresh)
{
    size_t *place = arena_take(set->with->arena, sizeof *place);

    *place = set->edges.count;
    memo_add(&set->places, name, place);
    vec_push(&set->edges, *fresh);
}

static edge_list
set_take(edge_set *set)
{
    edge_list out = {
        arena_array(set->with->arena, set->edges.count, sizeof *out.at),
        set->edges.count};

    if (out.count)
        memcpy(out.at, set->edges.at, out.count * sizeof *out.at);
    vec_release(&set->edges);
    return out;
}

/* ---- what the document itself states ---- */

static void
join_provision(arena *a, edge *into, span more)
{
    if (!more.len || span_find(into->provision, more, 0) < into->provision.len)
        return;
    if (!into->provision.len)
        into->provision = arena_copy(a, more);
    else if (into->provision.len + more.len < PROVISION_MAX)
        into->provision = arena_print(
            a, "%.*s; %.*s", SPAN_PRINT(into->provision), SPAN_PRINT(more));
}

static void
add_own(edge_set *set, const record *r, record_mention *m)
{
    arena *a = set->with->arena;
    const found_list *to;
    /* A mention that hangs on another act is, for the document itself, a
     * citation. */
    relation own = m->head == HEAD_DOCUMENT ? m->relation : REL_CITES;

    record_sentence(a, m);
    to = choice_of(set->with, resolver_meanings(set->with, m->key),
        set->self->date, m->sentence);
    for (size_t i = 0; i < to->count; i++) {
        span act = resolver_name(set->with, &to->at[i]);
        span name = arena_print(a, "%d %.*s", (int)own, SPAN_PRINT(act));
        edge *known = set_find(set, name), fresh;

        if (resolver_same(set->self, &to->at[i]))
            continue;
        if (known) {
            join_provision(a, known, m->provision);
            continue;
        }
        fresh = edge_of(a, r, m);
        fresh.relation = own;
        fresh.other = to->at[i];
        fresh.uncertain = to->count > 1;
        set_add(set, name, &fresh);
    }
}

/* Leaves out the bare citation of an act that something stronger is said of,
 * and makes `places` find each act by its name. */
static void
drop_bare(edge_set *set)
{
    memo stronger = {.arena = set->with->arena};
    edge_vec all = set->edges;

    for (size_t i = 0; i < all.count; i++) {
        span name = resolver_name(set->with, &all.at[i].other);

        if (all.at[i].relation != REL_CITES && !memo_find(&stronger, name))
            memo_add(&stronger, name, &all.at[i]);
    }
    set->edges = (edge_vec)VEC_INIT;
    set->places = (memo){.arena = set->with->arena};
    for (size_t i = 0; i < all.count; i++) {
        span name = resolver_name(set->with, &all.at[i].other);

        if (all.at[i].relation == REL_CITES && memo_find(&stronger, name))
            continue;
        if (memo_find(&set->places, name))
            vec_push(&set->edges, all.at[i]);
        else
            set_add(set, name, &all.at[i]);
    }
    vec_release(&all);
}

static tracuu_status
read_own(edge_set *set, tracuu_error *err)
{
    arena scratch = ARENA_INIT;
    tracuu_status status;
    record r;

    if (!set->self->entry)
        return TRACUU_OK;
    status = lookup_record(set->with->reader, &scratch, set->self->entry,
        RECORD_MENTIONS, &r, err);
    for (size_t i = 0; status == TRACUU_OK && i < r.mention_count &&
                       !reader_is_late(set->with->reader);
         i++) {
        if (r.mentions[i].key.len && r.mentions[i].relation != REL_SELF)
            add_own(set, &r, &r.mentions[i]);
    }
    drop_bare(set);
    arena_release(&scratch);
    return status;
}

/* ---- what citing documents state ---- */

/* A citing document may leave parts of the key open. */
typedef struct variants {
    span keys[VARIANTS];
    bool uncertain[VARIANTS]; /* another act present agrees too */
    size_t count;
} variants;

static variants
variants_of(resolver *with, span key)
{
    variants v = {.count = key_variants(with->arena, key, v.keys)};

    for (size_t i = 1; i < v.count; i++) {
        const found_list *acts = NULL;
        span term = field_term(with->arena, "XRA:", v.keys[i]);

        if (store_frequency(with->reader->documents, term))
            acts = resolver_meanings(with, v.keys[i]);
        v.uncertain[i] = acts && acts->count > 1;
    }
    return v;
}

/* The variant that `key` is, or its count. */
static size_t
variant_of(const variants *v, span key)
{
    size_t i = 0;

    while (i < v->count && !span_equal(v->keys[i], key))
        i++;
    return i;
}

/* Of several that say something of the same act the strongest stands; what an
 * act says itself stands before what others tell of it. */
static bool
outweighs(const edge *fresh, const edge *known)
{
    int a = relation_about(fresh->relation)->strength,
        b = relation_about(known->relation)->strength;

    if (a != b)
        return a > b;
    if (!fresh->teller != !known->teller)
        return !fresh->teller;
    return fresh->confidence > known->confidence;
}

/* `told`: by others, which counts where the act does not say so itself. */
static void
add_edge(edge_set *set, const edge *fresh, bool told)
{
    span name = resolver_name(set->with, &fresh->other);
    edge *known = set_find(set, name);

    if (resolver_same(set->self, &fresh->other))
        return;
    if (!known)
        set_add(set, name, fresh);
    else if ((!told || known->teller) && outweighs(fresh, known))
        *known = *fresh;
}

/* One citing document while it is read. */
typedef struct account {
    edge_set *in, *out;
    const variants *variants;
    const record *record;
    uint32_t teller;
    found home;
} account;

/* `m` hangs on another mention of the same text: that act refers to it. */
static void
read_hanging(const account *a, record_mention *m, size_t hit)
{
    const variants *v = a->variants;
    const record_mention *head = &a->record->mentions[m->head];
    size_t from = variant_of(v, head->key);
    const found_list *acts;
    edge e;

    if (!head->key.len || (hit == v->count && from == v->count))
        return;
    e = edge_of(a->in->with->arena, a->record, m);
    e.teller = a->teller;
    acts = resolver_meanings(a->in->with, hit < v->count ? head->key : m->key);
    e.other = acts->at[0];
    e.uncertain = acts->count > 1 || v->uncertain[hit < v->count ? hit : from];
    if (hit < v->count)
        add_edge(a->in, &e, false);
    else
        add_edge(a->out, &e, true);
}

/* Whether the act that is asked for may be the one that `m` means; `*sure` if
 * it can be no other. */
static bool
may_mean_self(const account *a, record_mention *m, size_t hit, bool *sure)
{
    const found_list *acts;

    *sure = !a->variants->uncertain[hit];
    if (*sure)
        return true;
    record_sentence(a->in->with->arena, m);
    acts = choice_of(a->in->with, resolver_meanings(a->in->with, m->key),
        a->home.date, m->sentence);
    *sure = acts->count == 1;
    for (size_t i = 0; i < acts->count; i++)
        if (resolver_same(a->in->self, &acts->at[i]))
            return true;
    return false;
}

static void
read_mention(const account *a, record_mention *m)
{
    size_t hit = variant_of(a->variants, m->key);
    bool hangs = m->head >= 0 && (size_t)m->head < a->record->mention_count;
    bool sure = false;
    edge e;

    if (!m->key.len || m->relation == REL_SELF)
        return;
    if (hit < a->variants->count && !may_mean_self(a, m, hit, &sure))
        return;
    if (hit < a->variants->count) {
        e = edge_of(a->in->with->arena, a->record, m);
        e.other = a->home;
        e.uncertain = !sure;
        e.relation = hangs ? REL_CITES : m->relation;
        add_edge(a->in, &e, false);
    }
    if (hangs)
        read_hanging(a, m, hit);
}

static void
read_account(edge_set *in, edge_set *out, const variants *v, uint32_t teller,
    const record *r)
{
    account a = {in, out, v, r, teller, resolver_home(in->with, teller)};

    for (size_t i = 0; i < r->mention_count; i++)
        read_mention(&a, &r->mentions[i]);
}

static tracuu_status
read_all_citing(edge_set *in, edge_set *out, tracuu_error *err)
{
    resolver *with = in->with;
    variants v = variants_of(with, in->self->key);
    entry_list citing;
    tracuu_status status;

    status = citing_of(&citing, with->reader, with->arena, v.keys, v.count,
        EDGE_CITING_MAX, err);
    for (size_t i = 0; status == TRACUU_OK && i < citing.count &&
                       !reader_is_late(with->reader);
         i++) {
        arena scratch = ARENA_INIT;
        record r;

        status = lookup_record(
            with->reader, &scratch, citing.at[i], RECORD_MENTIONS, &r, err);
        if (status == TRACUU_OK && citing.at[i] != in->self->entry)
            read_account(in, out, &v, citing.at[i], &r);
        arena_release(&scratch);
    }
    return status;
}

/* Of equal strength, what keeps an act alive comes before what carries it
 * out. */
static int
order_of(relation r)
{
    return r == REL_CONTINUES ? -1 : (int)r;
}

static int
compare_incoming(const void *left, const void *right)
{
    const edge *a = left, *b = right;
    int strong = relation_about(b->relation)->strength -
                 relation_about(a->relation)->strength;

    if (strong)
        return strong;
    if (a->relation != b->relation)
        return order_of(a->relation) < order_of(b->relation) ? -1 : 1;
    if (a->news != b->news)
        return a->news ? 1 : -1;
    if (a->other.date != b->other.date)
        return a->other.date > b->other.date ? -1 : 1;
    if (a->other.entry != b->other.entry)
        return a->other.entry < b->other.entry ? -1 : 1;
    return span_compare(a->other.key, b->other.key);
}

tracuu_status
edge_around(edge_list *outgoing, edge_list *incoming, resolver *with,
    const found *what, tracuu_error *err)
{
    memo empty = {.arena = with->arena};
    edge_set out = {.with = with, .self = what, .places = empty};
    edge_set in = {.with = with, .self = what, .places = empty};
    tracuu_status status = read_own(&out, err);

    if (status == TRACUU_OK && what->key.len)
        status = read_all_citing(&in, &out, err);
    *outgoing = set_take(&out);
    *incoming = set_take(&in);
    if (incoming->count)
        qsort(incoming->at, incoming->count, sizeof *incoming->at,
            compare_incoming);
    return status;
}
