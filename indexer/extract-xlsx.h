/* xlsx: the sheets of an Excel file, a row a line.
 *
 * Each sheet begins with its name.  Numbers stand as they are, with ten digits
 * at the most; days as d/m/yyyy.
 */
#ifndef INDEXER_XLSX_H
#define INDEXER_XLSX_H

#include "indexer/extract-sink.h"

bool extract_xlsx(sink *s, span bytes);

#endif
