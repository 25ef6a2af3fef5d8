/* problem: what went wrong, as RFC 9457 has it.
 *
 *     {"type":"urn:tracuu:problem:not-found","title":"Not Found",
 *      "status":404,"detail":"nothing is called '99-XY'"}
 */
#ifndef SERVER_PROBLEM_H
#define SERVER_PROBLEM_H

#include "searcher/server/exchange.h"

/* Fills `out` with a problem; `code` is stable, `detail` may be "". */
void problem_fill(reply *out, int status, const char *code, const char *detail,
    bool vietnamese);

/* The same for a call of the library that failed. */
void problem_fill_error(reply *out, const tracuu_error *err, bool vietnamese);

/* "Not Found". */
const char *problem_title(int status);

#endif
