/* wording: a text beside the codes of its words.
 *
 * The forward form of a passage has its words in lower case (forward.h).  What
 * it leaves out is what stands between them, capitals, and words that are not
 * in the table; that is little, and the text comes back from both, byte by
 * byte.
 *
 *     length and bytes of what stands behind the last coded word |
 *     for each word that is not in lower case with a blank before it:
 *         4 bits: usual words before it, 15: 15 and a number that follows |
 *         4 bits: one of 14 usual ways, or 14: a byte that follows says how
 *
 * That byte is the number of a gap, 63 for one that is written out, times 4,
 * and 0 lower case, 1 a capital first, 2 all capitals, 3 a word written out.
 */
#ifndef DOCUMENT_WORDING_H
#define DOCUMENT_WORDING_H

#include "common/base/arena.h"
#include "common/base/strbuf.h"
#include "common/text/token.h"

/* Appends the wording of `text`, a part of the text of `list` in which the
 * `count` tokens from `first` on stand, which have these codes of words
 * (PHRASE_NONE: none).  Linear. */
void wording_encode(strbuf *out, span text, const token_list *list,
    size_t first, const uint16_t *words, size_t count);

/* The text again, out of codes as of forward_decode_words; false if the bytes
 * are damaged.  Safe on any bytes. */
bool wording_decode(
    arena *a, span bytes, const uint16_t *words, size_t count, span *out);

#endif
