/* document: the page of one act, or of those that one name means.
 */
#ifndef SERVER_DOCUMENT_H
#define SERVER_DOCUMENT_H

#include "searcher/server/page-sheet.h"

/* `name`: an id, a key or a number, as behind "/doc/". */
void document_put(sheet *s, const char *name);

/* The acts that a name means, to choose from; links lead to the page of each,
 * or to its graph. */
void document_put_choice(sheet *s, const char *name,
    const tracuu_document *const *acts, size_t count);

#endif
