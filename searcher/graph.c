#include <stdlib.h>

#include "common/base/fail.h"
#include "common/base/memory.h"
#include "common/base/vec.h"
#include "searcher/show.h"

/* A graph and what it holds are freed together. */
typedef struct held_graph {
    tracuu_graph graph; /* first, so that its address is the whole's */
    arena arena;
} held_graph;

/* The graph while it grows, breadth first. */
typedef struct growth {
    resolver with;
    VEC(found) acts; /* beside `nodes` */
    VEC(tracuu_node) nodes;
    VEC(tracuu_edge) edges;
    VEC(int) strengths; /* beside `edges` */
    memo node_of;       /* act -> &places[node] */
    memo edge_of;       /* pair -> &places[edge] */
    bool cut;
} growth;

static size_t *
remember(growth *g, memo *m, span name, size_t place)
{
    size_t *kept = arena_take(g->with.arena, sizeof *kept);

    *kept = place;
    memo_add(m, name, kept);
    return kept;
}

/* The node of an act, made if there is room; false if there is none. */
static bool
node_for(growth *g, const found *act, unsigned depth, size_t *out)
{
    span name = resolver_name(&g->with, act);
    const size_t *known = memo_find(&g->node_of, name);
    const tracuu_document *d;

    if (known) {
        *out = *known;
        return true;
    }
    if (g->nodes.count == TRACUU_GRAPH_NODES) {
        g->cut = true;
        return false;
    }
    d = resolver_document(&g->with, act);
    if (!d)
        return false;
    *out = g->nodes.count;
    remember(g, &g->node_of, name, *out);
    vec_push(&g->acts, *act);
    vec_push(&g->nodes, (tracuu_node){d, depth});
    return true;
}

/* One edge stands for a pair: the strongest that is said in either
 * direction. */
static void
add_edge(growth *g, const edge *e, size_t from, size_t to)
{
    const relation_info *about = relation_about(e->relation);
    size_t low = from < to ? from : to, high = from < to ? to : from;
    span name = arena_print(g->with.arena, "%zu %zu", low, high);
    const size_t *known = memo_find(&g->edge_of, name);
    tracuu_edge fresh = {
        .from = from,
        .to = to,
        .relation = about->code,
        .label = about->vietnamese,
        .sentence = arena_string(g->with.arena, e->sentence),
        .confidence = e->confidence,
        .uncertain = e->uncertain,
        .news = e->news,
    };

    if (!known) {
        remember(g, &g->edge_of, name, g->edges.count);
        vec_push(&g->edges, fresh);
        vec_push(&g->strengths, about->strength);
    } else if (about->strength > g->strengths.at[*known]) {
        g->edges.at[*known] = fresh;
        g->strengths.at[*known] = about->strength;
    }
}

static void
add_side(growth *g, const edge_list *list, size_t node, unsigned depth,
    bool outgoing)
{
    for (size_t i = 0; i < list->count && !reader_is_late(g->with.reader);
         i++) {
        size_t other;

        if (!node_for(g, &list->at[i].other, depth, &other))
            continue;
        if (other != node)
            add_edge(g, &list->at[i], outgoing ? node : other,
                outgoing ? other : node);
    }
}

static tracuu_status
grow(growth *g, unsigned depth, tracuu_error *err)
{
    for (size_t i = 0; i < g->nodes.count; i++) {
        edge_list outgoing, incoming;
        unsigned next = g->nodes.at[i].depth + 1;
        tracuu_status status;
        found act = g->acts.at[i];

        if (next > depth || reader_is_late(g->with.reader))
            break;
        status = edge_around(&outgoing, &incoming, &g->with, &act, err);
        if (status != TRACUU_OK)
            return status;
        add_side(g, &incoming, i, next, false);
        add_side(g, &outgoing, i, next, true);
    }
    return TRACUU_OK;
}

static void
take_graph(held_graph *held, growth *g)
{
    tracuu_node *nodes =
        arena_array(&held->arena, g->nodes.count, sizeof *nodes);
    tracuu_edge *edges =
        arena_array(&held->arena, g->edges.count, sizeof *edges);

    if (g->nodes.count)
        memcpy(nodes, g->nodes.at, g->nodes.count * sizeof *nodes);
    if (g->edges.count)
        memcpy(edges, g->edges.at, g->edges.count * sizeof *edges);
    held->graph.nodes = nodes;
    held->graph.node_count = g->nodes.count;
    held->graph.edges = edges;
    held->graph.edge_count = g->edges.count;
    held->graph.cut = g->cut;
    vec_release(&g->acts);
    vec_release(&g->nodes);
    vec_release(&g->edges);
    vec_release(&g->strengths);
}

static tracuu_status
draw(held_graph *held, resolver *with, const found *act, unsigned depth,
    tracuu_error *err)
{
    growth g = {.with = *with,
        .node_of = {.arena = with->arena},
        .edge_of = {.arena = with->arena}};
    tracuu_status status = TRACUU_OK;
    size_t first;

    if (!node_for(&g, act, 0, &first))
        status = fail(err, TRACUU_INDEX_DAMAGED,
            "the record of entry %u cannot be read", (unsigned)act->entry);
    if (status == TRACUU_OK)
        status = grow(&g, depth, err);
    take_graph(held, &g);
    return status;
}

tracuu_status
tracuu_graph_of(tracuu_graph **out, tracuu_reader *reader, const char *name,
    unsigned depth, tracuu_error *err)
{
    held_graph *held = memory_take_zero(1, sizeof *held);
    const tracuu_document **documents;
    found_list list = {NULL, 0};
    tracuu_status status;
    resolver with;

    *out = NULL;
    resolver_init(&with, reader, &held->arena);
    status = lookup_asked(reader, &held->arena, name, &list, err);
    if (status == TRACUU_OK && list.count > 1) {
        status = show_documents(&documents, &with, &list, err);
        held->graph.ambiguous = documents;
        held->graph.ambiguous_count = list.count;
    } else if (status == TRACUU_OK) {
        status = draw(held, &with, &list.at[0], depth, err);
    }
    held->graph.partial = reader->until.passed;
    if (status == TRACUU_OK)
        *out = &held->graph;
    else
        tracuu_graph_free(&held->graph);
    return status;
}

void
tracuu_graph_free(tracuu_graph *graph)
{
    held_graph *held = (held_graph *)graph;

    if (!held)
        return;
    arena_release(&held->arena);
    free(held);
}
