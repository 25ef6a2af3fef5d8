/* problem: a page that says that something is not there, or went wrong.
 */
#ifndef SERVER_PROBLEM_H
#define SERVER_PROBLEM_H

#include "searcher/server/page-sheet.h"

/* What the library could not do; 500, of an index that is busy 503.  Its
 * message names paths of this machine and is for the log, not for the page. */
void problem_put(sheet *s, const tracuu_error *err);

/* Nothing bears or cites this name; 404. */
void problem_put_missing(sheet *s, const char *name);

/* There is no such path; 404. */
void problem_put_path(sheet *s);

#endif
