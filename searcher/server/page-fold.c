#include "searcher/server/page-fold.h"

#include "common/base/map.h"
#include "searcher/server/page-ask.h"
#include "searcher/server/page-name.h"

/* A node that hangs on one other alone. */
typedef struct leaf {
    size_t degree;
    const tracuu_edge *edge; /* the only one */
} leaf;

/* Leaves that look alike from where they hang. */
typedef struct bundle {
    size_t count;
    size_t first; /* node */
    size_t place; /* of the bundle's node in the folded graph */
    const char *opens;
} bundle;

/* What is tried in turn, until few enough nodes are left. */
typedef enum pass {
    PASS_LEAVES, /* what hangs on one act alone */
    PASS_FAR,    /* what is two steps away, whatever it hangs on */
    PASS_ALL,
    PASSES
} pass;

typedef struct folding {
    sheet *sheet;
    const tracuu_graph *graph;
    leaf *leaves;    /* by node */
    size_t *of_node; /* by node: its bundle plus one, 0: none */
    bundle *bundles;
    size_t bundle_count;
    size_t *places; /* by node, in the folded graph */
} folding;

static void
find_leaves(folding *f)
{
    const tracuu_graph *g = f->graph;

    for (size_t i = 0; i < g->edge_count; i++) {
        size_t ends[2] = {g->edges[i].from, g->edges[i].to};

        for (size_t k = 0; k < 2; k++) {
            f->leaves[ends[k]].degree++;
            f->leaves[ends[k]].edge = &g->edges[i];
        }
    }
}

/* The level of the issuer: how many parts the scope of the key has. */
static unsigned
level_of(const tracuu_document *d)
{
    const char *scope = strchr(d->key, ':');
    unsigned dots = 0;

    for (const char *p = scope ? scope + 1 : ""; *p && *p != ':'; p++)
        dots += *p == '.';
    return dots;
}

/* What the nodes of one bundle have in common: "implements.chương trình.1.0",
 * or, if they hang on several, kind, level and distance alone. */
static const char *
name_bundle(folding *f, size_t node, pass how)
{
    const tracuu_edge *e = f->leaves[node].edge;
    const tracuu_node *n = &f->graph->nodes[node];
    const char *kind = n->document->kind;
    arena *a = &f->sheet->arena;

    if (how != PASS_LEAVES)
        return arena_print(a, "%s.%u.%u", kind, level_of(n->document), n->depth)
            .ptr;
    return arena_print(a, "%s.%s.%u.%zu%s", e->relation, kind,
        level_of(n->document), e->from == node ? e->to : e->from,
        e->from == node ? "" : ".out")
        .ptr;
}

static bool
is_candidate(const folding *f, size_t node, pass how)
{
    if (how == PASS_LEAVES)
        return f->leaves[node].degree == 1;
    return f->graph->nodes[node].depth >= (how == PASS_FAR ? 2 : 1);
}

/* True if one of them is open. */
static bool
find_bundles(folding *f, const char *open, pass how)
{
    map names = MAP_INIT;
    bool opened = false;

    f->bundle_count = 0;
    for (size_t i = 1; i < f->graph->node_count; i++) {
        const char *name;
        bool is_new;
        size_t *place;

        f->of_node[i] = 0;
        if (!is_candidate(f, i, how))
            continue;
        name = name_bundle(f, i, how);
        if (strcmp(name, open) == 0) {
            opened = true;
            continue;
        }
        place = map_put(&names, span_of(name), &is_new);
        if (is_new) {
            *place = f->bundle_count;
            f->bundles[f->bundle_count++] = (bundle){.first = i, .opens = name};
        }
        f->bundles[*place].count++;
        f->of_node[i] = *place + 1;
    }
    map_release(&names);
    return opened;
}

static bool
is_folded(const folding *f, size_t node)
{
    return f->of_node[node] &&
           f->bundles[f->of_node[node] - 1].count >= FOLD_LEAST;
}

/* How many nodes are left. */
static size_t
count_nodes(const folding *f)
{
    size_t count = 0;

    for (size_t i = 0; i < f->graph->node_count; i++)
        count += !is_folded(f, i) || f->bundles[f->of_node[i] - 1].first == i;
    return count;
}

/* ---- the folded graph ---- */

static const tracuu_document *
with_address(sheet *s, const tracuu_document *d)
{
    tracuu_document *copy = arena_take(&s->arena, sizeof *copy);

    *copy = *d;
    copy->url = ask_document(s, d->id);
    return copy;
}

/* A document that stands for all of a bundle; it keeps the key of one, which
 * tells its level. */
static const tracuu_document *
bundle_document(folding *f, const bundle *b, const char *address)
{
    sheet *s = f->sheet;
    const tracuu_document *one = f->graph->nodes[b->first].document;
    tracuu_document *d = arena_take(&s->arena, sizeof *d);

    *d = *one;
    d->id = b->opens;
    d->number = "";
    d->stub = false;
    d->status = "unknown";
    d->issuer = level_of(one) ? "" : one->issuer;
    d->title = arena_print(&s->arena, "%s %s", sheet_number(s, b->count),
        *one->kind ? one->kind : "văn bản")
                   .ptr;
    d->kind = "";
    d->url = address;
    return d;
}

static void
place_nodes(folding *f, fold *out, tracuu_node *nodes, const char *id,
    const char *depth)
{
    sheet *s = f->sheet;
    size_t count = 0;

    for (size_t i = 0; i < f->graph->node_count; i++) {
        const tracuu_node *n = &f->graph->nodes[i];
        bundle *b = is_folded(f, i) ? &f->bundles[f->of_node[i] - 1] : NULL;

        if (b && b->first != i) {
            f->places[i] = b->place;
            continue;
        }
        f->places[i] = count;
        nodes[count] = (tracuu_node){with_address(s, n->document), n->depth};
        if (b) {
            b->place = count;
            out->opens[count] = b->opens;
            out->bundle_count++;
            nodes[count].document =
                bundle_document(f, b, ask_graph(s, id, depth, b->opens));
        }
        count++;
    }
    out->graph.nodes = nodes;
    out->graph.node_count = count;
}

/* Of edges that became the same one stays; those inside a bundle go. */
static void
place_edges(folding *f, fold *out, tracuu_edge *edges)
{
    map known = MAP_INIT;
    size_t count = 0;

    for (size_t i = 0; i < f->graph->edge_count; i++) {
        tracuu_edge e = f->graph->edges[i];
        bool is_new;

        e.from = f->places[e.from];
        e.to = f->places[e.to];
        if (e.from == e.to)
            continue;
        map_put(&known,
            arena_print(
                &f->sheet->arena, "%zu %zu %s", e.from, e.to, e.relation),
            &is_new);
        if (is_new)
            edges[count++] = e;
    }
    map_release(&known);
    out->graph.edges = edges;
    out->graph.edge_count = count;
}

/* Who opens a bundle wants to see what is in it, however much that is. */
static void
fold_enough(folding *f, const char *open)
{
    bool opened = strcmp(open, "all") == 0;

    for (pass how = PASS_LEAVES; how < PASSES && !opened; how++)
        if (count_nodes(f) > FOLD_NODES)
            opened = find_bundles(f, open, how);
}

void
fold_make(fold *out, sheet *s, const tracuu_graph *g, const char *id,
    const char *open, const char *depth)
{
    arena *a = &s->arena;
    size_t count = g->node_count + 1;
    folding f = {
        .sheet = s,
        .graph = g,
        .leaves = arena_array(a, count, sizeof *f.leaves),
        .of_node = arena_array(a, count, sizeof *f.of_node),
        .bundles = arena_array(a, count, sizeof *f.bundles),
        .places = arena_array(a, count, sizeof *f.places),
    };

    *out =
        (fold){.graph = *g, .opens = arena_array(a, count, sizeof *out->opens)};
    find_leaves(&f);
    fold_enough(&f, open);
    place_nodes(&f, out, arena_array(a, count, sizeof(tracuu_node)), id, depth);
    place_edges(
        &f, out, arena_array(a, g->edge_count + 1, sizeof(tracuu_edge)));
}
