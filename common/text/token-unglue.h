/* unglue: words that lost the blank between them.
 *
 * Copies of official texts run words together: "số31-QĐ/TW", "ngày26/11",
 * "2005củaỦy ban", "tạiTờ trình".  The tokenizer leaves them; who reads
 * numbers and names splits them first.
 */
#ifndef TEXT_UNGLUE_H
#define TEXT_UNGLUE_H

#include "common/text/token.h"

/* `*out` is `list` with the glued tokens split; its tokens are then the
 * caller's to free().  False if nothing is glued: `*out` is the list itself.
 * Linear. */
bool unglue_tokens(const token_list *list, token_list *out);

#endif
