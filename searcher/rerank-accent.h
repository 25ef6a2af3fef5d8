/* accent: how far the diacritics of a typed word and of a text agree.
 *
 * Who types marks means them: "tội" is not "tối".  Who types none means any.
 * A text without marks may be anything, and who types the shape of a vowel
 * without a tone ("chông") has only said the shape.
 */
#ifndef SEARCHER_ACCENT_H
#define SEARCHER_ACCENT_H

#include "common/text/token.h"

typedef enum accent {
    ACCENT_OTHER,    /* another word even without marks */
    ACCENT_CONFLICT, /* both bear marks, and they differ */
    ACCENT_PLAIN,    /* the text has none */
    ACCENT_AGREES
} accent;

/* Token `i` of the query against token `k` of the text. */
accent accent_compare(
    const token_list *query, size_t i, const token_list *text, size_t k);

#endif
