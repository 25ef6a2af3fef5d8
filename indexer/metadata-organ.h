/* organ: who issued a document.
 *
 * The letterhead names one organ or a line of them, the issuing one last
 * ("TỈNH ỦY HẬU GIANG / BAN NỘI CHÍNH"); joint acts name several.  The letters
 * of the symbol, the title ("CỦA BAN BÍ THƯ"), the signature and the opening
 * line decide what the letterhead leaves open.
 */
#ifndef INDEXER_ORGAN_H
#define INDEXER_ORGAN_H

#include "common/text/symbol.h"
#include "indexer/metadata-locality.h"

typedef struct organ {
    const issuer *issuer;
    span name; /* "Ủy ban nhân dân tỉnh Hậu Giang"; joint: joined by "; " */
    span issuers; /* scopes of a joint act joined by "+", or empty */
    locality at;
} organ;

/* From the letterhead, the symbol `s` and the kind (NULL if there are none).
 * Reads the zones. */
organ organ_read(
    document *d, const head *h, const symbol *s, const kind *k, date day);

/* From a name as somebody writes it. */
organ organ_of_name(arena *a, span name, date day);

#endif
