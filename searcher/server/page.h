/* page: what people see: the search, a document, the graph, the help.
 *
 *     /  /search  /doc/NAME  /graph/NAME  /help
 */
#ifndef SERVER_PAGE_H
#define SERVER_PAGE_H

#include "searcher/server/exchange.h"

/* True if the path is a page. */
bool page_answer(reply *out, const request *in);

#endif
