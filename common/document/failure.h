/* failure: what an index remembers of an input that it does not hold.
 *
 * The value of the metadata item fail:<id> of `documents`:
 *
 *     <stamp> TAB <fate> TAB <id> TAB <reason>
 *
 * The stamp is the indexer's, by which it knows the input again (stamp.h);
 * its last part is the root.  The id stands in the value because the name of an
 * item is cut when it is long.
 */
#ifndef DOCUMENT_FAILURE_H
#define DOCUMENT_FAILURE_H

#include "common/base/arena.h"
#include <tracuu/index.h>

#define FAILURE_PREFIX "fail:"

typedef struct failure {
    span stamp;
    tracuu_fate fate; /* TRACUU_SKIPPED or TRACUU_FAILED */
    span id;          /* control characters in it are "?" */
    span reason;      /* one line */
} failure;

span failure_name(arena *a, span id);
span failure_print(arena *a, const failure *f);

/* Reads it back, everything borrowed from `value`; false if it is none. */
bool failure_parse(failure *out, span value);

#endif
