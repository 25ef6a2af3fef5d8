#include "searcher/query-condition.h"

#include "common/text/pair.h"
#include "searcher/lookup-bare.h"
#include "searcher/plan-filter.h"
#include "searcher/query-dated.h"

/* What the conditions are read from and into. */
typedef struct source {
    condition *out;
    arena *arena;
    tracuu_reader *reader;
    const query *query;
    tracuu_error *err;
} source;

/* A place of the tree: a branch of a group, or all that is plain. */
typedef struct place {
    size_t group, branch;
    bool plain;
} place;

/* What a place asks for: each of `yes`, none of `no`. */
typedef struct demands {
    bundle yes, no;
} demands;

static bool
stands_at(const query *q, const place *p, size_t group, size_t branch)
{
    return p->plain ? query_is_plain(q, group)
                    : group == p->group && branch == p->branch;
}

/* ---- bundles ---- */

void
condition_join(node_list *list, store_op op, const bundle *b)
{
    if (b->count > 1)
        nodes_branch(list, op, b->count);
    for (size_t i = 0; i < b->nodes.count; i++)
        vec_push(list, b->nodes.at[i]);
}

static void
add_term(bundle *b, span term, bool prefix)
{
    if (prefix)
        nodes_prefix(&b->nodes, term);
    else
        nodes_term(&b->nodes, term);
    b->count++;
}

/* Any of them, as one subtree of `to`; empties `any`. */
static void
add_any(bundle *to, bundle *any)
{
    if (any->count) {
        condition_join(&to->nodes, STORE_OR, any);
        to->count++;
    }
    vec_release(&any->nodes);
    any->count = 0;
}

/* ---- words ---- */

/* The index can only require a phrase's syllables and listed pairs; that they
 * stand in a row is verified afterwards.  What it must not have is left to
 * that alone. */
static void
add_phrase(const source *s, const query_node *node, bundle *yes)
{
    const token_list *list = &s->query->tokens;

    for (size_t t = node->first; !node->without && t < node->last; t++) {
        span first = token_folded(list, t), second;

        add_term(yes, first, false);
        if (t + 1 >= node->last || list->at[t + 1].breaks ||
            !pair_is_listed(list->at[t].id, list->at[t + 1].id))
            continue;
        second = token_folded(list, t + 1);
        add_term(yes,
            arena_print(
                s->arena, "%.*s %.*s", SPAN_PRINT(first), SPAN_PRINT(second)),
            false);
    }
}

static bool
is_phrase(const query_node *node)
{
    return node->kind == QUERY_PHRASE ||
           (node->kind == QUERY_FIELD && node->field == FIELD_TITLE);
}

static void
add_word(bundle *b, span word, bool starts)
{
    if (starts)
        nodes_start(&b->nodes, word);
    else
        nodes_term(&b->nodes, word);
    b->count++;
}

/* Words by themselves only rank; in a group they are meant. */
static void
add_words(const source *s, const place *p, demands *d)
{
    const query *q = s->query;
    condition *c = s->out;

    for (size_t i = 0; i < q->node_count; i++) {
        const query_node *node = &q->nodes[i];

        if (!stands_at(q, p, node->group, node->branch))
            continue;
        if (is_phrase(node)) {
            add_phrase(s, node, &d->yes);
            if (p->plain)
                c->phrases[c->phrase_count++] = (phrase){node->first,
                    node->last, node->without, node->kind == QUERY_FIELD};
            c->grouped |= !p->plain;
        } else if (query_is_words(node) &&
                   (node->kind == QUERY_PREFIX || node->without || !p->plain)) {
            add_word(node->without ? &d->no : &d->yes,
                token_folded(&q->tokens, node->first),
                node->kind == QUERY_PREFIX);
        }
    }
}

/* ---- fields ---- */

/* The documents that bear the number. */
static tracuu_status
read_number(const source *s, span value, filter *out)
{
    found_list list;
    tracuu_status status = bare_find(s->reader, s->arena, value, &list, s->err);

    if (status)
        return status;
    out->at = arena_array(s->arena, list.count + 1, sizeof *out->at);
    for (size_t i = 0; i < list.count && !status; i++) {
        span id = {NULL, 0};

        if (!list.at[i].entry)
            continue;
        status = store_value_of(s->reader->documents, s->arena,
            list.at[i].entry, SLOT_ID, &id, s->err);
        out->at[out->count++].term = field_term(s->arena, "XD", id);
    }
    if (!out->count)
        out->at[out->count++].term = SPAN("XD");
    return status;
}

static tracuu_status
read_filter(const source *s, const query_node *node, filter *out)
{
    if (node->field == FIELD_NUMBER)
        return read_number(s, node->value, out);
    *out = filter_read(s->arena, node->field, node->value, &s->query->tokens,
        node->first, node->last);
    return node->field == FIELD_STATUS
               ? dated_add(out, s->arena, s->reader, s->err)
               : TRACUU_OK;
}

/* A document of the place since the provinces of today began. */
static void
add_merged(const source *s, bundle *b, span term)
{
    filter days = filter_merged(s->arena);

    nodes_branch(&b->nodes, STORE_AND, 2);
    nodes_term(&b->nodes, term);
    nodes_branch(&b->nodes, STORE_OR, days.count);
    for (size_t i = 0; i < days.count; i++)
        nodes_term(&b->nodes, days.at[i].term);
    b->count++;
}

static void
add_filter(const source *s, bundle *b, const filter *f)
{
    for (size_t i = 0; i < f->count; i++) {
        if (f->at[i].merged)
            add_merged(s, b, f->at[i].term);
        else
            add_term(b, f->at[i].term, f->at[i].prefix);
    }
}

/* Two values of one field: either will do. */
static tracuu_status
add_field(const source *s, const place *p, field f, demands *d)
{
    const query *q = s->query;
    bundle any = {VEC_INIT, 0};
    tracuu_status status = TRACUU_OK;

    for (size_t i = 0; i < q->node_count && !status; i++) {
        const query_node *node = &q->nodes[i];
        filter values = {0};

        if (node->kind != QUERY_FIELD || node->field != f ||
            !stands_at(q, p, node->group, node->branch))
            continue;
        status = read_filter(s, node, &values);
        add_filter(s, node->without ? &d->no : &any, &values);
    }
    add_any(&d->yes, &any);
    return status;
}

/* từ and đến together are one stretch of time. */
static void
add_dates(const source *s, const place *p, demands *d)
{
    const query *q = s->query;
    date from = {0}, to = {0};
    bundle any = {VEC_INIT, 0};
    filter days = {0};
    bool asked = false;

    for (size_t i = 0; i < q->node_count; i++) {
        const query_node *node = &q->nodes[i];

        if (node->kind != QUERY_FIELD ||
            (node->field != FIELD_FROM && node->field != FIELD_TO) ||
            !stands_at(q, p, node->group, node->branch))
            continue;
        asked = true;
        *(node->field == FIELD_FROM ? &from : &to) = filter_date(node->value);
    }
    if (asked)
        days = filter_dates(s->arena, from, to);
    add_filter(s, &any, &days);
    add_any(&d->yes, &any);
}

/* The documents were found by relation_resolve. */
static void
add_relations(const source *s, const place *p, demands *d)
{
    const query *q = s->query;

    for (size_t i = 0; i < q->node_count; i++) {
        const query_node *node = &q->nodes[i];
        bundle any = {VEC_INIT, 0};

        if (node->kind != QUERY_RELATION ||
            !stands_at(q, p, node->group, node->branch))
            continue;
        for (size_t k = 0; k < node->id_count; k++)
            add_term(&any, field_term(s->arena, "XD", node->ids[k]), false);
        if (!node->id_count)
            add_term(&any, SPAN("XD"), false);
        add_any(node->without ? &d->no : &d->yes, &any);
    }
}

static tracuu_status
add_fields(const source *s, const place *p, demands *d)
{
    tracuu_status status = TRACUU_OK;

    for (field f = 0; f < FIELD_COUNT && !status; f++)
        if (f != FIELD_TITLE && f != FIELD_FROM && f != FIELD_TO)
            status = add_field(s, p, f, d);
    add_dates(s, p, d);
    add_relations(s, p, d);
    return status;
}

/* ---- groups ---- */

static bool
is_below(const query *q, size_t g, size_t top)
{
    while (g && g != top)
        g = q->groups[g].parent;
    return g == top;
}

/* True if a node below the group is of the kind asked for. */
static bool
has_node(const query *q, size_t top, bool (*is)(const query_node *))
{
    for (size_t i = 0; i < q->node_count; i++)
        if (is(&q->nodes[i]) && is_below(q, q->nodes[i].group, top))
            return true;
    return false;
}

static tracuu_status read_group(const source *s, size_t g, bundle *to);

/* What is said by the groups that hang at the place.  The index must not
 * exclude what only looks like a phrase. */
static tracuu_status
add_groups(const source *s, const place *p, demands *d)
{
    const query *q = s->query;
    tracuu_status status = TRACUU_OK;

    for (size_t i = 1; i < q->group_count && !status; i++) {
        const query_group *g = &q->groups[i];
        bool facts = p->plain && !has_node(q, i, query_is_words);
        bundle unused = {VEC_INIT, 0};

        if (!stands_at(q, p, g->parent, g->branch) || query_is_plain(q, i))
            continue;
        if (g->without)
            status =
                read_group(s, i, has_node(q, i, is_phrase) ? &unused : &d->no);
        else
            status = read_group(s, i, facts ? &s->out->filters : &d->yes);
        vec_release(&unused.nodes);
    }
    return status;
}

static tracuu_status
read_place(const source *s, const place *p, demands *d)
{
    tracuu_status status;

    add_words(s, p, d);
    status = add_fields(s, p, d);
    return status ? status : add_groups(s, p, d);
}

static void
release(demands *d)
{
    vec_release(&d->yes.nodes);
    vec_release(&d->no.nodes);
}

/* One branch as a subtree of `to`. */
static tracuu_status
read_branch(const source *s, size_t g, size_t branch, bundle *to)
{
    const place p = {.group = g, .branch = branch};
    demands d = {{VEC_INIT, 0}, {VEC_INIT, 0}};
    tracuu_status status = read_place(s, &p, &d);

    if (!status && (d.yes.count || d.no.count)) {
        if (d.no.count)
            nodes_branch(&to->nodes, STORE_WITHOUT, 2);
        if (d.yes.count)
            condition_join(&to->nodes, STORE_AND, &d.yes);
        else
            nodes_branch(&to->nodes, STORE_EVERYTHING, 0);
        condition_join(&to->nodes, STORE_OR, &d.no);
        to->count++;
    }
    release(&d);
    return status;
}

/* Groups nest no deeper than brackets do, twice. */
static tracuu_status
read_group(const source *s, size_t g, bundle *to)
{
    bundle any = {VEC_INIT, 0};
    tracuu_status status = TRACUU_OK;

    for (size_t b = 0; b < s->query->groups[g].branches && !status; b++)
        status = read_branch(s, g, b, &any);
    add_any(to, &any);
    return status;
}

/* ---- all ---- */

/* At the line itself fields only filter, words are counted for the rank. */
tracuu_status
condition_read(condition *out, arena *a, tracuu_reader *reader, const query *q,
    tracuu_error *err)
{
    source s = {out, a, reader, q, err};
    const place line = {.plain = true};
    demands words = {{VEC_INIT, 0}, {VEC_INIT, 0}}, fields = words;
    tracuu_status status;

    *out = (condition){0};
    out->phrases = arena_array(a, q->node_count + 1, sizeof *out->phrases);
    add_words(&s, &line, &words);
    status = add_groups(&s, &line, &words);
    if (!status)
        status = add_fields(&s, &line, &fields);
    out->required = words.yes;
    for (size_t i = 0; i < fields.yes.nodes.count; i++)
        vec_push(&out->filters.nodes, fields.yes.nodes.at[i]);
    out->filters.count += fields.yes.count;
    out->without = words.no;
    for (size_t i = 0; i < fields.no.nodes.count; i++)
        vec_push(&out->without.nodes, fields.no.nodes.at[i]);
    out->without.count += fields.no.count;
    release(&fields);
    return status;
}

void
condition_release(condition *c)
{
    vec_release(&c->required.nodes);
    vec_release(&c->without.nodes);
    vec_release(&c->filters.nodes);
}

void
condition_inside(condition *c, arena *a, const span *ids, size_t count)
{
    bundle any = {VEC_INIT, 0};

    for (size_t i = 0; i < count; i++)
        add_term(&any, field_term(a, "XD", ids[i]), false);
    if (!count) {
        nodes_branch(&any.nodes, STORE_NOTHING, 0);
        any.count = 1;
    }
    add_any(&c->filters, &any);
}
