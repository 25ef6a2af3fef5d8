/* print-layout: where the boxes of a drawing stand.
 *
 * One band a level of government, the highest on top; inside a band the acts
 * stand by date, in lines of at most `columns` boxes.  Between the lines are
 * channels and between the columns gutters, one more than there are lines and
 * columns; the edges run there, never over a box, and print-route makes them
 * as wide as they need be.  Lengths are units of the drawing.
 */
#ifndef SEARCHER_PRINT_LAYOUT_H
#define SEARCHER_PRINT_LAYOUT_H

#include "searcher/print-face.h"

typedef enum layout_band {
    BAND_CENTRAL,
    BAND_PROVINCE,
    BAND_DISTRICT,
    BAND_COMMUNE,
    BAND_OTHER,
    BAND_COUNT
} layout_band;

typedef struct layout_box {
    layout_band band;
    unsigned line, column;
} layout_box;

typedef struct layout {
    const tracuu_graph *graph;
    layout_box *boxes; /* by node */
    unsigned columns, lines;
    unsigned band_line[BAND_COUNT + 1]; /* first line of each band */
    double left, top;                   /* of the whole */
    double *heights;                    /* by line */
    double *gutters, *channels;         /* how wide, how high */
} layout;

layout_band print_layout_band(const tracuu_document *d);
const char *print_layout_band_name(layout_band b);

/* Places the boxes of `faces`, one a node; in the arena. */
void print_layout_init(layout *l, arena *a, const tracuu_graph *g,
    const face *faces, unsigned columns);

/* The most boxes of one band: more columns are of no use. */
unsigned print_layout_widest(const tracuu_graph *g);

/* The left side of a gutter and of the column behind it; the top of a channel
 * and of the line below it. */
double print_layout_gutter(const layout *l, unsigned gutter);
double print_layout_column(const layout *l, unsigned column);
double print_layout_channel(const layout *l, unsigned channel);
double print_layout_line(const layout *l, unsigned line);

double print_layout_width(const layout *l);
double print_layout_height(const layout *l);

#endif
