/* verdict: what can be said of the mentions when all are typed.
 */
#ifndef INDEXER_VERDICT_H
#define INDEXER_VERDICT_H

#include "indexer/references-reference.h"

/* "Nghị định A hết hiệu lực kể từ ngày ...": binds what stands behind the
 * mentions to them. */
void verdict_read(reference_list *list);

/* No act ends or changes one of a higher organ (Quy định 66-QĐ/TW; Luật
 * 64/2025/QH15): such edges are demoted to cites, rule "authority". */
void verdict_guard(reference_list *list);

#endif
