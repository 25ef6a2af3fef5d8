/* print-face: the box of a document in a drawing, and what stands in it.
 *
 * The name, the date and the issuer, the title in as many lines as the drawing
 * has room for, and the status, which a mark and a word tell as well as a
 * colour.  What is only cited has a dashed frame; what is no longer in force
 * is struck through.
 */
#ifndef SEARCHER_PRINT_FACE_H
#define SEARCHER_PRINT_FACE_H

#include "common/base/arena.h"
#include "searcher/print.h"

enum { FACE_WIDTH = 216, FACE_LINES = 12 };

typedef enum face_look {
    FACE_KIND,
    FACE_NUMBER,
    FACE_ORIGIN,
    FACE_TITLE,
    FACE_ABSENT, /* it is only cited; this and the next stand at the bottom */
    FACE_STATUS
} face_look;

typedef struct face_line {
    span text;
    face_look look;
} face_line;

typedef struct face {
    const tracuu_document *document;
    face_line lines[FACE_LINES];
    unsigned count;
    double height; /* that the lines need */
} face;

/* Lays out the words, the title in `title_lines` at most; in the arena. */
void print_face_read(
    face *out, arena *a, const tracuu_document *d, unsigned title_lines);

/* Draws the box; `asked`: it is the document that the drawing is about. */
void print_face_put(
    strbuf *out, const face *f, double x, double y, double height, bool asked);

/* The mark of a status, about `x`, `y` in the middle. */
void print_face_mark(strbuf *out, const char *status, double x, double y);

const char *print_face_colour(const char *status);

#endif
