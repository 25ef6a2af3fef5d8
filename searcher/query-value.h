/* value: name:value in a query, a field or a relation.
 */
#ifndef SEARCHER_VALUE_H
#define SEARCHER_VALUE_H

#include "searcher/query-scan.h"

/* Reads name:value at the scan's place, of an item that starts at byte
 * `start` ("-" included).  False if there is none, or it cannot be meant so:
 * then nothing is read, and a note says why. */
bool value_read(scan *s, size_t start, bool without);

#endif
