/* split: a query's tokens with the blanks that people leave out of numbers.
 *
 *     48cttw      48 ct tw          602015ttbtc     60 2015 tt btc
 *     KL13-TW     KL 13-TW          07/2022/TTBNV   07/2022/TT BNV
 *     86qđ-bct    86 qđ-bct         36.2018.QH14    36 2018.QH14
 *
 * Only known letters of kinds and organs are parted from digits and from each
 * other, so that 12a, covid19 and 30kg stay what they are.
 */
#ifndef TEXT_SPLIT_H
#define TEXT_SPLIT_H

#include "common/text/token.h"

/* The tokens, in the arena, of `list`'s text with blanks put in; `*origin`
 * has for each the number of the token that it is a part of.  Linear. */
token_list split_tokens(arena *a, const token_list *list, size_t **origin);

#endif
