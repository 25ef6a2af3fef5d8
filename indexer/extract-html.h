/* extract-html: the text of an HTML file, as a reader of the page has it.
 *
 * Blocks, cells and <br> end a line, paragraphs and headings leave a blank
 * one; list items carry their number.  Scripts, styles, forms, hidden parts
 * and navigation are dropped; if the page says what its content is (<main>,
 * <article>), only that counts.  Used by tracuu-extract alone, since it needs
 * libxml2.
 */
#ifndef INDEXER_EXTRACT_HTML_H
#define INDEXER_EXTRACT_HTML_H

#include <stdbool.h>

#include "common/base/strbuf.h"

/* Appends text and title, both UTF-8.  `decoded`: the bytes are UTF-8,
 * whatever the file says of itself.  False if the text would be longer than
 * `limit` bytes or memory ran out.  Streaming: no tree is built. */
bool extract_html(
    strbuf *title, strbuf *text, span bytes, bool decoded, size_t limit);

#endif
