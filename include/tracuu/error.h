/* tracuu/error.h: how every call reports that it failed.
 *
 * A call that can fail returns a tracuu_status and takes a tracuu_error as
 * its last argument.  The error is the caller's, a plain buffer: nothing is
 * allocated, nothing is global, NULL is allowed.  The message is one line,
 * lower case, without a full stop: what failed, on which thing, and what to
 * do about it.
 */
#ifndef TRACUU_ERROR_H
#define TRACUU_ERROR_H

#ifdef __cplusplus
extern "C" {
#endif

#pragma GCC visibility push(default)

/* What can go wrong, one code for each thing that a caller would handle
 * differently.  The order is not part of the contract; the names are. */
typedef enum tracuu_status {
    TRACUU_OK = 0,
    TRACUU_NOT_FOUND,     /* no document, key or path of that name */
    TRACUU_USAGE,         /* an argument that cannot be meant */
    TRACUU_INDEX_MISSING, /* no index at that place */
    TRACUU_INDEX_LOCKED,  /* another process is writing it */
    TRACUU_INDEX_DAMAGED, /* it is there and cannot be read */
    TRACUU_INDEX_VERSION, /* made by another version of the schema */
    TRACUU_INPUT_FAILED,  /* done, but some inputs failed */
    TRACUU_INPUT_SKIPPED, /* this input is not to be indexed */
    TRACUU_NO_SPACE,      /* the disk is full */
    TRACUU_NO_MEMORY,     /* a limit on memory was reached */
    TRACUU_IO,            /* reading or writing failed */
    TRACUU_INTERRUPTED    /* the caller asked to stop */
} tracuu_status;

enum { TRACUU_MESSAGE_SIZE = 512 };

/* Filled when a call fails, untouched when it succeeds. */
typedef struct tracuu_error {
    tracuu_status status;
    char message[TRACUU_MESSAGE_SIZE]; /* UTF-8, NUL-terminated */
} tracuu_error;

/* The stable word for a status, as JSON output prints it: "index-missing".
 * Never NULL. */
const char *tracuu_status_code(tracuu_status status);

/* The exit code that the programs use for a status: 0 done, 1 nothing found,
 * 2 usage, 3 the index, 4 some inputs failed, 5 could not be done. */
int tracuu_status_exit(tracuu_status status);

#pragma GCC visibility pop

#ifdef __cplusplus
}
#endif

#endif
