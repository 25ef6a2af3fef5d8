/* naming: the name of an organ in letters large and small.
 *
 * Letterheads stand in capitals; "SỞ GIÁO DỤC VÀ ĐÀO TẠO TỈNH LÀO CAI" is
 * shown as "Sở Giáo dục và Đào tạo tỉnh Lào Cai".
 */
#ifndef INDEXER_NAMING_H
#define INDEXER_NAMING_H

#include "common/text/token.h"

/* The tokens [first, last) of a name, with one blank between words. */
span naming_of(arena *a, const token_list *list, size_t first, size_t last);

#endif
