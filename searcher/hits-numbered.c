#include "searcher/hits-numbered.h"

#include <stdlib.h>

#include "searcher/rerank.h"

/* An act that is cited without its number may be the one that is meant, but
 * nothing says so. */
static bool
has_number(const found *what)
{
    key_parts parts;

    return what->entry || !key_split(what->key, &parts) ||
           !span_equal(parts.no, SPAN("?"));
}

/* The query without the words that are the number. */
static query
rest_of(arena *a, const query *q, size_t *words)
{
    query rest = *q;

    rest.nodes = arena_array(a, q->node_count + 1, sizeof *rest.nodes);
    rest.node_count = *words = 0;
    for (size_t i = 0; i < q->node_count; i++) {
        const query_node *node = &q->nodes[i];
        bool inside =
            node->first >= q->number.first && node->first < q->number.last;

        if (inside &&
            (query_is_words(node) ||
                (node->kind == QUERY_FIELD && node->field == FIELD_NUMBER)))
            continue;
        if (query_is_words(node) && query_is_meant(q, node))
            ++*words;
        rest.nodes[rest.node_count++] = *node;
    }
    return rest;
}

static tracuu_status
read_ids(
    numbered_list *list, arena *a, tracuu_reader *reader, tracuu_error *err)
{
    tracuu_status status = TRACUU_OK;

    for (size_t i = 0; i < list->count && !status; i++)
        if (list->at[i].what.entry)
            status = store_value_of(reader->documents, a,
                list->at[i].what.entry, SLOT_ID, &list->at[i].group.id, err);
    return status;
}

/* The passages of these documents, ranked by the rest of the query. */
static tracuu_status
rank(numbered_list *list, arena *a, tracuu_reader *reader, const query *rest,
    bool *filtered, tracuu_error *err)
{
    plan *p = arena_take(a, sizeof *p);
    span *ids = arena_array(a, list->count + 1, sizeof *ids);
    match_options options = {.limit = MATCH_CANDIDATES};
    group_list groups;
    size_t count = 0;
    matches in;
    tracuu_status status;

    for (size_t i = 0; i < list->count; i++)
        if (list->at[i].group.id.len)
            ids[count++] = list->at[i].group.id;
    status = plan_make_inside(p, a, reader, rest, ids, count, err);
    *filtered = p->filtered;
    if (!status)
        status = match_run(&in, a, reader, p, &options, err);
    if (status)
        return status;
    rerank_run(in.at, in.ranked, a, reader, p, NULL);
    rerank_rest(in.at, in.ranked, in.count);
    status =
        group_passages(&groups, a, reader, in.at, in.count, list->count, err);
    for (size_t i = 0; i < list->count; i++)
        for (size_t g = 0; g < groups.count; g++)
            if (span_equal(list->at[i].group.id, groups.at[g].id))
                list->at[i].group = groups.at[g];
    return status;
}

static int
by_score_then_date(const void *a, const void *b)
{
    const numbered *x = a, *y = b;

    if (x->group.score != y->group.score)
        return x->group.score < y->group.score ? 1 : -1;
    if (x->what.date != y->what.date)
        return x->what.date < y->what.date ? 1 : -1;
    return span_compare(x->what.key, y->what.key);
}

static void
drop_filtered(numbered_list *list)
{
    size_t kept = 0;

    for (size_t i = 0; i < list->count; i++)
        if (list->at[i].group.passage_count)
            list->at[kept++] = list->at[i];
    list->count = kept;
}

tracuu_status
numbered_find(numbered_list *out, arena *a, tracuu_reader *reader,
    const query *q, tracuu_error *err)
{
    bool filtered = false;
    found_list list;
    size_t words;
    query *rest = arena_take(a, sizeof *rest);
    tracuu_status status;

    *out = (numbered_list){NULL, 0};
    if (!q->has_number)
        return TRACUU_OK;
    status = lookup_citation(reader, a, &q->number, &list, err);
    if (status || !list.count)
        return status;
    if (list.count > NUMBERED_MAX)
        list.count = NUMBERED_MAX;
    out->at = arena_array(a, list.count, sizeof *out->at);
    for (size_t i = 0; i < list.count; i++)
        if (has_number(&list.at[i]))
            out->at[out->count++].what = list.at[i];
    *rest = rest_of(a, q, &words);
    status = read_ids(out, a, reader, err);
    if (!status)
        status = rank(out, a, reader, rest, &filtered, err);
    if (status)
        return status;
    if (filtered)
        drop_filtered(out);
    if (words && out->count)
        qsort(out->at, out->count, sizeof *out->at, by_score_then_date);
    return TRACUU_OK;
}
