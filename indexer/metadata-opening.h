/* opening: the organ that a text without letterhead names as its own.
 *
 *     Quốc hội ban hành Luật Công đoàn.
 *     Bộ trưởng Bộ Công Thương ban hành Thông tư quy định ...
 *     TM. CHÍNH PHỦ
 *
 * The formula that ends the basis comes first, then the signature.
 */
#ifndef INDEXER_OPENING_H
#define INDEXER_OPENING_H

#include "indexer/metadata-organ.h"

/* No issuer if the text, an act of the kind `own`, names none.  Reads the
 * zones. */
organ opening_organ(document *d, const kind *own, date day);

#endif
