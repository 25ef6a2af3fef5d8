/* signing: the lines at the end of an act: Nơi nhận, TM., KT., titles, names.
 */
#ifndef INDEXER_SIGNING_H
#define INDEXER_SIGNING_H

#include "common/document/document.h"

/* "Nơi nhận:" starts at token `i`. */
bool signing_is_recipients(const document *d, size_t i);

/* The line from token `i` to byte `end` opens a signature: "TM. ỦY BAN NHÂN
 * DÂN", "T/M BỘ CHÍNH TRỊ", "KT. BỘ TRƯỞNG", "CHÁNH VĂN PHÒNG". */
bool signing_is_capacity(const document *d, size_t i, size_t end);

#endif
