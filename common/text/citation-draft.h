/* draft: one mention of an act, read part by part.
 *
 *     kind [name] [issuer] numpart [date] [issuer] [term]
 *
 * in any order, as SPEC of the domain (8.1) has it.  A draft knows which
 * parts stand in the text, so that lists can share what stands at their end.
 */
#ifndef TEXT_DRAFT_H
#define TEXT_DRAFT_H

#include "common/text/citation.h"
#include "common/text/token-gap.h"

typedef struct draft {
    citation cite;
    const token_list *list;
    arena *arena;
    size_t at;            /* the token to be read next */
    bool full;            /* the symbol stands in the text */
    bool named;           /* a name stands for the number */
    bool marked;          /* "số" stands before the number */
    bool sure_kind;       /* the kind word stands there */
    bool letters;         /* letters stand for it: "NĐ 131" */
    const issuer *issuer; /* the one that stands in words */
    char term;            /* 'k' or 'n' as in term_match, 0 if none */
    unsigned term_number;
} draft;

/* True if a blank line stands before token `at`: no mention goes across. */
bool draft_starts_paragraph(const token_list *list, size_t at);

/* Reads the mention at the kind word `at` (`k` of `used` tokens; NULL for a
 * word that says nothing of the kind, "văn bản"); false if none stands
 * there. */
bool draft_read(arena *a, const token_list *list, size_t at, const kind *k,
    size_t used, draft *out);

/* A range of numbers at the kind word `at` ("các Nghị quyết từ số 721 đến số
 * 730/NQ-UBTVQH15 ngày 14/02/2023"): the last of them as a draft, and the
 * number of the first; false if none stands there. */
bool draft_read_range(arena *a, const token_list *list, size_t at,
    const kind *k, size_t used, draft *out, unsigned *from);

/* The act that a query names at token `at` as people type it, with blanks for
 * separators and without "của": "48 ct tw", "chi thi 48 khoa x". */
bool draft_read_typed(arena *a, const token_list *list, size_t at, draft *out);

/* One more item of a list behind `before`, without a kind word ("57, 59 và
 * 68"); false if none follows. */
bool draft_read_next(const draft *before, draft *out);

/* A symbol that stands alone, at its number ("12/2012/QH13"). */
bool draft_read_symbol(arena *a, const token_list *list, size_t at, draft *out);

/* ---- looking at its tokens ---- */

static inline bool
draft_is(const draft *d, size_t at, const char *folded)
{
    return token_is(d->list, at, folded);
}

static inline bool
draft_are(const draft *d, size_t at, const char *a, const char *b)
{
    return draft_is(d, at, a) && draft_is(d, at + 1, b);
}

/* What stands between token `at` and the one before it. */
static inline gap_mark
draft_mark_before(const draft *d, size_t at)
{
    return at && at < d->list->count ? gap_behind(d->list, at - 1).mark
                                     : GAP_OTHER;
}

#endif
