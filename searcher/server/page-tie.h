/* tie: the one line that says how a document hangs together with others.
 *
 *     ↳ Được tiếp tục bởi 13-KL/TW (2021), 05-KL/TW (2016) · được 12 văn bản
 *       dẫn chiếu · Sơ đồ
 */
#ifndef SERVER_TIE_H
#define SERVER_TIE_H

#include "searcher/server/page-sheet.h"

void tie_put(sheet *s, const tracuu_document *d);

#endif
