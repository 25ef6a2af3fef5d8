/* dated: the terms of a status that holds today.
 *
 * A status that will change on a known day stands in the index with the days
 * from which and up to which it holds (fields.h, XS), so that "còn hiệu lực"
 * is right however long ago the index was made.
 */
#ifndef SEARCHER_DATED_H
#define SEARCHER_DATED_H

#include "searcher/plan-filter.h"
#include "searcher/reader.h"

/* Adds to the terms of statuses in `f` ("XSin_force") their dated forms in the
 * index that hold on the reader's day.  Costs a walk over the dated forms, of
 * which there is one for each pair of days. */
tracuu_status dated_add(
    filter *f, arena *a, tracuu_reader *reader, tracuu_error *err);

#endif
