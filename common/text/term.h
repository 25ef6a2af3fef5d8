/* term: khóa and nhiệm kỳ, which number series start anew with.
 *
 * "k13" is khóa XIII of the Central Committee, "q15" of the Quốc hội, "n2020"
 * the local Party term that began in 2020.  The days on which terms began are
 * a table (SPEC of the domain; from the XIVth on from the record, earlier
 * ones general knowledge).
 */
#ifndef TEXT_TERM_H
#define TEXT_TERM_H

#include <stdbool.h>

#include "common/base/span.h"
#include "common/base/strbuf.h"
#include "common/text/date.h"
#include "common/text/issuer.h"
#include "common/text/token.h"

enum { TERM_SIZE = 8 };

/* The term that an act of `who` of that day belongs to ("k13", "q15",
 * "n2020"; a year is enough where it decides), NUL-terminated; "" if the
 * organ has no terms or the date does not decide. */
void term_of(char out[TERM_SIZE], const issuer *who, date day);

/* A term named at token `at`: "khóa XIII", "khoá 13", "nhiệm kỳ 2020 - 2025",
 * "(khóa X)"; the ordinal goes to `*number` (13, or the first year 2020), the
 * letter to the caller: 'k' for khóa, 'n' for nhiệm kỳ.  0 if none. */
char term_match(
    const token_list *list, size_t at, size_t *used, unsigned *number);

/* The Roman numeral of 1 to 30 in any case, or 0. */
unsigned term_roman(span s);

/* Appends 1 to 39 as a Roman numeral in capitals; false for the rest. */
bool term_add_roman(strbuf *out, unsigned number);

#endif
