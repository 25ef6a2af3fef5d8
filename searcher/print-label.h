/* print-label: words in a drawing: how wide they are, where a line breaks.
 *
 * No font is at hand when a drawing is made, so widths are those of DejaVu
 * Sans, the widest of the usual sans-serif fonts: in any other the words are
 * a little narrower than the room they were given.  Lengths are in units of
 * the drawing.
 */
#ifndef SEARCHER_PRINT_LABEL_H
#define SEARCHER_PRINT_LABEL_H

#include "searcher/print.h"

double print_label_width(span text, double size, bool bold);

/* The words at the front of `rest` that fit into `room`, at least one
 * character; taken off `rest`.  A word is broken only if it alone is wider
 * than the line, and then behind "/" or "-" if it has one. */
span print_label_take(span *rest, double size, bool bold, double room);

/* The same for the last line that there is room for: if words are left, the
 * line ends with "…".  Appends it to `out`. */
void print_label_last(
    strbuf *out, span rest, double size, bool bold, double room);

/* Appends text as XML has it, without control characters. */
void print_label_escape(strbuf *out, span text);

/* A text element; `look` are attributes, each behind a blank. */
void print_label_put(
    strbuf *out, double x, double y, double size, const char *look, span text);

/* An address that a reader may be sent to: a web page, a path of the server
 * that the drawing comes from ("/doc/..."), or a file by its whole path;
 * appended as an attribute's value.  False, and nothing, for others. */
bool print_label_address(strbuf *out, const tracuu_document *d);

#endif
