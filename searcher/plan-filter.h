/* filter: from the value of a field, as people write it, to terms.
 *
 *     loại:"quyết định"  XKqd          cơ quan:Bộ Chính trị  XObo chinh tri
 *     năm:2010..2012     Y2010 Y2011 Y2012
 *     từ:15/11/2010 đến:5/1/2011
 *         D20101115 .. D20101130 M201012 D20110101 .. D20110105
 *
 * A document passes when it has any of the terms.  Dates become days, months
 * and years, never a range of values: a month is 7 to 84 times faster so
 * (INDEX, 3).
 */
#ifndef SEARCHER_FILTER_H
#define SEARCHER_FILTER_H

#include "common/document/fields.h"
#include "common/text/token.h"

typedef struct filter_term {
    span term;
    bool prefix; /* every term that starts so */
    bool merged; /* only documents since the provinces of today */
} filter_term;

typedef struct filter {
    filter_term *at;
    size_t count;
    size_t room;
} filter;

enum { FILTER_YEAR_FIRST = 1930, FILTER_YEAR_LAST = 2100 };

/* How many tokens from `at` on are the longest name that the field's table
 * knows ("Bộ Chính trị": 3); 0 if it knows none, or has no table. */
size_t filter_value_tokens(field f, const token_list *list, size_t at);

/* True if `value` can be meant: a kind, status, khóa or date that there is.
 * Names of issuers and places are open lists. */
bool filter_understands(
    field f, span value, const token_list *list, size_t first, size_t last);

/* The terms for `value`, whose tokens are list[first..last); in the arena.  An
 * unknown value gives a term that nothing has.  Not for FIELD_NUMBER,
 * FIELD_TITLE, FIELD_FROM and FIELD_TO, which are no terms by themselves. */
filter filter_read(arena *a, field f, span value, const token_list *list,
    size_t first, size_t last);

/* The days `from` to `to`, both included; an empty date is open.  Parts that
 * are not known are the first or the last possible ones. */
filter filter_dates(arena *a, date from, date to);

/* The days of the provinces of today. */
filter filter_merged(arena *a);

/* "15/11/2010", "2010-11-15", "11/2010", "2010"; all zero if it is none. */
date filter_date(span value);

#endif
