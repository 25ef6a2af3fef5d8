/* serve: `tracuu serve`, the search of an intranet.
 *
 * One process on an index that it only reads.  The server is a user of the
 * public interface like any other program; this folder is no part of the
 * library.
 */
#ifndef SERVER_SERVE_H
#define SERVER_SERVE_H

#include <stdbool.h>

#include <tracuu/error.h>

/* Runs until SIGTERM or SIGINT.  `argv[0]` is "serve", options follow. */
tracuu_status serve_run(
    int argc, char **argv, bool vietnamese, tracuu_error *err);

#endif
