/* explain-print: what a stage made of a document, for people and as JSON.
 */
#ifndef INDEXER_EXPLAIN_PRINT_H
#define INDEXER_EXPLAIN_PRINT_H

#include "common/base/strbuf.h"
#include "common/document/document.h"
#include <tracuu/explain.h>

/* Lines for people. */
void explain_print_text(strbuf *out, const document *d, tracuu_stage stage);

/* One line of JSON; offsets are code points of `source`, the text as it was
 * given.  Linear. */
void explain_print_json(
    strbuf *out, const document *d, tracuu_stage stage, span source);

#endif
