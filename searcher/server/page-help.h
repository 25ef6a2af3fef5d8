/* help: what can be typed into the box, by examples that can be tried.
 */
#ifndef SERVER_HELP_H
#define SERVER_HELP_H

#include "searcher/server/page-sheet.h"

void help_put(sheet *s);

#endif
