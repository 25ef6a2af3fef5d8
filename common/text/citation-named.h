/* named: acts that are cited by name.
 *
 * Laws and codes; resolutions of plenums and congresses ("Nghị quyết Trung
 * ương 7 khóa XI", "Nghị quyết Đại hội XIII của Đảng"); statutes ("Điều lệ
 * Đảng") and working rules ("Quy chế làm việc của ...").
 */
#ifndef TEXT_NAMED_H
#define TEXT_NAMED_H

#include "common/text/citation-draft.h"

/* Reads the name behind the kind word at token `at` of the draft, moves d->at
 * behind it and sets d->named; leaves the draft alone if no name follows. */
void named_read(draft *d, size_t at);

/* An abbreviation that names kind and law at once ("BLHS"); false if token
 * `at` is none. */
bool named_read_short(arena *a, const token_list *list, size_t at, draft *d);

#endif
