/* results: the page of a search.
 */
#ifndef SERVER_RESULTS_H
#define SERVER_RESULTS_H

#include "searcher/server/page-sheet.h"

void results_put(sheet *s);

#endif
