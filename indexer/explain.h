/* explain: one document taken through its stages, to be printed.
 *
 * The public functions are in <tracuu/explain.h>; how each stage is printed
 * is in explain-print.
 */
#ifndef INDEXER_EXPLAIN_H
#define INDEXER_EXPLAIN_H

#include <jansson.h>

#include "common/document/document.h"
#include <tracuu/explain.h>

/* Takes the text through the stages up to `stage`.  `record` (NULL: none) may
 * say what the carrier is, {"doc":{"number","kind","issuer","date","place",
 * "term"}}; then the text is a piece of it. */
void explain_run(
    document *d, tracuu_stage stage, span source, const json_t *record);

#endif
