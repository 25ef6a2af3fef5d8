/* signature: who signed, in what capacity, and who receives it.
 *
 *     Nơi nhận:                      TM. ỦY BAN NHÂN DÂN
 *     - Như Điều 4;                     KT. CHỦ TỊCH
 *     - Lưu: VT.                       PHÓ CHỦ TỊCH
 *                                       (Đã ký)
 *                                     Nguyễn Văn A
 */
#ifndef INDEXER_SIGNATURE_H
#define INDEXER_SIGNATURE_H

#include "common/document/document.h"

/* Fills signer, capacity and recipients of the metadata; reads the zones. */
void signature_read(document *d);

#endif
