/* squeezed: names of fields and relations as people type them, compared.
 *
 * "Cơ quan", "co quan", "co-quan" and "coquan" are one name.
 */
#ifndef DOCUMENT_SQUEEZED_H
#define DOCUMENT_SQUEEZED_H

#include <stdbool.h>

#include "common/base/span.h"

enum { SQUEEZED_MAX = 64 /* bytes; longer than any name */ };

/* Folded letters and digits alone, in `out`; empty if there are too many. */
span squeezed_read(char out[SQUEEZED_MAX], span name);

/* True if `name` has any, and is `squeezed` once it is squeezed. */
bool squeezed_is(span squeezed, span name);

#endif
