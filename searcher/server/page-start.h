/* start: the first page: the box, and what the index holds.
 */
#ifndef SERVER_START_H
#define SERVER_START_H

#include "searcher/server/page-sheet.h"

void start_put(sheet *s);

#endif
