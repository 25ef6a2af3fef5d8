/* sink: where the readers of all formats put what they find.
 *
 * Words come in reading order; line ends, cells of tables, pages and the fonts
 * of the old encodings are told in between.  At the end the text is UTF-8
 * with a paragraph a line: a row of a table is "a | b | c", or a cell a line
 * if cells have lines of their own, as the letterhead has.
 *
 * A font of an old encoding is a hint, not a proof: many texts in ".VnTime"
 * are Unicode.  What was in such fonts is decoded if all of it together reads
 * as Vietnamese in that encoding and better than as it is; the rest is left
 * to the indexer, which looks at the words alone.
 */
#ifndef INDEXER_SINK_H
#define INDEXER_SINK_H

#include "common/base/strbuf.h"
#include "common/base/vec.h"
#include "common/text/legacy.h"

enum { SINK_ROWS = 16, SINK_PAGES_MAX = 1 << 20 };

typedef struct sink_run {
    size_t start, end; /* bytes of the text */
    encoding font;
} sink_run;

typedef struct sink {
    strbuf title, text;
    size_t limit;    /* bytes of text */
    bool too_much;   /* the text would be longer */
    unsigned breaks; /* line ends to come before the next word */
    encoding font;   /* of what comes; ENCODING_UTF8: none of the old ones */
    unsigned found;  /* bit set of the encodings decoded by fonts */
    unsigned rows;   /* tables one in the other */
    size_t row[SINK_ROWS]; /* where the rows began */
    VEC(size_t) pages;     /* the byte at which each page begins */
    VEC(sink_run) runs;
    bool ocr;                     /* read by OCR */
    bool skipped;                 /* the reason is no damage */
    char reason[200];             /* why there is no text */
    void (*alive)(void *payload); /* called now and then by slow readers */
    void *payload;
} sink;

void sink_init(sink *s, size_t limit);
void sink_clear(sink *s);
void sink_release(sink *s);

/* Appends text; line ends in it are blanks, other controls too. */
void sink_text(sink *s, span utf8);
void sink_code(sink *s, uint32_t code);

/* Ends the line: 1, or with an empty one behind it: 2. */
void sink_break(sink *s, unsigned lines);

/* A page begins. */
void sink_page(sink *s);

/* A row of a table; sink_cell comes between two of its cells. */
void sink_open_row(sink *s);
void sink_cell(sink *s);
void sink_close_row(sink *s);

/* The encoding that a font of this name was made for. */
encoding sink_font(span name);

/* Decodes the runs, writes the bars of tables.  Linear. */
void sink_finish(sink *s);

/* Says why there is no text; returns false. */
bool sink_fail(sink *s, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

#endif
