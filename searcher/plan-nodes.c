#include "searcher/plan-nodes.h"

enum { DEPTH = 64 /* of a plan's tree, and some */ };

void
nodes_branch(node_list *list, store_op op, size_t children)
{
    vec_push(list, (store_node){.op = op, .children = children});
}

void
nodes_term(node_list *list, span term)
{
    vec_push(list, (store_node){.op = STORE_TERM, .term = term});
}

void
nodes_prefix(node_list *list, span prefix)
{
    vec_push(list, (store_node){.op = STORE_PREFIX, .term = prefix});
}

void
nodes_start(node_list *list, span start)
{
    vec_push(list, (store_node){.op = STORE_START, .term = start});
}

void
nodes_wrap(node_list *list, store_op op, size_t children)
{
    nodes_branch(list, op, children);
    memmove(list->at + 1, list->at, (list->count - 1) * sizeof *list->at);
    list->at[0] = (store_node){.op = op, .children = children};
}

static const char *
name_of(store_op op)
{
    static const char *const names[] = {"term", "prefix", "start", "and", "or",
        "maybe", "without", "filter", "range", "everything", "nothing"};

    return names[op];
}

void
nodes_print(strbuf *out, const store_node *nodes, size_t count)
{
    size_t left[DEPTH] = {0}, depth = 0;

    for (size_t i = 0; i < count; i++) {
        const store_node *node = &nodes[i];

        strbuf_print(out, "%*s%s%s%.*s\n", (int)(2 * depth), "",
            name_of(node->op), node->term.len ? " " : "",
            SPAN_PRINT(node->term));
        if (node->children && depth + 1 < DEPTH)
            left[++depth] = node->children;
        else
            while (depth && !--left[depth])
                depth--;
    }
}
