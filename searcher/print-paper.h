/* print-paper: the sheet that a drawing is made for.
 *
 * The smallest of A4, A3, A2, A1 and A0, lying or standing, on which the
 * smallest letters are still read; A0 for what fits none.
 */
#ifndef SEARCHER_PRINT_PAPER_H
#define SEARCHER_PRINT_PAPER_H

#include <stddef.h>

/* Millimetres around the whole that printers leave white. */
enum { PAPER_MARGIN = 10 };

/* A drawing as it would be with so many columns, in units. */
typedef struct paper_need {
    unsigned columns;
    double width, height;
} paper_need;

typedef struct paper {
    double width, height; /* millimetres */
    double scale;         /* millimetres a unit */
    unsigned columns;     /* of the need that fits best */
} paper;

/* `count` needs, at least one. */
paper print_paper_choose(const paper_need *needs, size_t count);

#endif
