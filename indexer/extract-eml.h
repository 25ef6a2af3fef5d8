/* eml: a message with what is attached, or a page saved as one (MHTML).
 *
 * The subject, who wrote it to whom and when, and the text: of several forms
 * of it the plain one.  Attached documents follow, each with its name; in
 * messages inside of messages only to a depth of EML_DEPTH.
 */
#ifndef INDEXER_EML_H
#define INDEXER_EML_H

#include "indexer/extract-sink.h"

enum { EML_DEPTH = 4, EML_PARTS_MAX = 1000 };

bool extract_eml(sink *s, span bytes);

#endif
