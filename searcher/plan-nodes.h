/* nodes: building the array of nodes that a store query is.
 */
#ifndef SEARCHER_NODES_H
#define SEARCHER_NODES_H

#include "common/base/strbuf.h"
#include "common/base/vec.h"
#include "common/store/store.h"

typedef VEC(store_node) node_list;

void nodes_branch(node_list *list, store_op op, size_t children);
void nodes_term(node_list *list, span term);
void nodes_prefix(node_list *list, span prefix);
void nodes_start(node_list *list, span start);

/* Makes all that is in `list` the first child of a new branch. */
void nodes_wrap(node_list *list, store_op op, size_t children);

/* One node a line, children indented: for people and for tests. */
void nodes_print(strbuf *out, const store_node *nodes, size_t count);

#endif
