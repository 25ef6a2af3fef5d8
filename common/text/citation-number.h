/* number: the number of a mention.
 *
 *     số 30/2020/NĐ-CP   (số 48)   số hiệu: 12/KH-UBND   48   số 18/2020
 */
#ifndef TEXT_NUMBER_H
#define TEXT_NUMBER_H

#include "common/text/citation-draft.h"
#include "common/text/symbol.h"

/* Tokens of "số", "số hiệu", "số số" at `at`; 0 if it stands not there. */
size_t number_word(const draft *d, size_t at);

/* The draft is the act of this symbol. */
void number_take(draft *d, const symbol *s);

/* Reads a number without letters at token `at` ("48", "18/2020") and moves
 * behind it; false if none stands there. */
bool number_read_bare(draft *d, size_t at);

/* True if the number at `at` counts what follows: "Kế hoạch 05 năm".  What
 * people type (`typed`) goes on with any words. */
bool number_is_count(const draft *d, size_t at, bool typed);

/* Reads the number at d->at, in brackets or not, and moves behind it. */
bool number_read(draft *d, bool typed);

/* Moves d->at to the "số" of a number that words part from the kind: "Kế
 * hoạch phát triển kinh tế số 12/KH-UBND"; false if there is none. */
bool number_look_ahead(draft *d);

#endif
