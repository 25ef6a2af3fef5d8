/* face: the public face of a document's record.
 */
#ifndef SEARCHER_FACE_H
#define SEARCHER_FACE_H

#include "common/document/record.h"
#include <tracuu/document.h>

/* Copies what `r` says, on the day `today`, into plain strings in the arena;
 * `cited_by` is left 0, it is not in the record. */
tracuu_document face_of(arena *a, const record *r, date today);

/* The ISO form of a date, in the arena; "" for none. */
const char *face_date(arena *a, date d);

#endif
