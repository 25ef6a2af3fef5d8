/* closing: the number and the date that stand at the end of a text.
 *
 *     VĂN PHÒNG QUỐC HỘI         XÁC THỰC VĂN BẢN HỢP NHẤT
 *     Số: 22/VBHN-VPQH           Hà Nội, ngày 26 tháng 02 năm 2025
 *
 *     Luật này đã được Quốc hội ... thông qua ngày 26 tháng 11 năm 2014.
 */
#ifndef INDEXER_CLOSING_H
#define INDEXER_CLOSING_H

#include "indexer/metadata-head.h"

typedef struct closing {
    head lines;     /* number and date of the last lines, if any */
    date passed;    /* the day a law was passed, or not set */
    bool authentic; /* XÁC THỰC VĂN BẢN HỢP NHẤT */
    bool organs;    /* lines above the number name an organ */
} closing;

closing closing_read(arena *a, const document *d);

#endif
