/* outline: the headings of a document, which stay in view beside its text.
 */
#ifndef SERVER_OUTLINE_H
#define SERVER_OUTLINE_H

#include "searcher/server/page-sheet.h"

/* Nothing if the document has none.  A section without a heading is told by
 * its first words, of `body`, which may be NULL. */
void outline_put(sheet *s, const tracuu_view *view, const tracuu_body *body);

/* The anchor of a section: "s12". */
const char *outline_anchor(sheet *s, size_t section);

#endif
