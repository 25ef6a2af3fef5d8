/* packed: a passage as the index keeps it.
 *
 * The forward form stands in a value slot, where the re-rank reads it; the
 * data of the entry have the rest, as wire.h writes it:
 *
 *     label | start, length in bytes | start, length in code points |
 *     twice its page, 1 more if read by OCR | how many pages begin in it,
 *     where each does, bytes of the text from the one before |
 *     length and bytes of the title's wording | the same of the heading's |
 *     the text's wording
 *
 * Both together give title, heading and text back (see wording.h); text takes a
 * fifth of its bytes so.
 */
#ifndef DOCUMENT_PACKED_H
#define DOCUMENT_PACKED_H

#include <tracuu/types.h>

#include "common/document/document.h"

typedef struct packed {
    span label, title, heading, text;
    size_t start, end;   /* bytes in the document's text */
    tracuu_range points; /* the same in code points */
    passage_pages pages;
} packed;

/* Appends forward form (`words`) and data of `p`, which has the text of the
 * passage; its words are body.at[first..last).  The arena is scratch. */
void packed_encode(strbuf *words, strbuf *data, arena *a, const packed *p,
    const token_list *title, const token_list *heading, const token_list *body,
    size_t first, size_t last);

/* Reads it back into the arena; false if the bytes are damaged.  Safe on any
 * bytes; about 5 microseconds a passage. */
bool packed_decode(arena *a, span words, span data, packed *out);

#endif
