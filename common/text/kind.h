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

typedef struct kind {
    const char *code;        /* of canonical keys: "ct", "kl", "nq", "qdi" */
    const char *name;        /* lower case: "chỉ thị" */
    const char *folded;      /* "chi thi" */
    const char *letters;     /* usual letters in a symbol: "CT"; "" if none */
    const char *english;     /* "directive" */
    bool party, state, mass; /* who issues it */
    bool normative;          /* văn bản quy phạm pháp luật */
} kind;

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
