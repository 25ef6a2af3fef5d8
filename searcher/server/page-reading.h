/* reading: the text of a document as it was issued.
 *
 * Line by line, with the acts that it names as links, what the query asked for
 * marked, and an anchor where each section begins.
 */
#ifndef SERVER_READING_H
#define SERVER_READING_H

#include "searcher/server/page-sheet.h"

/* `at`: a byte of the text that is to be in view; SIZE_MAX: none. */
void reading_put(
    sheet *s, const tracuu_view *view, const tracuu_body *body, size_t at);

#endif
