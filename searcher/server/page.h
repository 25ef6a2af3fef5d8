/* page: what people see: the search, a document, the graph, the help.
 *
 *     /  /search  /doc/NAME  /graph/NAME  /help
 */
#ifndef SERVER_PAGE_H
#define SERVER_PAGE_H

#include "searcher/server/exchange.h"

/* Always true: what is no path of its own is a page that says so. */
bool page_answer(reply *out, const request *in);

#endif
