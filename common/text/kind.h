/* kind: the kinds of documents (thể loại), from one table.
 *
 * The word beats the letters: 66-QĐ/TW is a quy định when its heading says
 * so.  Letters alone give several kinds.  Source of the table: Nghị định
 * 30/2020/NĐ-CP, annex III (State), Quy định 66-QĐ/TW and 399-QĐ/TW (Party),
 * and symbols seen; tables/kinds.tsv has one row a kind.
 */
#ifndef TEXT_KIND_H
#define TEXT_KIND_H

#include "common/base/span.h"
#include "common/text/token.h"

/* What the grammar asks of a kind: the column "traits" of the table. */
typedef enum kind_trait {
    KIND_LAW = 1 << 0,         /* a law, a code or an ordinance */
    KIND_PASSED = 1 << 1,      /* passed on a day, and named by its subject */
    KIND_PROMULGATED = 1 << 2, /* a lệnh of the President may announce it */
    KIND_UNIQUE = 1 << 3,      /* an organ has one at a time, without number */
    KIND_JOINT = 1 << 4,       /* of several organs with equal right */
    KIND_YEARLY = 1 << 5,      /* the State's numbers bear the year */
    KIND_CITED = 1 << 6,       /* its name and a number alone are an act */
    KIND_POLICY = 1 << 7,      /* keeps others of its own level alive */
    KIND_NICKNAME = 1 << 8, /* "Đề án số 2" may be an item of the text */
    KIND_PROPOSAL = 1 << 9, /* proposes the act that is based on it */
    KIND_SENT = 1 << 10     /* others act on it, or reply */
} kind_trait;

typedef struct kind {
    const char *code;        /* of canonical keys: "ct", "kl", "nq", "qdi" */
    const char *name;        /* lower case: "chỉ thị" */
    const char *folded;      /* "chi thi" */
    const char *letters;     /* usual letters in a symbol: "CT"; "" if none */
    const char *english;     /* "directive" */
    bool party, state, mass; /* who issues it */
    bool normative;          /* văn bản quy phạm pháp luật */
    unsigned traits;         /* of kind_trait */
    unsigned party_most;     /* what the numbers of the Party's centre come to
                                in a khóa; 0 if it has no such kind, or people
                                do not call its acts by number and khóa alone */
} kind;

/* True if `k`, which may be NULL, has one of the traits. */
static inline bool
kind_has(const kind *k, unsigned traits)
{
    return k && k->traits & traits;
}

size_t kind_count(void);
const kind *kind_at(size_t i);

/* NULL if there is none. */
const kind *kind_by_code(span code);

/* By name in any case, with or without diacritics, or by a usual
 * abbreviation. */
const kind *kind_by_name(span name);

/* The longest kind name that starts at token `at`; NULL if none does. */
const kind *kind_match(const token_list *list, size_t at, size_t *used);

/* The kinds that these letters of a symbol can mean ("QĐ": quyết định, quy
 * định), likeliest first; returns how many, at most `room`. */
size_t kind_by_letters(span letters, const kind **out, size_t room);

#endif
