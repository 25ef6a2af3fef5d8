#include "searcher/print-page.h"

#include <stdlib.h>

#include "common/base/memory.h"

enum { NONE = -1, RAILS_MAX = 24 };

/* ---- the tree of a graph ---- */

/* A tree that spans the graph.  A programme that carries out a conclusion
 * and, on the way, names the directive which that one continues, belongs
 * below the conclusion: each node hangs where the way from the root is the
 * cheapest, and bare citations are dear. */
typedef struct branch {
    long parent_edge; /* NONE for the root */
    size_t parent;
    unsigned depth;
    unsigned cost; /* of the way from the root */
    bool settled;
    size_t place; /* in the order of printing */
    long first_child, last_child, next;
} branch;

enum { NEAR = 2, FAR = 5, UNREACHED = 1 << 30 };

static size_t
other_end(const tracuu_edge *e, size_t node)
{
    return e->from == node ? e->to : e->from;
}

static unsigned
cost_of(const tracuu_edge *e)
{
    static const char *const loose[] = {
        "cites", "cited_by", "based_on", "proposed_by", "related"};

    for (size_t i = 0; i < sizeof loose / sizeof *loose; i++) {
        if (!strcmp(e->relation, loose[i]))
            return FAR;
    }
    return e->news ? FAR : NEAR;
}

static void
hang(branch *all, size_t child, size_t parent)
{
    if (all[parent].last_child == NONE)
        all[parent].first_child = (long)child;
    else
        all[all[parent].last_child].next = (long)child;
    all[parent].last_child = (long)child;
}

/* The cheapest node that is not settled; `count` if none is reached. */
static size_t
cheapest(const branch *all, size_t count)
{
    size_t best = count;

    for (size_t i = 0; i < count; i++) {
        if (!all[i].settled && all[i].cost < UNREACHED &&
            (best == count || all[i].cost < all[best].cost))
            best = i;
    }
    return best;
}

static void
settle(branch *all, const tracuu_graph *g, size_t node)
{
    all[node].settled = true;
    for (size_t i = 0; i < g->edge_count; i++) {
        const tracuu_edge *e = &g->edges[i];
        size_t other = other_end(e, node);
        unsigned cost = all[node].cost + cost_of(e);

        if ((e->from != node && e->to != node) || all[other].cost <= cost)
            continue;
        all[other].cost = cost;
        all[other].parent = node;
        all[other].parent_edge = (long)i;
        all[other].depth = all[node].depth + 1;
    }
}

/* At most TRACUU_GRAPH_NODES nodes, so that looking through all of them for
 * each is cheap. */
static branch *
branches_of(const tracuu_graph *g)
{
    branch *all = memory_take_zero(g->node_count + 1, sizeof *all);
    size_t node;

    for (size_t i = 0; i < g->node_count; i++)
        all[i] = (branch){.parent_edge = NONE,
            .cost = i ? UNREACHED : 0,
            .first_child = NONE,
            .last_child = NONE,
            .next = NONE};
    while ((node = cheapest(all, g->node_count)) < g->node_count)
        settle(all, g, node);
    for (size_t i = 0; i < g->edge_count; i++) {
        const tracuu_edge *e = &g->edges[i];

        if (all[e->from].parent_edge == (long)i)
            hang(all, e->from, e->to);
        else if (all[e->to].parent_edge == (long)i)
            hang(all, e->to, e->from);
    }
    return all;
}

/* The nodes in the order of printing, each behind its parent; an explicit
 * stack, since a chain may be as long as the graph. */
static size_t
order_nodes(size_t *order, branch *all, const tracuu_graph *g)
{
    size_t *stack = memory_take_zero(g->node_count + 1, sizeof *stack);
    size_t depth = 0, count = 0;

    if (g->node_count)
        stack[depth++] = 0;
    while (depth) {
        size_t node = stack[--depth], first = depth;

        all[node].place = count;
        order[count++] = node;
        for (long c = all[node].first_child; c != NONE; c = all[c].next)
            stack[depth++] = (size_t)c;
        for (size_t i = first, j = depth; i + 1 < j; i++, j--) {
            size_t swap = stack[i];

            stack[i] = stack[j - 1];
            stack[j - 1] = swap;
        }
    }
    free(stack);
    return count;
}

/* ---- for people ---- */

typedef struct tree {
    const tracuu_graph *graph;
    const print_style *style;
    branch *branches;
    strbuf *out;
    strbuf rails; /* "│  " and blanks, of the levels above the line */
} tree;

/* The rails in front of a node's first line, or (`below`) of those below. */
static void
set_rails(tree *t, size_t node, bool below)
{
    size_t depth = t->branches[node].depth, levels[RAILS_MAX], at = node;

    strbuf_clear(&t->rails);
    if (depth > RAILS_MAX)
        depth = RAILS_MAX;
    for (size_t i = 0; i < depth; i++, at = t->branches[at].parent)
        levels[i] = at;
    for (size_t i = depth; i-- > (below ? 0 : 1);)
        strbuf_add_string(
            &t->rails, t->branches[levels[i]].next == NONE ? "   " : "│  ");
}

static const char *
relation_words(const print_style *s, const tracuu_edge *e, strbuf *room)
{
    strbuf_clear(room);
    strbuf_add_string(room, s->vietnamese ? e->label : e->relation);
    for (size_t i = 0; i < room->len && !s->vietnamese; i++) {
        if (room->ptr[i] == '_')
            room->ptr[i] = ' ';
    }
    return room->ptr ? room->ptr : "";
}

static void
put_marks(tree *t, const tracuu_document *d, const tracuu_edge *e)
{
    const print_style *s = t->style;
    /* In force is what one expects, but for the act asked for. */
    bool known = strcmp(d->status, "unknown") && d->status[0] &&
                 (!e || strcmp(d->status, "in_force"));

    if (known) {
        strbuf_add_string(t->out, "  ");
        print_page_put(t->out, s, print_page_status_look(d->status),
            print_page_status(s, d->status));
    }
    if (d->stub) {
        strbuf_add_string(t->out, "  ");
        print_page_put(t->out, s, PAGE_CHANGED,
            print_page_say(s, "[chưa có văn bản]", "[text not here]"));
    }
    if (d->news || (e && e->news)) {
        strbuf_add_string(t->out, "  ");
        print_page_put(t->out, s, PAGE_DIM,
            d->news ? print_page_say(s, "[tin, bài]", "[news]")
                    : print_page_say(s, "[theo tin, bài]", "[says news]"));
    }
    if (e && e->uncertain) {
        strbuf_add_string(t->out, "  ");
        print_page_put(t->out, s, PAGE_DIM,
            print_page_say(s, "[chưa chắc]", "[uncertain]"));
    }
}

/* The title on one line, cut where the line ends. */
static void
put_title(tree *t, const tracuu_document *d, size_t column)
{
    size_t width = t->style->width ? t->style->width : 80;
    span title = span_of(d->title), word, rest = title;
    size_t used = 0, room = width > column + 20 ? width - column - 2 : 20;
    strbuf line = STRBUF_INIT;

    while (span_next_field(&rest, ' ', &word)) {
        size_t columns = print_page_columns(word);

        if (used && used + 1 + columns > room) {
            strbuf_add_string(&line, " …");
            break;
        }
        if (used)
            strbuf_add_char(&line, ' ');
        strbuf_add(&line, word);
        used += columns + (used > 0);
    }
    print_page_put(t->out, t->style, PAGE_DIM, line.ptr ? line.ptr : "");
    strbuf_add_char(t->out, '\n');
    strbuf_release(&line);
}

/* "  16/08/2021 · Bộ Chính trị" */
static void
put_origin(tree *t, const tracuu_document *d)
{
    strbuf origin = STRBUF_INIT;

    print_page_date(&origin, t->style, d->date);
    if (origin.len && d->issuer[0])
        strbuf_add_string(&origin, " · ");
    strbuf_add_string(&origin, d->issuer);
    if (d->place[0] && !strstr(d->issuer, d->place))
        strbuf_print(&origin, "%s%s", origin.len ? ", " : "", d->place);
    if (origin.len)
        strbuf_add_string(t->out, "  ");
    print_page_safe(t->out, strbuf_span(&origin));
    strbuf_release(&origin);
}

static void
put_node(tree *t, size_t node)
{
    const branch *b = &t->branches[node];
    const tracuu_document *d = t->graph->nodes[node].document;
    const tracuu_edge *e =
        b->parent_edge == NONE ? NULL : &t->graph->edges[b->parent_edge];
    strbuf text = STRBUF_INIT;

    if (e) {
        set_rails(t, node, false);
        strbuf_add(t->out, strbuf_span(&t->rails));
        strbuf_add_string(t->out, b->next == NONE ? "└─" : "├─");
        strbuf_add_string(t->out, e->from == node ? "◂ " : "▸ ");
        print_page_put(
            t->out, t->style, PAGE_BOLD, relation_words(t->style, e, &text));
        strbuf_add_string(t->out, ": ");
    }
    strbuf_clear(&text);
    print_page_name(&text, d);
    print_page_put(t->out, t->style, PAGE_TITLE, text.ptr ? text.ptr : "");
    put_origin(t, d);
    put_marks(t, d, e);
    strbuf_add_char(t->out, '\n');
    if (d->title[0] && strcmp(d->title, text.ptr ? text.ptr : "")) {
        set_rails(t, node, true);
        strbuf_add(t->out, strbuf_span(&t->rails));
        strbuf_add_string(t->out, b->first_child == NONE ? "   " : "│  ");
        put_title(t, d, 3 + print_page_columns(strbuf_span(&t->rails)));
    }
    strbuf_release(&text);
}

/* Edges of the node to those already printed, beside the tree. */
static void
put_repeats(tree *t, size_t node)
{
    strbuf text = STRBUF_INIT;

    for (size_t i = 0; i < t->graph->edge_count; i++) {
        const tracuu_edge *e = &t->graph->edges[i];
        size_t other = other_end(e, node);

        if ((e->from != node && e->to != node) ||
            t->branches[node].parent_edge == (long)i ||
            t->branches[other].parent_edge == (long)i ||
            t->branches[other].place > t->branches[node].place ||
            !strcmp(e->relation, "cites"))
            continue;
        set_rails(t, node, true);
        strbuf_add(t->out, strbuf_span(&t->rails));
        strbuf_add_string(
            t->out, t->branches[node].first_child == NONE ? "   " : "│  ");
        strbuf_add_string(t->out, e->from == node ? "▸ " : "◂ ");
        print_page_safe(t->out, span_of(relation_words(t->style, e, &text)));
        strbuf_add_string(t->out, ": ");
        strbuf_clear(&text);
        print_page_name(&text, t->graph->nodes[other].document);
        print_page_safe(t->out, strbuf_span(&text));
        strbuf_add_string(
            t->out, print_page_say(t->style, " (đã nêu)\n", " (see above)\n"));
    }
    strbuf_release(&text);
}

static void
put_choices(strbuf *out, const tracuu_graph *g, const print_style *s)
{
    strbuf name = STRBUF_INIT;

    strbuf_add_string(
        out, print_page_say(s,
                 "Nhiều văn bản mang số này; hãy thêm khóa, năm, ngày hoặc cơ "
                 "quan:\n",
                 "Several acts bear this number; add a term, year, date or "
                 "issuer:\n"));
    for (size_t i = 0; i < g->ambiguous_count; i++) {
        tree t = {.graph = g, .style = s, .out = out};

        strbuf_clear(&name);
        print_page_name(&name, g->ambiguous[i]);
        strbuf_add_string(out, "  ");
        print_page_put(out, s, PAGE_TITLE, name.ptr ? name.ptr : "");
        put_origin(&t, g->ambiguous[i]);
        put_marks(&t, g->ambiguous[i], NULL);
        strbuf_add_string(out, "  ");
        print_page_put(out, s, PAGE_DIM, g->ambiguous[i]->key);
        strbuf_add_char(out, '\n');
    }
    strbuf_release(&name);
}

void
print_graph_text(strbuf *out, const tracuu_graph *g, const print_style *s)
{
    tree t = {.graph = g, .style = s, .out = out};
    size_t *order, count;

    if (g->ambiguous_count) {
        put_choices(out, g, s);
        return;
    }
    t.branches = branches_of(g);
    order = memory_take_zero(g->node_count + 1, sizeof *order);
    count = order_nodes(order, t.branches, g);
    for (size_t i = 0; i < count; i++) {
        put_node(&t, order[i]);
        put_repeats(&t, order[i]);
    }
    if (count > 1)
        strbuf_add_string(out,
            print_page_say(s,
                "\n◂ văn bản ở dưới nói về văn bản ở trên; ▸ văn bản ở trên "
                "nói về văn bản ở dưới\n",
                "\n◂ the lower refers to the upper; ▸ the upper to the "
                "lower\n"));
    if (g->cut)
        strbuf_print(out,
            print_page_say(s, "Còn nữa: chỉ vẽ %zu văn bản.\n",
                "There is more: only %zu documents are drawn.\n"),
            g->node_count);
    free(t.branches);
    free(order);
    strbuf_release(&t.rails);
}

/* ---- DOT ---- */

/* A string of DOT: what is safe, with quotes and backslashes escaped. */
static void
put_quoted(strbuf *out, const char *text)
{
    strbuf safe = STRBUF_INIT;

    print_page_safe(&safe, span_of(text));
    for (size_t i = 0; i < safe.len; i++) {
        if (safe.ptr[i] == '"' || safe.ptr[i] == '\\')
            strbuf_add_char(out, '\\');
        strbuf_add_char(out, safe.ptr[i]);
    }
    strbuf_release(&safe);
}

void
print_graph_dot(strbuf *out, const tracuu_graph *g)
{
    strbuf name = STRBUF_INIT;

    strbuf_add_string(out, "digraph tracuu {\n  rankdir=BT;\n"
                           "  node [shape=box, fontname=\"sans-serif\"];\n");
    for (size_t i = 0; i < g->node_count; i++) {
        const tracuu_document *d = g->nodes[i].document;

        strbuf_clear(&name);
        print_page_name(&name, d);
        strbuf_print(out, "  n%zu [label=\"", i);
        put_quoted(out, name.ptr ? name.ptr : "");
        strbuf_add_string(out, "\\n");
        put_quoted(out, d->date);
        strbuf_add_string(out, d->date[0] && d->issuer[0] ? ", " : "");
        put_quoted(out, d->issuer);
        strbuf_add_string(out, "\", tooltip=\"");
        put_quoted(out, d->title);
        strbuf_print(out, "\"%s%s%s];\n", d->stub ? ", style=dashed" : "",
            i == 0 ? ", penwidth=2" : "",
            !strcmp(d->status, "expired") ? ", color=red" : "");
    }
    for (size_t i = 0; i < g->edge_count; i++) {
        const tracuu_edge *e = &g->edges[i];

        strbuf_print(out, "  n%zu -> n%zu [label=\"", e->from, e->to);
        put_quoted(out, e->label);
        strbuf_add_string(out, "\", tooltip=\"");
        put_quoted(out, e->sentence);
        strbuf_print(
            out, "\"%s];\n", e->uncertain || e->news ? ", style=dashed" : "");
    }
    strbuf_add_string(out, "}\n");
    strbuf_release(&name);
}
