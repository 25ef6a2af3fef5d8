/* opensearch: the description by which browsers offer this search.
 *
 *     /opensearch.xml
 */
#ifndef SERVER_OPENSEARCH_H
#define SERVER_OPENSEARCH_H

#include "searcher/server/exchange.h"

bool opensearch_answer(reply *out, const request *in);

#endif
