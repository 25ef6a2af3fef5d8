/* note: what is to be said of a query beside its hits.
 */
#ifndef SERVER_NOTE_H
#define SERVER_NOTE_H

#include "searcher/server/page-ask.h"

/* A number that several acts bear, one that nobody has, how the query was
 * read. */
void note_put_all(sheet *s, const ask *a, const tracuu_hits *hits);

/* Instead of hits: what was tried, and what would find something. */
void note_put_nothing(sheet *s, const ask *a, const tracuu_hits *hits);

/* Acts, each on a line with what tells them apart. */
void note_put_acts(sheet *s, const tracuu_document *const *acts, size_t count);

#endif
