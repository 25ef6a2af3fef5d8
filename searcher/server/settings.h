/* settings: the options of `tracuu serve`.
 */
#ifndef SERVER_SETTINGS_H
#define SERVER_SETTINGS_H

#include <stdbool.h>

#include "common/base/strbuf.h"
#include <tracuu/error.h>

typedef struct server_settings {
    const char *index;  /* as given, or NULL */
    const char *listen; /* "127.0.0.1:8080" */
    long workers, deadline;
    bool help;
    strbuf path; /* of the index */
} server_settings;

/* Reads the options behind argv[0]; what is wrong is TRACUU_USAGE. */
tracuu_status settings_read(
    server_settings *out, int argc, char **argv, tracuu_error *err);

/* Appends the help. */
void settings_help(strbuf *out, bool vietnamese);

void settings_release(server_settings *s);

#endif
