/* telex: what was meant by keys that no input method turned into letters.
 *
 *     chir thij       Telex: chỉ thị
 *     phong2 chong61  VNI:   phòng chống
 *
 * Tone keys may stand anywhere behind the vowel, as input methods take them.
 * Whether the keys were meant so cannot be told from one word alone ("too" is
 * "tô", and English): who asks decides.
 */
#ifndef TEXT_TELEX_H
#define TEXT_TELEX_H

#include <stddef.h>

#include "common/base/span.h"

enum { TELEX_TEXT = 32 };

/* Writes the syllable, lower case in its canonical form and without NUL, and
 * returns its length; 0 if the keys type nothing but themselves, or no
 * syllable. */
size_t telex_decode(char out[TELEX_TEXT], span keys);

#endif
