/* abbreviation: letters and the words that they stand for.
 *
 * Of organs, sectors and standing phrases (UBND, PCTP, KT-XH); kinds of
 * documents are in kind.h and the codes of symbols in issuer.h.  Letters that
 * stand for several things have a row for each.
 */
#ifndef TEXT_ABBREVIATION_H
#define TEXT_ABBREVIATION_H

#include <stdbool.h>
#include <stddef.h>

typedef struct abbreviation {
    const char *letters; /* folded: "ubnd", "ktxh" */
    const char *reading; /* folded words: "uy ban nhan dan" */
    bool certain;        /* they hardly stand for anything else */
    bool syllable; /* they are a syllable too, "tu": only capitals count */
} abbreviation;

size_t abbreviation_count(void);
const abbreviation *abbreviation_at(size_t i);

#endif
