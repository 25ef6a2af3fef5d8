/* forward: the forward form of a passage, for the re-rank.
 *
 * Its words in the order of the text, as codes of phrase.h, 16 bits each,
 * little-endian, from which syllable ids (see syllable.h) are read without
 * inflating anything:
 *
 *     count of title codes | codes | count of heading codes | codes |
 *     body codes
 *
 * The counts are LEB128.  0 stands between clauses, PHRASE_OTHER before the
 * syllable id of a word that the table has not.  At most FORWARD_MAX ids, the
 * rest of a longer body is left out of the re-rank.
 */
#ifndef DOCUMENT_FORWARD_H
#define DOCUMENT_FORWARD_H

#include <stdint.h>

#include "common/base/arena.h"
#include "common/base/span.h"
#include "common/base/strbuf.h"
#include "common/document/wire.h"
#include "common/text/token.h"

enum { FORWARD_MAX = 8000 };

typedef struct forward {
    const uint16_t *title, *heading, *body;
    size_t title_count, heading_count, body_count;
} forward;

/* The words of each part that there was room for: how many, and their codes,
 * PHRASE_NONE for those that the table has not. */
typedef struct forward_kept {
    const uint16_t *title_words, *heading_words, *body_words;
    size_t title, heading, body;
} forward_kept;

/* Appends the forward form of the tokens of title and heading and of
 * body.at[first..last); what is kept is in the arena. */
forward_kept forward_encode(strbuf *out, arena *a, const token_list *title,
    const token_list *heading, const token_list *body, size_t first,
    size_t last);

/* Reads it back into the arena; false if the bytes are damaged. */
bool forward_decode(arena *a, span bytes, forward *out);

/* The words in their order, as codes of phrase.h, PHRASE_OTHER for those that
 * the table has not. */
typedef struct forward_words {
    const uint16_t *title, *heading, *body;
    size_t title_count, heading_count, body_count;
} forward_words;

bool forward_decode_words(arena *a, span bytes, forward_words *out);

/* One row alone: count of codes, codes; returns how many words there was room
 * for.  Reading it gives codes as above; false if the bytes are damaged. */
size_t forward_add_row(
    strbuf *out, arena *a, const token_list *list, const uint16_t **words);
bool forward_read_row(arena *a, wire *w, const uint16_t **words, size_t *count);

/* Leaves it unread. */
void forward_skip_row(wire *w);

#endif
