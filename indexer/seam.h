/* seam: where two cells of a head were run together on one line.
 *
 *     ... TỈNH LÀO CAI CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập - ...
 *     Hà Nội, ngày 29 tháng 6 năm 2023 THÔNG TƯ Hướng dẫn điều chỉnh ...
 *
 * Copies that lost the borders of their columns, or all line ends, still show
 * them by what begins there: a motto, "Số:", what follows a date or a kind in
 * capitals, "Căn cứ", "Kính gửi".
 */
#ifndef INDEXER_SEAM_H
#define INDEXER_SEAM_H

#include "common/document/document.h"

/* The byte at which the piece of text [start, end) is to be cut; `end` if
 * nothing in it tells.  Never `start`. */
size_t seam_find(const document *d, size_t start, size_t end);

#endif
