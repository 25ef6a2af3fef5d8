/* anaphor: "Nghị định này", "Chỉ thị nêu trên", "văn bản đó".
 *
 * Which act is meant is decided in indexer/anaphora.
 */
#ifndef TEXT_ANAPHOR_H
#define TEXT_ANAPHOR_H

#include "common/text/citation.h"

/* Reads the anaphor at the kind word `at` (`k` of `used` tokens, NULL for
 * "văn bản"); false if none stands there.  Its rule is "this" or "above". */
bool anaphor_read(const token_list *list, size_t at, const kind *k, size_t used,
    citation *out);

#endif
