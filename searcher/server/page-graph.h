/* graph: what hangs on an act, as a picture and as a list.
 */
#ifndef SERVER_GRAPH_H
#define SERVER_GRAPH_H

#include "searcher/server/page-sheet.h"

void graph_put(sheet *s, const char *name);

#endif
