/* lookalike: letters and digits that a scanner takes for each other.
 *
 *     12/2O18/TT-BLĐTBXH   2018
 *     24/2025/TT-8TP       BTP
 *
 * Of letters folded; tables/lookalikes.tsv has one row a character.
 */
#ifndef TEXT_LOOKALIKE_H
#define TEXT_LOOKALIKE_H

/* The digit that a letter may be, a digit itself; 0 if there is none. */
char lookalike_digit(char read);

/* The letters that a letter or digit may be; "" if there are none. */
const char *lookalike_letters(char read);

#endif
