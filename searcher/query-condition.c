#include "searcher/query-condition.h"

#include "common/text/pair.h"
#include "searcher/lookup.h"
#include "searcher/plan-filter.h"
#include "searcher/query-dated.h"

/* What the conditions are read from and into. */
typedef struct source {
    condition *out;
    arena *arena;
    tracuu_reader *reader;
    const query *query;
} source;

/* ---- words ---- */

/* The index can only require a phrase's syllables and listed pairs; that they
 * stand in a row is verified afterwards.  What it must not have is left to
 * that alone. */
static void
add_phrase(const source *s, const query_node *node)
{
    const token_list *list = &s->query->tokens;
    condition *c = s->out;

    c->phrases[c->phrase_count++] = (phrase){
        node->first, node->last, node->without, node->kind == QUERY_FIELD};
    for (size_t t = node->first; !node->without && t < node->last; t++) {
        span first = token_folded(list, t), second;

        nodes_term(&c->required, first);
        if (t + 1 >= node->last || list->at[t + 1].breaks ||
            !pair_is_listed(list->at[t].id, list->at[t + 1].id))
            continue;
        second = token_folded(list, t + 1);
        nodes_term(&c->required, arena_print(s->arena, "%.*s %.*s",
                                     SPAN_PRINT(first), SPAN_PRINT(second)));
    }
}

static void
add_word(const source *s, const query_node *node)
{
    span word = token_folded(&s->query->tokens, node->first);
    node_list *list = node->without ? &s->out->without : &s->out->required;

    if (node->kind == QUERY_PREFIX)
        nodes_prefix(list, word);
    else if (node->kind == QUERY_WORD && node->without)
        nodes_term(list, word);
}

static void
add_words(const source *s)
{
    const query *q = s->query;

    s->out->phrases =
        arena_array(s->arena, q->node_count + 1, sizeof *s->out->phrases);
    for (size_t i = 0; i < q->node_count; i++) {
        const query_node *node = &q->nodes[i];

        if (node->kind == QUERY_PHRASE ||
            (node->kind == QUERY_FIELD && node->field == FIELD_TITLE))
            add_phrase(s, node);
        else
            add_word(s, node);
    }
}

/* ---- fields ---- */

/* The documents that bear the number. */
static tracuu_status
read_number(const source *s, span value, filter *out, tracuu_error *err)
{
    found_list list;
    tracuu_status status = lookup_name(s->reader, s->arena, value, &list, err);

    if (status)
        return status;
    out->at = arena_array(s->arena, list.count + 1, sizeof *out->at);
    for (size_t i = 0; i < list.count && !status; i++) {
        span id = {NULL, 0};

        if (!list.at[i].entry)
            continue;
        status = store_value_of(s->reader->documents, s->arena,
            list.at[i].entry, SLOT_ID, &id, err);
        out->at[out->count++].term = field_term(s->arena, "XD", id);
    }
    if (!out->count)
        out->at[out->count++].term = SPAN("XD");
    return status;
}

static tracuu_status
read_filter(
    const source *s, const query_node *node, filter *out, tracuu_error *err)
{
    if (node->field == FIELD_NUMBER)
        return read_number(s, node->value, out, err);
    *out = filter_read(s->arena, node->field, node->value, &s->query->tokens,
        node->first, node->last);
    return node->field == FIELD_STATUS
               ? dated_add(out, s->arena, s->reader, err)
               : TRACUU_OK;
}

static void
push_filter(node_list *list, const filter *f)
{
    for (size_t i = 0; i < f->count; i++) {
        if (f->at[i].prefix)
            nodes_prefix(list, f->at[i].term);
        else
            nodes_term(list, f->at[i].term);
    }
}

static void
push_any(condition *c, node_list *any)
{
    if (any->count) {
        nodes_join(&c->filters, STORE_OR, any);
        c->filter_count++;
    }
    vec_release(any);
}

static tracuu_status
add_field(const source *s, field f, tracuu_error *err)
{
    const query *q = s->query;
    node_list any = VEC_INIT;
    tracuu_status status = TRACUU_OK;

    for (size_t i = 0; i < q->node_count && !status; i++) {
        const query_node *node = &q->nodes[i];
        filter values = {0};

        if (node->kind != QUERY_FIELD || node->field != f)
            continue;
        status = read_filter(s, node, &values, err);
        push_filter(node->without ? &s->out->without : &any, &values);
    }
    push_any(s->out, &any);
    return status;
}

/* từ and đến together are one stretch of time. */
static void
add_dates(const source *s)
{
    const query *q = s->query;
    date from = {0}, to = {0};
    node_list any = VEC_INIT;
    filter days = {0};
    bool asked = false;

    for (size_t i = 0; i < q->node_count; i++) {
        const query_node *node = &q->nodes[i];

        if (node->kind != QUERY_FIELD ||
            (node->field != FIELD_FROM && node->field != FIELD_TO))
            continue;
        asked = true;
        *(node->field == FIELD_FROM ? &from : &to) = filter_date(node->value);
    }
    if (asked)
        days = filter_dates(s->arena, from, to);
    push_filter(&any, &days);
    push_any(s->out, &any);
}

/* ---- all ---- */

tracuu_status
condition_read(condition *out, arena *a, tracuu_reader *reader, const query *q,
    tracuu_error *err)
{
    source s = {out, a, reader, q};
    tracuu_status status = TRACUU_OK;

    *out = (condition){0};
    add_words(&s);
    for (field f = 0; f < FIELD_COUNT && !status; f++)
        if (f != FIELD_TITLE && f != FIELD_FROM && f != FIELD_TO)
            status = add_field(&s, f, err);
    add_dates(&s);
    return status;
}

void
condition_release(condition *c)
{
    vec_release(&c->required);
    vec_release(&c->without);
    vec_release(&c->filters);
}

void
condition_inside(condition *c, arena *a, const span *ids, size_t count)
{
    node_list any = VEC_INIT;

    for (size_t i = 0; i < count; i++)
        nodes_term(&any, field_term(a, "XD", ids[i]));
    if (!count)
        nodes_branch(&any, STORE_NOTHING, 0);
    push_any(c, &any);
}
