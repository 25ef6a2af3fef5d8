/* weld: where a blank between two words was lost.
 *
 * "củaỦy" is two words by its capital, "nhândân" by the listed pair that it
 * is; copies made from PDF files and pages are full of both.  Only what is no
 * syllable is cut, and only where a tone or a shape shows Vietnamese, so that
 * "YouTube" and "nitơ" stay whole.
 */
#ifndef TEXT_WELD_H
#define TEXT_WELD_H

#include <stddef.h>

#include "common/base/span.h"

/* The byte where the second word of the token starts, or 0 if it is one. */
size_t weld_find(span token);

#endif
