/* dated: groups in the order of their dates.
 */
#ifndef SEARCHER_DATED_H
#define SEARCHER_DATED_H

#include "searcher/hits-group.h"

/* Sorts by the date of the document, what has none last.  Where few have all
 * the words the index has no such order, and the documents that rank best are
 * put in it.  Reads a value of each group. */
tracuu_status dated_sort(group_list *list, arena *a, tracuu_reader *reader,
    tracuu_sort sort, tracuu_error *err);

#endif
