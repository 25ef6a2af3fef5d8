/* bounds: where the tokens of a text start and end.
 *
 * A run is what stands between two separators; it is one token, or several
 * where blanks were lost around a number.  The rules are in token.h.
 */
#ifndef TEXT_BOUNDS_H
#define TEXT_BOUNDS_H

#include <stdbool.h>

#include "common/base/span.h"
#include "common/text/unicode.h"

static inline bool
bounds_is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/* The class of the character at `at` (< text.len), and its end. */
char_class bounds_class(span text, size_t at, size_t *end);

/* True if a letter or a digit stands at `at`, which may be the end. */
bool bounds_starts(span text, size_t at);

/* The end of the run of letters, digits and marks at `start`; `*mixed` says
 * whether it holds letters beside digits. */
size_t bounds_end(span text, size_t start, bool *mixed);

/* The end of the token that starts at `start` in a mixed run that ends at
 * `end`.  All tokens of a run together cost time linear in its length. */
size_t bounds_piece_end(span text, size_t start, size_t end);

#endif
