/* parts: a symbol taken apart at its separators.
 *
 *     48-CT/TW             48 | CT | TW
 *     30/2020/NĐ-CP        30 | 2020 | NĐ | CP
 *     823/PV11(CS)         823 | PV11(CS)
 *
 * What the parts mean is decided in symbol.
 */
#ifndef TEXT_PARTS_H
#define TEXT_PARTS_H

#include "common/base/arena.h"
#include "common/text/kind.h"
#include "common/text/token-gap.h"

enum { PARTS_MAX = 8 };

typedef struct parts {
    const token_list *list;
    arena *arena;
    bool typed;
    size_t next; /* the token behind what was read */
    span no;     /* as written: "048", "66.1", "12a" */
    unsigned year;
    span at[PARTS_MAX]; /* letters, "T.Ư" as "TW" */
    gap_mark before[PARTS_MAX];
    size_t count;
    const kind *kind; /* that the first part can mean, or NULL */
} parts;

/* The number in a token: digits, a part behind a dot, a letter; "số" may be
 * glued to it.  Empty if it is none. */
span parts_number(span source);

/* Takes apart what starts at token `at`; false if it is no symbol. */
bool parts_read(
    arena *a, const token_list *list, size_t at, bool typed, parts *out);

/* The length in bytes of QH, UBTVQH or HĐNN before the number of the Quốc hội
 * ("QH15"), with `*congress` set to it; 0 if `s` is not of that form. */
size_t parts_congress(span s, unsigned *congress);

#endif
