/* epub: the chapters of a book in the order of its spine.
 */
#ifndef INDEXER_EPUB_H
#define INDEXER_EPUB_H

#include "indexer/extract-sink.h"

bool extract_epub(sink *s, span bytes);

#endif
