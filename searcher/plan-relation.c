#include "searcher/plan-relation.h"

#include <stdlib.h>

#include "common/base/vec.h"
#include "common/document/fields.h"
#include "searcher/lookup-candidates.h"
#include "searcher/lookup-memo.h"
#include "searcher/lookup.h"

enum {
    VARIANTS = 8,
    READS = 500,  /* records; what cites behind them is taken at its term */
    PRESENT = 8,  /* acts that one open key is listed with */
    HOME_MAX = 32 /* documents of one act */
};

typedef struct walk {
    tracuu_reader *reader;
    arena *arena;
    const query_node *node;
    tracuu_error *err;
    VEC(span) acts; /* whose citing documents are looked for */
    VEC(uint32_t) found;
    VEC(uint32_t) citing; /* of one term */
    memo known_acts, known_entries;
    size_t reads;
} walk;

/* The keys under which one act is cited. */
typedef struct names {
    span at[VARIANTS];
    size_t count;
} names;

/* ---- what is known ---- */

static bool
is_new_entry(walk *w, uint32_t entry)
{
    span name = {(const char *)&entry, sizeof entry};

    if (memo_find(&w->known_entries, name))
        return false;
    memo_add(&w->known_entries, name, w);
    return true;
}

static void
add_act(walk *w, span key)
{
    key_parts parts;

    if (!key.len || w->acts.count == RELATION_ACTS ||
        memo_find(&w->known_acts, key) || !key_split(key, &parts) ||
        span_equal(parts.no, SPAN("?")))
        return;
    key = arena_copy(w->arena, key);
    memo_add(&w->known_acts, key, w);
    vec_push(&w->acts, key);
}

static span
key_of(walk *w, uint32_t entry)
{
    span key = {NULL, 0};

    store_value_of(w->reader->documents, w->arena, entry, SLOT_KEY, &key, NULL);
    return key;
}

static void
add_entry(walk *w, uint32_t entry)
{
    if (!is_new_entry(w, entry))
        return;
    vec_push(&w->found, entry);
    if (w->node->closure)
        add_act(w, key_of(w, entry));
}

/* ---- relations ---- */

/* True if an edge of this relation is asked for; on the way of a closure what
 * keeps an act alive carries it out. */
static bool
is_asked(const query_node *node, relation r)
{
    return r != REL_SELF &&
           (relation_covers(node->relation, r) ||
               (node->closure && r == REL_CONTINUES &&
                   relation_covers(REL_IMPLEMENTS, node->relation)) ||
               (node->closure && r == REL_CONTINUED_BY &&
                   relation_covers(REL_IMPLEMENTED_BY, node->relation)));
}

/* ---- documents of an act ---- */

static bool
visit(void *payload, uint32_t entry)
{
    walk *w = payload;

    if (reader_may_see(w->reader, entry))
        vec_push(&w->citing, entry);
    return w->citing.count < RELATION_DOCUMENTS;
}

/* The visible documents with the term, into `citing`. */
static tracuu_status
walk_term(walk *w, span term)
{
    w->citing.count = 0;
    return store_walk_entries(w->reader->documents, term, visit, w, w->err);
}

/* What somebody tells of the act `key`: its text may be here or not. */
static tracuu_status
add_told(walk *w, span key)
{
    tracuu_status status;
    VEC(uint32_t) homes = VEC_INIT;

    if (!key.len || key_is_open(key))
        return TRACUU_OK;
    status = walk_term(w, field_term(w->arena, "XKEY", key));
    for (size_t i = 0; i < w->citing.count && i < HOME_MAX; i++)
        vec_push(&homes, w->citing.at[i]);
    for (size_t i = 0; i < homes.count; i++)
        add_entry(w, homes.at[i]);
    if (!homes.count && w->node->closure)
        add_act(w, key);
    vec_release(&homes);
    return status;
}

/* ---- who cites ---- */

static bool
is_meant(const names *n, span key)
{
    for (size_t i = 0; i < n->count; i++)
        if (span_equal(n->at[i], key))
            return true;
    return false;
}

/* An edge of the document itself counts for it, one that hangs on another
 * act for that one. */
static tracuu_status
read_citing(walk *w, const names *n, uint32_t entry)
{
    arena scratch = ARENA_INIT;
    tracuu_status status = TRACUU_OK;
    record r = {0};

    if (w->reads++ >= READS) {
        add_entry(w, entry);
        return TRACUU_OK;
    }
    status =
        lookup_record(w->reader, &scratch, entry, RECORD_MENTIONS, &r, w->err);
    for (size_t i = 0; i < r.mention_count && !status; i++) {
        const record_mention *m = &r.mentions[i];
        bool told = m->head >= 0 && (size_t)m->head < r.mention_count;

        if (!is_asked(w->node, m->relation) || !is_meant(n, m->key))
            continue;
        if (told && w->node->relation != REL_CITES)
            status = add_told(w, r.mentions[m->head].key);
        else
            add_entry(w, entry);
    }
    arena_release(&scratch);
    return status;
}

static tracuu_status
read_term(walk *w, const names *n, span term)
{
    tracuu_status status = walk_term(w, term);
    VEC(uint32_t) citing = VEC_INIT;

    for (size_t i = 0; i < w->citing.count; i++)
        vec_push(&citing, w->citing.at[i]);
    for (size_t i = 0; i < citing.count && !status; i++) {
        if (w->found.count >= RELATION_DOCUMENTS || reader_is_late(w->reader))
            break;
        status = read_citing(w, n, citing.at[i]);
    }
    vec_release(&citing);
    return status;
}

static tracuu_status
read_incoming(walk *w, const names *n)
{
    tracuu_status status = TRACUU_OK;

    for (size_t i = 0; i < n->count && !status; i++) {
        if (w->node->relation == REL_CITES) {
            status = read_term(w, n, field_edge_term(w->arena, "A", n->at[i]));
            continue;
        }
        for (relation r = 0; r < RELATION_COUNT && !status; r++) {
            span term =
                field_edge_term(w->arena, relation_about(r)->code, n->at[i]);

            if (is_asked(w->node, r) &&
                store_frequency(w->reader->documents, term))
                status = read_term(w, n, term);
        }
    }
    return status;
}

/* ---- what the act says itself ---- */

/* "A thay thế B" in A is "B bị thay thế bởi A". */
static tracuu_status
read_own(walk *w, uint32_t entry)
{
    arena scratch = ARENA_INIT;
    record r = {0};
    tracuu_status status =
        lookup_record(w->reader, &scratch, entry, RECORD_MENTIONS, &r, w->err);

    for (size_t i = 0; i < r.mention_count && !status; i++) {
        const record_mention *m = &r.mentions[i];
        key_list present = {&(span){NULL, 0}, 0};

        if (m->head != HEAD_DOCUMENT || !m->key.len ||
            !is_asked(w->node, relation_about(m->relation)->inverse))
            continue;
        status = candidates_present(
            &present, w->reader, w->arena, m->key, PRESENT, w->err);
        for (size_t k = 0; k < present.count && !status; k++)
            status = add_told(w, present.at[k]);
    }
    arena_release(&scratch);
    return status;
}

static tracuu_status
read_act(walk *w, span key)
{
    span variants[VARIANTS];
    size_t count = key_variants(w->arena, key, variants);
    uint32_t home = lookup_key(w->reader, w->arena, key);
    tracuu_status status = TRACUU_OK;
    names n = {.count = 0};

    for (size_t i = 0; i < count; i++)
        if (!i || (store_frequency(w->reader->documents,
                       field_term(w->arena, "XRA:", variants[i])) &&
                      lookup_means_only(w->reader, w->arena, variants[i], key)))
            n.at[n.count++] = variants[i];
    status = read_incoming(w, &n);
    if (!status && home && w->node->relation != REL_CITES)
        status = read_own(w, home);
    return status;
}

/* ---- the answer ---- */

static int
by_entry(const void *a, const void *b)
{
    const uint32_t *x = a, *y = b;

    return (*x > *y) - (*x < *y);
}

static tracuu_status
take_ids(walk *w, query_node *out)
{
    span *ids = arena_array(w->arena, w->found.count + 1, sizeof *ids);

    out->ids = ids;
    out->id_count = w->found.count;
    if (!out->id_count)
        return TRACUU_OK;
    qsort(w->found.at, w->found.count, sizeof *w->found.at, by_entry);
    return store_values_of(w->reader->documents, w->arena, SLOT_ID, w->found.at,
        w->found.count, ids, w->err);
}

/* The acts that are asked about are no answer themselves. */
static tracuu_status
start(walk *w, query *q)
{
    const query_node *node = w->node;
    found_list list;
    tracuu_status status =
        lookup_name(w->reader, w->arena, node->value, &list, w->err);

    for (size_t i = 0; i < list.count && !status; i++) {
        add_act(w, list.at[i].key);
        if (!list.at[i].key.len)
            continue;
        status = walk_term(w, field_term(w->arena, "XKEY", list.at[i].key));
        for (size_t k = 0; k < w->citing.count; k++)
            is_new_entry(w, w->citing.at[k]);
    }
    if (!status && w->acts.count > 1)
        query_note(q, node->range,
            "several acts are called so; a khóa, date or issuer tells them "
            "apart");
    else if (!status && !w->acts.count && !node->asked)
        query_note(q, node->range, "no document bears or cites this number");
    return status;
}

static tracuu_status
resolve(query *q, query_node *node, tracuu_reader *reader, arena *a,
    tracuu_error *err)
{
    walk w = {.reader = reader,
        .arena = a,
        .node = node,
        .err = err,
        .known_acts = {.arena = a},
        .known_entries = {.arena = a}};
    tracuu_status status = start(&w, q);

    for (size_t i = 0; i < w.acts.count && !status && !reader_is_late(reader);
         i++)
        status = read_act(&w, w.acts.at[i]);
    if (!status)
        status = take_ids(&w, node);
    vec_release(&w.acts);
    vec_release(&w.found);
    vec_release(&w.citing);
    return status;
}

tracuu_status
relation_resolve(query *q, tracuu_reader *reader, arena *a, tracuu_error *err)
{
    tracuu_status status = TRACUU_OK;
    bool unanswered = false;

    for (size_t i = 0; i < q->node_count && !status; i++) {
        query_node *node = &q->nodes[i];

        if (node->kind != QUERY_RELATION)
            continue;
        status = resolve(q, node, reader, a, err);
        unanswered |= node->asked && !node->id_count;
    }
    if (unanswered)
        query_forget(q, a);
    return status;
}
