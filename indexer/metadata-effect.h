/* effect: from when to when an act is in force, by its own words.
 *
 *     ... này có hiệu lực (thi hành) (kể) từ ngày 01 tháng 7 năm 2024
 *     ... kể từ ngày ký (ban hành), ... sau 10 ngày kể từ ngày ký
 *     ... đến hết ngày 31/12/2026
 */
#ifndef INDEXER_EFFECT_H
#define INDEXER_EFFECT_H

#include "common/document/document.h"

/* Fills effective_from and effective_to; reads the date and the zones. */
void effect_read(document *d);

#endif
