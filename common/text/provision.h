/* provision: the parts of an act that a mention names.
 *
 *     điểm a, điểm b khoản 3, khoản 4 và khoản 5 Điều 17
 *         -> Đ17.k3.đa; Đ17.k3.đb; Đ17.k4; Đ17.k5
 *
 * Read from right to left: each unit belongs to the nearest higher one that
 * follows; a number without a unit word takes the last one ("các khoản 1, 2
 * và 3"); ranges are expanded up to PROVISION_RANGE_MAX.
 */
#ifndef TEXT_PROVISION_H
#define TEXT_PROVISION_H

#include "common/base/arena.h"
#include "common/text/token.h"

enum { PROVISION_RANGE_MAX = 50 };

typedef struct provision {
    size_t first, last; /* tokens, last not included */
    span paths;         /* "Đ17.k3.đa; Đ18"; empty for "Điều này" */
    bool whole;         /* every path starts at a Điều */
    bool own;           /* of the text itself: "khoản này", "Điều này" */
} provision;

/* True if a provision can start at a token with this folded form. */
bool provision_starts(span folded);

/* "17" of the path "Đ17.k3"; empty if it does not start at an article. */
span provision_article(span path);

/* "36" of a token that people type as "đ36" for Điều 36; else empty. */
span provision_short(const token_list *list, size_t at);

/* The list of provisions that starts at token `at` ("các", "từ", "điểm",
 * "khoản", "Điều"); false if none does.  Linear. */
bool provision_match(
    arena *a, const token_list *list, size_t at, provision *out);

#endif
