/* print-wires: the edges of a drawing on the ways that print-route found.
 */
#ifndef SEARCHER_PRINT_WIRES_H
#define SEARCHER_PRINT_WIRES_H

#include "searcher/print-route.h"
#include "searcher/print-stroke.h"

/* The ways, and over them what the pointer meets: each edge by itself, with
 * the sentence that says so. */
void print_wires_put(strbuf *out, const route *r);

/* The number of the relation where each edge begins; over the boxes. */
void print_wires_badges(
    strbuf *out, const route *r, const stroke_list *relations);

#endif
