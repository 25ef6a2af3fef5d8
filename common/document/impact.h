/* impact: what a term weighs in a passage, beside how rare it is.
 *
 * BM25's part of frequency and length (k1 1.2, b 0.75), worked out when the
 * passage is indexed and stored in the place of the frequency.  A match then
 * multiplies and adds; reading the length of every passage that it looks at
 * took more than half of its time.  The mean length is a constant, so that a
 * passage weighs the same in every index and parts of a federation agree.
 */
#ifndef DOCUMENT_IMPACT_H
#define DOCUMENT_IMPACT_H

#include <stddef.h>
#include <stdint.h>

/* The term that counts how long each passage is, in IMPACT_STEP: the re-rank
 * wants the mean of this index. */
#define IMPACT_LENGTH "XL"

enum {
    IMPACT_MEAN_LENGTH = 180, /* of a passage, in terms: words and pairs */
    IMPACT_MAX = 127,         /* one byte of a list of postings */
    IMPACT_STEP = 8           /* that one of IMPACT_LENGTH stands for */
};

/* Of a term that occurs `count` times in a passage of `length` terms: 1 to
 * IMPACT_MAX, about 32 for once in a passage of mean length; 0 for 0. */
uint32_t impact_of(uint32_t count, size_t length);

/* The count of IMPACT_LENGTH, 1 to IMPACT_MAX. */
uint32_t impact_length(size_t length);

#endif
