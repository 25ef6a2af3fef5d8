/* narrative: what stands before a mention and belongs to it.
 *
 * "Ngày 22/12/2025, Ban Bí thư ban hành Chỉ thị số 55-CT/TW": issuer and date
 * in the words before, where the mention itself leaves them out.
 */
#ifndef TEXT_NARRATIVE_H
#define TEXT_NARRATIVE_H

#include "common/text/citation.h"

/* Completes issuer, place and date of `c` from the words before it in its
 * clause. */
void narrative_complete(arena *a, const token_list *list, citation *c);

#endif
