/* layout: from the lines of pages to the paragraphs of a text.
 *
 * What stands at the top or the bottom of most pages (numbers aside), and the
 * numbers of pages, are left out.  Lines that were broken because the
 * next word had no room are joined, over the end of a page too.
 */
#ifndef INDEXER_LAYOUT_H
#define INDEXER_LAYOUT_H

#include "indexer/extract-sink.h"

typedef struct layout_line {
    size_t page;          /* from 0, ascending */
    float x0, x1, y0, y1; /* points; y grows downwards */
    size_t start, end;    /* bytes of the text */
    bool dropped;
} layout_line;

typedef struct layout {
    strbuf text;        /* the lines as they are, one behind the other */
    VEC(sink_run) runs; /* what is in fonts of old encodings, ascending */
    VEC(layout_line) lines;
    VEC(float) heights; /* of the pages */
} layout;

void layout_release(layout *l);

/* Drops and joins; all goes to the sink, with its pages.  O(n log n). */
void layout_write(layout *l, sink *s);

#endif
