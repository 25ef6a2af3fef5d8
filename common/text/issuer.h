/* issuer: who issues documents, from one table.
 *
 * An issuer is an organ with a sphere (Party, State, mass organisation) and a
 * level; local organs (Tỉnh ủy, Ủy ban nhân dân) need a place beside them.
 * Bộ Chính trị, Ban Bí thư and the Central Committee share one series of
 * numbers, so one scope "tw".
 */
#ifndef TEXT_ISSUER_H
#define TEXT_ISSUER_H

#include "common/base/span.h"
#include "common/text/token.h"

typedef enum sphere {
    SPHERE_UNKNOWN = 0,
    SPHERE_PARTY = 'd',
    SPHERE_STATE = 's',
    SPHERE_MASS = 'm',
    SPHERE_OTHER = 'x'
} sphere;

typedef enum level {
    LEVEL_UNKNOWN,
    LEVEL_CENTRAL,
    LEVEL_MINISTRY,
    LEVEL_PROVINCE,
    LEVEL_DISTRICT,
    LEVEL_COMMUNE
} level;

typedef struct issuer {
    const char *id;      /* "bct", "ubnd", "bca" */
    const char *scope;   /* of canonical keys: "tw" for bct, bbt and bchtw */
    const char *name;    /* "Bộ Chính trị" */
    const char *folded;  /* "bo chinh tri" */
    const char *letters; /* in symbols: "TW", "UBND", "BCA" */
    sphere sphere;
    level level; /* LEVEL_UNKNOWN if the place decides */
    bool local;  /* needs a place */
} issuer;

const issuer *issuer_by_id(span id);

/* By the letters of a symbol ("TW", "TTg", "UBND", "BNN&PTNT"), any case,
 * with or without diacritics; NULL if unknown. */
const issuer *issuer_by_letters(span letters);

/* The letters as the organ itself writes them ("ttg" -> "TTg"); what is not
 * known comes back as it is. */
span issuer_spelling(span letters);

/* The longest name of an issuer, or its abbreviation in running text ("BCT",
 * "UBND"), that starts at token `at`; NULL if none does. */
const issuer *issuer_match(const token_list *list, size_t at, size_t *used);

/* The level of `who`; where the place decides, the one that a word among the
 * tokens [first, last) names ("Ủy ban nhân dân huyện"). */
level issuer_level(
    const issuer *who, const token_list *list, size_t first, size_t last);

/* True if `a` may change or end acts of `b`: it stands at the same place or
 * higher (Quy định 66-QĐ/TW; Luật 64/2025/QH15). */
bool issuer_outranks(const issuer *a, const issuer *b);

#endif
