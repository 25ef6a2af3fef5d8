/* print-legend: what the signs of a drawing mean; only those that it has.
 */
#ifndef SEARCHER_PRINT_LEGEND_H
#define SEARCHER_PRINT_LEGEND_H

#include "searcher/print-stroke.h"

/* Draws it `width` wide below `y`; returns how high it is. */
double print_legend_put(strbuf *out, const tracuu_graph *g,
    const stroke_list *relations, double x, double y, double width);

#endif
