/* coded: a text inside a record, in the codes of phrase.h.
 *
 * 0 if it is empty, else 1, its words as forward.h codes them, the length of
 * its wording and the wording (wording.h): a fourth of the text's bytes.
 */
#ifndef DOCUMENT_CODED_H
#define DOCUMENT_CODED_H

#include "common/base/arena.h"
#include "common/document/wire.h"

/* Appends the text; `scratch` is used and reset. */
void coded_add(strbuf *out, arena *scratch, span text);

/* Reads it into the arena; the wire fails if the bytes are damaged. */
span coded_read(arena *a, wire *w);

/* Takes it from the wire as it is, unread: {NULL, 0} if that is empty.  What
 * was taken is read by coded_read from a wire of its own. */
span coded_take(wire *w);

#endif
