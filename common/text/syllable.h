/* syllable: the grammar of one written Vietnamese syllable.
 *
 * onset + rime + tone, from tables of 28 onsets and the rimes that occur; no
 * word list.  Rules for the place of the tone: the last letter with a hat or
 * horn bears it; else a single vowel; with a final consonant the second of
 * two vowels; else the first of two (old style: hòa, thủy, khỏe), the middle
 * of three.  "qu" and "gi" before a vowel are onsets.
 */
#ifndef TEXT_SYLLABLE_H
#define TEXT_SYLLABLE_H

#include <stdbool.h>
#include <stdint.h>

#include "common/base/span.h"

/* Ids of folded syllables and other tokens.  0 ends a sentence; 1 up to
 * SYLLABLE_ID_KNOWN - 1 are folded syllables by onset and rime, without
 * collision; the rest are hashes of other tokens.  The numbering is stored in
 * every index: changing it raises SYLLABLE_VERSION. */
enum { SYLLABLE_VERSION = 1, SYLLABLE_ID_END = 0, SYLLABLE_ID_KNOWN = 16384 };

/* The id of a folded token (lower-case ASCII for syllables).  Never 0. */
uint16_t syllable_id(span folded);

/* Writes a folded syllable that has this id, without NUL; returns its length,
 * 0 if the id is no syllable's. */
enum { SYLLABLE_TEXT = 12 };
size_t syllable_text(char out[SYLLABLE_TEXT], uint16_t id);

/* True if the folded token is an onset and a rime of Vietnamese. */
bool syllable_is_folded(span folded);

/* True if the lower-case NFC token is a possible syllable with its marks
 * (tiếng: yes; tiêngs, stroke: no). */
bool syllable_is_valid(span lower);

/* Writes the NFC token, in the case it has, with its tone where the canonical
 * style has it; equal tones written twice become one.  What is no syllable, or
 * has two different tones, is copied.  `out` has token.len + 4 bytes at least;
 * returns the length. */
size_t syllable_place_tone(char *out, span token);

/* Writes the lower-case NFC token with its tone where the canonical style has
 * it, and its i/y key form (kỉ -> kỷ in open syllables after h k l m s t and
 * qu-), to `out` of at least token.len + 4 bytes; returns the length.  What is
 * no syllable is copied. */
size_t syllable_canonical(char *out, span lower);

#endif
