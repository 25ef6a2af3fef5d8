/* completion: frequent phrases of two to five syllables, for completing words.
 *
 *     "tham nh"   tham nhũng
 *
 * Mined from legal and Party texts (tables/make-completions.py).  Whether an
 * index has one of them is asked there.
 */
#ifndef TEXT_COMPLETION_H
#define TEXT_COMPLETION_H

#include <stddef.h>

#include "common/base/span.h"

typedef struct completion {
    const char *folded; /* "tham nhung" */
    const char *text;   /* "tham nhũng" */
    unsigned times;     /* how often the texts have it that it was mined from */
} completion;

/* The phrases whose folded form starts with `beginning`, the most frequent
 * first; returns how many, at most `room`.  Reads all that start so: some
 * thousands for one letter, in microseconds. */
size_t completion_find(span beginning, const completion **out, size_t room);

#endif
