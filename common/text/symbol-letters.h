/* letters: comparing the letters of symbols ("QĐ", "BNN&PTNT", "TTg").
 *
 * Offices write them in capitals, people in any case and without strokes; the
 * tables hold both forms.
 */
#ifndef TEXT_LETTERS_H
#define TEXT_LETTERS_H

#include "common/base/span.h"

enum { LETTERS_MAX = 48 };

/* Lower case, marks dropped and đ as d, what is no letter or digit kept;
 * NUL-terminated.  Returns the length, 0 if it is LETTERS_MAX or more. */
size_t letters_fold(char out[LETTERS_MAX], span s);

/* As letters_fold, but marks and strokes stay. */
size_t letters_lower(char out[LETTERS_MAX], span s);

#endif
