/* api-document: what programs ask about one document.
 */
#ifndef SERVER_API_DOCUMENT_H
#define SERVER_API_DOCUMENT_H

#include "searcher/server/api.h"

/* `rest`: nothing, "/references", "/related" or "/graph". */
void api_document_answer(
    reply *out, const request *in, const char *name, span rest);

/* The same with the name in ?doc=. */
api_path api_document_related, api_document_graph;

#endif
