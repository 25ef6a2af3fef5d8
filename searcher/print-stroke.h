/* print-stroke: how a relation is drawn: a colour and a dash for each.
 *
 * Neither alone carries the meaning: on grey paper the dash and the number
 * that each edge bears at its start remain.
 */
#ifndef SEARCHER_PRINT_STROKE_H
#define SEARCHER_PRINT_STROKE_H

#include "searcher/print.h"

typedef struct stroke {
    const char *relation; /* its code, or the code's beginning */
    const char *colour;   /* "#1769aa" */
    const char *dash;     /* as stroke-dasharray, "" for a whole line */
} stroke;

const stroke *print_stroke_of(const char *relation);

/* An arrow head for each colour, "a1769aa", and "d1769aa" a lighter one. */
void print_stroke_markers(strbuf *out);

/* The relations that a graph has, most frequent first, numbered from 1. */
typedef struct stroke_list {
    const tracuu_edge **at; /* the first edge of each */
    size_t *counts;
    size_t count;
} stroke_list;

void print_stroke_list(stroke_list *out, const tracuu_graph *g);
void print_stroke_list_release(stroke_list *list);
size_t print_stroke_number(const stroke_list *list, const char *relation);

/* A disc with the number of a relation. */
void print_stroke_badge(strbuf *out, const stroke_list *list,
    const char *relation, double x, double y);

#endif
