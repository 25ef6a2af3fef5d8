/* card: what is known of a document beside its text.
 */
#ifndef SERVER_CARD_H
#define SERVER_CARD_H

#include "searcher/server/page-sheet.h"

void card_put(sheet *s, const tracuu_view *view);

#endif
