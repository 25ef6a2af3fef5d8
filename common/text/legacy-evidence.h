/* evidence: how well a piece of text reads in one encoding.
 *
 * Words without a letter beyond ASCII read the same in all and say nothing.
 * Of the others, a Vietnamese syllable speaks for the encoding; what is none
 * speaks against an old one much more than against Unicode, where names and
 * other languages stand too.
 */
#ifndef TEXT_LEGACY_EVIDENCE_H
#define TEXT_LEGACY_EVIDENCE_H

#include <stdint.h>

#include "common/text/legacy.h"

enum { EVIDENCE_MAX = 4096 /* bytes of a piece, so that counts fit */ };

typedef struct evidence {
    int16_t score;
    uint16_t words;      /* all of them */
    uint16_t syllables;  /* with a letter beyond ASCII */
    uint16_t others;     /* with such a letter, and no syllables */
    uint16_t strange;    /* of these, with letters of Latin-1 and its like */
    uint16_t long_words; /* longer than any syllable */
} evidence;

/* Linear; `piece` has at most EVIDENCE_MAX bytes. */
evidence evidence_of(span piece, bool utf8, encoding from);

#endif
