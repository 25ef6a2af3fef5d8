/* print-layout: where the acts of a graph stand in a drawing.
 *
 * One band a level of government, the highest on top; inside a band the acts
 * stand by date, in lines of at most `columns` boxes.  Edges run in the
 * channels between lines and in the gutters between columns, never over a
 * box.  Lengths are pixels.
 */
#ifndef SEARCHER_PRINT_LAYOUT_H
#define SEARCHER_PRINT_LAYOUT_H

#include "searcher/print.h"

enum {
    LAYOUT_BOX_WIDTH = 236,
    LAYOUT_BOX_HEIGHT = 96,
    LAYOUT_GUTTER = 34,  /* between columns */
    LAYOUT_CHANNEL = 54, /* between lines */
    LAYOUT_MARGIN = 24,  /* around the whole */
    LAYOUT_NAMES = 96,   /* for the names of the bands */
    LAYOUT_HEAD = 56     /* above the first channel */
};

typedef enum layout_band {
    BAND_CENTRAL,
    BAND_PROVINCE,
    BAND_DISTRICT,
    BAND_COMMUNE,
    BAND_OTHER,
    BAND_COUNT
} layout_band;

typedef struct layout_box {
    size_t node;
    layout_band band;
    unsigned line, column;
    unsigned ports[2], used[2]; /* edges at the top and at the bottom */
} layout_box;

typedef struct layout {
    const tracuu_graph *graph;
    layout_box *boxes; /* by node */
    unsigned columns, lines;
    unsigned band_line[BAND_COUNT + 1]; /* first line of each band */
} layout;

void print_layout_init(layout *l, const tracuu_graph *g);
void print_layout_release(layout *l);

double print_layout_width(const layout *l);

/* The left side of a box, and the top of a line of boxes. */
double print_layout_x(const layout_box *b);
double print_layout_y(unsigned line);

/* Appends the way of edge `i` as the commands of an SVG path.  To be called
 * once for each edge. */
void print_layout_path(strbuf *out, layout *l, size_t i);

#endif
