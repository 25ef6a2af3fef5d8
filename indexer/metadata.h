/* metadata: who issued what, when, about what; from the first lines and the
 * end of the text.
 *
 * - The word of the kind line beats the letters of the symbol; both, and the
 *   date and the issuer, are beaten by what was stated from outside, and what
 *   the text says otherwise is kept in `conflicts`.
 * - A text without letterhead is a part of an act if it begins at a Điều or
 *   was stated to be one, news if it names an act at its beginning, or any
 *   other text: none of them takes an act's key.
 * - What an act leaves out of its text is taken from the title it was given
 *   ("Công văn 171/CV-BCĐ ngày 21/11/2025 ...") and its place from the folder.
 * - A consolidated text takes number, issuer and date from its authentication
 *   at the end, a law its date from the day it was passed.
 *
 * Linear; reads the first CELL_LINES lines, the zones of effect and the end.
 */
#ifndef INDEXER_METADATA_H
#define INDEXER_METADATA_H

#include "common/document/document.h"

/* Fills `meta`; reads text, tokens, stated, sections and zones. */
void metadata_read(document *d);

#endif
