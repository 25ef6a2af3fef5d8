/* relation: how an act hangs together with others, group by group, each with
 * the sentence that says so.
 */
#ifndef SERVER_RELATION_H
#define SERVER_RELATION_H

#include "searcher/server/page-sheet.h"

void relation_put_all(sheet *s, const tracuu_view *view);

#endif
