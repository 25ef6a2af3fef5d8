/* forward: the forward form of a passage, for the re-rank.
 *
 * Syllable ids (see syllable.h) in the order of the text, 16 bits each, with
 * 0 between sentences; read from a value slot without inflating anything.
 *
 *     count of title ids | title ids | count of heading ids | heading ids |
 *     body ids with 0 at each break
 *
 * Little-endian; at most FORWARD_MAX ids, the rest of a longer body is left
 * out of the re-rank.
 */
#ifndef DOCUMENT_FORWARD_H
#define DOCUMENT_FORWARD_H

#include <stdint.h>

#include "common/base/arena.h"
#include "common/base/span.h"
#include "common/base/strbuf.h"
#include "common/text/token.h"

enum { FORWARD_MAX = 8000 };

typedef struct forward {
    const uint16_t *title, *heading, *body;
    size_t title_count, heading_count, body_count;
} forward;

/* Appends the forward form of the tokens of title and heading and of
 * body.at[first..last). */
void forward_encode(strbuf *out, const token_list *title,
    const token_list *heading, const token_list *body, size_t first,
    size_t last);

/* Reads it back into the arena; false if the bytes are damaged. */
bool forward_decode(arena *a, span bytes, forward *out);

#endif
