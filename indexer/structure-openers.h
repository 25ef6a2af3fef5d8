/* openers: the words that open the body of an official text.
 *
 * "Căn cứ", "Theo đề nghị", "Thực hiện", "Kính gửi", "Điều 1", "Chương I",
 * "I.", "1.": behind a title they end it (trích yếu "ends at the first ...").
 */
#ifndef INDEXER_OPENERS_H
#define INDEXER_OPENERS_H

#include "indexer/metadata-cells.h"

/* True if the cell opens the body wherever it stands. */
bool opener_is_sure(const document *d, const cell *c);

/* True if it opens the body unless the sentence before it goes on. */
bool opener_is_likely(const document *d, const cell *c);

/* True if it opens the basis: Căn cứ, Xét, Theo đề nghị. */
bool opener_is_basis(const document *d, const cell *c);

#endif
