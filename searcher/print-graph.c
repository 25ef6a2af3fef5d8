#include "searcher/print-page.h"

#include <stdlib.h>

#include "common/base/arena.h"
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
    size_t column;
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

/* ---- lines of no more than the terminal's columns ---- */

enum {
    WIDTH = 80,
    INDENT = 3,
    LEAST = 30,
    ALONE = 6 /* of a list without a tree */
};

/* Behind many rails a line may be longer than the terminal's. */
static size_t
width_of(const tree *t)
{
    size_t width = t->style->width ? t->style->width : WIDTH;
    size_t least = print_page_columns(strbuf_span(&t->rails)) + LEAST;

    return width < least ? least : width;
}

/* The next line of a node's words. */
static void
break_line(tree *t, size_t node)
{
    strbuf_add_char(t->out, '\n');
    t->column = ALONE;
    if (!t->branches) {
        print_page_spaces(t->out, ALONE);
        return;
    }
    set_rails(t, node, true);
    strbuf_add(t->out, strbuf_span(&t->rails));
    strbuf_add_string(
        t->out, t->branches[node].first_child == NONE ? "   " : "│  ");
    t->column = print_page_columns(strbuf_span(&t->rails)) + INDENT;
}

/* What is not broken, behind `gap` blanks or on the next line. */
static void
put_piece(tree *t, size_t node, page_look look, const char *text, size_t gap)
{
    size_t columns = print_page_columns(span_of(text));

    if (t->column + gap + columns > width_of(t) && gap) {
        break_line(t, node);
        gap = 0;
    }
    print_page_spaces(t->out, gap);
    print_page_put(t->out, t->style, look, text);
    t->column += gap + columns;
}

/* Words, which go on the next line when they must. */
static void
put_words(tree *t, size_t node, page_look look, span text, size_t gap)
{
    arena a = ARENA_INIT;
    span word;

    while (span_next_field(&text, ' ', &word)) {
        if (!word.len)
            continue;
        put_piece(t, node, look, arena_string(&a, word), gap);
        gap = 1;
    }
    arena_release(&a);
}

static void
put_marks(tree *t, size_t node, const tracuu_document *d, const tracuu_edge *e)
{
    const print_style *s = t->style;
    /* In force is what one expects, but for the act asked for. */
    bool known = strcmp(d->status, "unknown") && d->status[0] &&
                 (!e || strcmp(d->status, "in_force"));

    if (known)
        put_piece(t, node, print_page_status_look(d->status),
            print_page_status(s, d->status), 2);
    if (d->stub)
        put_piece(t, node, PAGE_CHANGED,
            print_page_say(s, "[chưa có văn bản]", "[text not here]"), 2);
    if (d->news || (e && e->news))
        put_piece(t, node, PAGE_DIM,
            d->news ? print_page_say(s, "[tin, bài]", "[news]")
                    : print_page_say(s, "[theo tin, bài]", "[says news]"),
            2);
    if (e && e->uncertain)
        put_piece(t, node, PAGE_DIM,
            print_page_say(s, "[chưa chắc]", "[uncertain]"), 2);
}

/* The title on one line, cut where the line ends. */
static void
put_title(tree *t, const tracuu_document *d)
{
    size_t width = width_of(t), column = t->column;
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
put_origin(tree *t, size_t node, const tracuu_document *d)
{
    strbuf origin = STRBUF_INIT;

    print_page_date(&origin, t->style, d->date);
    if (origin.len && d->issuer[0])
        strbuf_add_string(&origin, " · ");
    strbuf_add_string(&origin, d->issuer);
    if (d->place[0] && !strstr(d->issuer, d->place))
        strbuf_print(&origin, "%s%s", origin.len ? ", " : "", d->place);
    put_words(t, node, PAGE_PLAIN, strbuf_span(&origin), 2);
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

    t->column = 0;
    if (e) {
        set_rails(t, node, false);
        strbuf_add(t->out, strbuf_span(&t->rails));
        strbuf_add_string(t->out, b->next == NONE ? "└─" : "├─");
        strbuf_add_string(t->out, e->from == node ? "◂ " : "▸ ");
        t->column = print_page_columns(strbuf_span(&t->rails)) + 4;
        relation_words(t->style, e, &text);
        strbuf_add_char(&text, ':');
        put_piece(t, node, PAGE_BOLD, text.ptr, 0);
    }
    strbuf_clear(&text);
    print_page_name(&text, d);
    put_words(t, node, PAGE_TITLE, strbuf_span(&text), e != NULL);
    put_origin(t, node, d);
    put_marks(t, node, d, e);
    if (d->title[0] && strcmp(d->title, text.ptr ? text.ptr : "")) {
        break_line(t, node);
        put_title(t, d);
    } else {
        strbuf_add_char(t->out, '\n');
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
        print_page_spaces(out, 2);
        t.column = 2;
        put_piece(&t, i, PAGE_TITLE, name.ptr ? name.ptr : "", 0);
        put_origin(&t, i, g->ambiguous[i]);
        put_marks(&t, i, g->ambiguous[i], NULL);
        put_piece(&t, i, PAGE_DIM, g->ambiguous[i]->key, 2);
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
    print_page_partial(out, s, g->partial);
    free(t.branches);
    free(order);
    strbuf_release(&t.rails);
}
