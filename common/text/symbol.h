/* symbol: the number and symbol of a document (số, ký hiệu).
 *
 *     30/2020/NĐ-CP   48-CT/TW   47/CT-TTg   64/2025/QH15   6411/VPCP-KTTH
 *
 * in every spelling that occurs: blanks and line ends around the separators,
 * other dashes, "T.Ư" for "TW", separators of the other sphere, lost blanks
 * ("số31-QĐ/TW"), "Ð" for "Đ", and as people type them: "48 ct tw",
 * "18 2020 qd ttg".
 */
#ifndef TEXT_SYMBOL_H
#define TEXT_SYMBOL_H

#include "common/base/arena.h"
#include "common/base/span.h"
#include "common/text/issuer.h"
#include "common/text/kind.h"
#include "common/text/token.h"

typedef struct symbol {
    span number;          /* as offices write it: "48-CT/TW", in the arena */
    span no;              /* without leading zeros: "48", "66.1", "12a" */
    unsigned year;        /* in the symbol, or 0 */
    span letters;         /* of the kind: "CT", "" if none */
    span organ;           /* "TW", "CP", "BNN-BNV" */
    unsigned term;        /* 15 of QH15, or 0 */
    const kind *kind;     /* likeliest by the letters, or NULL */
    const issuer *issuer; /* by the organ, or NULL */
    sphere sphere;
    size_t start, end; /* bytes in the text */
} symbol;

/* The symbol that starts at token `at` (its number); `*used` is its tokens.
 * False if none does.  With `typed` the separators may be blanks, as in
 * queries. */
bool symbol_match(arena *a, const token_list *list, size_t at, bool typed,
    symbol *out, size_t *used);

/* The form that the index holds: lower case, folded, only letters and digits,
 * without leading zeros ("48-CT/TW" -> "48cttw", "015/2020/NĐ-CP" ->
 * "152020ndcp"). */
span symbol_fold(arena *a, span number);

#endif
