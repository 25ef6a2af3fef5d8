/* letterhead: the lines above the kind of an act, one cell at a time.
 *
 * Each reader tells whether the cell is such a line and notes in the head what
 * it says.
 */
#ifndef INDEXER_LETTERHEAD_H
#define INDEXER_LETTERHEAD_H

#include "indexer/metadata-head.h"

/* The motto of the State or the name of the Party, which copies break over
 * lines and columns, each piece a cell. */
bool letterhead_motto(const document *d, head *h, const cell *c);

/* "44", "CÔNG BÁO/Số 18/Ngày 5-8-2024", "VĂN BẢN QUY PHẠM PHÁP LUẬT". */
bool letterhead_noise(const document *d, head *h, const cell *c);

/* MẬT, HỎA TỐC: the marks of secrecy and urgency stand alone in their box. */
bool letterhead_mark(const document *d, const cell *c);

/* A place and a date from token `at` of the cell on. */
bool letterhead_date(const document *d, head *h, const cell *c, size_t at);

/* "Số: 1/NĐ-CP", "Số 48-CT/TW", "Luật số: 64/2025/QH15", and a date that stands
 * in the same cell. */
bool letterhead_number(arena *a, const document *d, head *h, const cell *c);

#endif
