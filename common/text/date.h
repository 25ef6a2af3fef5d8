/* date: days as Vietnamese offices write them.
 *
 * "ngày 22 tháng 10 năm 2010", "22/10/2010", "22-10-2010", "06 / 7 /2005",
 * "tháng 5/2016", "năm 2010".  Order is always day, month, year.
 */
#ifndef TEXT_DATE_H
#define TEXT_DATE_H

#include <stdbool.h>
#include <stdint.h>

#include "common/base/span.h"
#include "common/text/token.h"

/* 0 is "not known" for each part; all zero is no date. */
typedef struct date {
    uint16_t year;
    uint8_t month;
    uint8_t day;
} date;

enum { DATE_SIZE = 11 };

static inline bool
date_is_set(date d)
{
    return d.year || d.month || d.day;
}

static inline bool
date_is_full(date d)
{
    return d.year && d.month && d.day;
}

/* YYYYMMDD as a number, unknown parts 0; for comparing and sorting. */
static inline uint32_t
date_number(date d)
{
    return d.year * 10000u + d.month * 100u + d.day;
}

/* The date that starts at token `at` (at "ngày", "tháng", "năm" or its first
 * digit), with `*used` set to its tokens; all zero if none does.  Impossible
 * days (31/2) are no dates. */
date date_match(const token_list *list, size_t at, size_t *used);

/* The day `days` days later, for a full date; all zero for any other. */
date date_after(date day, unsigned days);

/* ISO forms "2010-10-22", "2010-10", "2010" or "", NUL-terminated. */
void date_format(char out[DATE_SIZE], date d);

/* Reads an ISO form, or D/M/YYYY; all zero if it is none. */
date date_parse(span s);

#endif
