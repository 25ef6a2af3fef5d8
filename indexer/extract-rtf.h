/* rtf: the text of an RTF file.
 *
 * Ours because the fonts of the old encodings and the code page of each font
 * must be known letter by letter, which unrtf does not tell.  Bytes are read
 * as windows-1252, in Vietnamese fonts as windows-1258.  Groups nested deeper
 * than RTF_DEPTH share one state; pictures, objects, headers and footers are
 * left out.
 */
#ifndef INDEXER_RTF_H
#define INDEXER_RTF_H

#include "indexer/extract-sink.h"

enum { RTF_DEPTH = 256, RTF_FONTS = 4096 };

/* Linear; safe on any bytes. */
bool extract_rtf(sink *s, span bytes);

#endif
