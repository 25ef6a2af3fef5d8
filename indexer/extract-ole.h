/* ole: Word, Excel and PowerPoint files of 1997 to 2003, by antiword and
 * catdoc.
 *
 * antiword knows pieces, tables and lists; what it does not take for a Word
 * file goes to catdoc, which finds text in nearly everything.  Both get each
 * byte of an old font through as Latin-1; the table in indexer/catdoc keeps
 * catdoc from dropping the soft hyphen, a letter of TCVN3.
 */
#ifndef INDEXER_OLE_H
#define INDEXER_OLE_H

#include "indexer/extract-sink.h"

enum { OLE_SECONDS = 20 };

bool extract_ole(sink *s, span bytes);

#endif
