/* html: the only way in which a page is written.
 *
 *     html_open(h, "a", "class", "hit", "href", address, NULL);
 *     html_text(h, title);
 *     html_close(h);
 *
 * Names of elements and attributes are constants of the program; values and
 * text come from anywhere and are escaped here, always, and made safe: what
 * is no UTF-8, control characters and those that turn the direction of
 * writing never pass.  Markup passes as it is only from print_graph_svg.
 */
#ifndef SERVER_HTML_H
#define SERVER_HTML_H

#include "common/base/strbuf.h"

enum { HTML_DEPTH = 48 };

typedef struct html {
    strbuf *out;
    const char *open[HTML_DEPTH]; /* elements that are not closed yet */
    unsigned depth;
} html;

/* Begins a document. */
void html_begin(html *h, strbuf *out);

/* Attributes are pairs of name and value, ended by NULL; one whose value is
 * NULL is left out. */
void html_open(html *h, const char *tag, ...) __attribute__((sentinel));
void html_close(html *h);

/* An element that never has content: input, br, meta. */
void html_void(html *h, const char *tag, ...) __attribute__((sentinel));

/* An element with a text in it. */
void html_leaf(html *h, const char *tag, const char *text, ...)
    __attribute__((sentinel));

void html_text(html *h, const char *text);
void html_span(html *h, span text);

/* The text with <mark> around these ranges of its bytes, which ascend. */
void html_marked(
    html *h, const char *text, const tracuu_range *marks, size_t count);

/* A drawing of print_graph_svg, which escapes its own texts; its prolog is
 * left out. */
void html_drawing(html *h, span svg);

#endif
