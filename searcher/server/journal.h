/* journal: who asked for what, and who opened which document.
 *
 * The access log has the combined format that Apache and nginx write, a line
 * a request.  The audit log has a JSON object a line for each document whose
 * text or references were given, with the user and the labels.  A line is
 * written at once, whole; journal_reopen after the files were moved away.
 */
#ifndef SERVER_JOURNAL_H
#define SERVER_JOURNAL_H

#include "common/base/span.h"
#include <tracuu/error.h>

typedef struct journal journal;

typedef struct journal_entry {
    const char *client; /* "192.0.2.1" */
    const char *user;   /* "": not known */
    const char *labels;
    const char *method, *target, *version;
    const char *document; /* of the audit log; NULL: none was opened */
    int status;
    size_t bytes; /* of the body */
    span referer, agent;
} journal_entry;

/* `access` "-" is standard output; either may be NULL for none. */
tracuu_status journal_new(
    journal **out, const char *access, const char *audit, tracuu_error *err);
void journal_free(journal *j);

/* Opens the files anew. */
tracuu_status journal_reopen(journal *j, tracuu_error *err);

void journal_write(journal *j, const journal_entry *e);

#endif
