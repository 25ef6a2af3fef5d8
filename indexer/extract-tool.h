/* tool: another program that reads a file for us.
 *
 * It gets the bytes as its standard input, which it may also open as
 * /dev/stdin, and what it prints comes back.  It has the limits of this
 * process and its own limit of time; it inherits no other file.
 */
#ifndef INDEXER_TOOL_H
#define INDEXER_TOOL_H

#include "indexer/extract-sink.h"

enum { TOOL_ARGUMENTS = 16 };

typedef struct tool {
    const char *arguments[TOOL_ARGUMENTS]; /* the first is its path */
    const char *home;                      /* where it runs, $HOME; or NULL */
    int seconds;                           /* of processor time */
    size_t limit;                          /* bytes that it may print */
} tool;

/* Appends what it printed; `*code` is its exit code.  False with the reason
 * in `s` if it is not installed, does not end in time or dies. */
bool tool_run(const tool *t, span bytes, strbuf *out, int *code, sink *s);

/* The folder of this program, with a slash; "" if it is not known. */
const char *tool_folder(void);

#endif
