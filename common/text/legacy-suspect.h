/* suspect: a quick look for text that may not be what it seems.
 */
#ifndef TEXT_LEGACY_SUSPECT_H
#define TEXT_LEGACY_SUSPECT_H

#include <stdbool.h>

#include "common/base/span.h"

/* True if somewhere in the UTF-8 text letters stand close together that
 * Vietnamese has not, such as old encodings leave when they are taken for
 * Latin-1.  False for Vietnamese with a foreign name now and then; German is
 * suspect too, and is cleared by evidence.  One pass, about 500 MB/s. */
bool suspect_is(span utf8);

#endif
