/* unglue: words that lost the blank between them.
 *
 * Copies of official texts run words together: "số31-QĐ/TW", "ngày26/11",
 * "2005củaỦy ban", "tạiTờ trình".  The tokenizer leaves them; who reads
 * numbers and names splits them first.
 */
#ifndef TEXT_UNGLUE_H
#define TEXT_UNGLUE_H

#include "common/base/arena.h"
#include "common/text/token.h"

/* `list` itself if nothing is glued in it, else a copy in the arena with the
 * glued tokens split.  Linear. */
token_list unglue_tokens(arena *a, const token_list *list);

#endif
