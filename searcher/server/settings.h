/* settings: the options of `tracuu serve`.
 */
#ifndef SERVER_SETTINGS_H
#define SERVER_SETTINGS_H

#include <stdbool.h>

#include "common/base/strbuf.h"
#include <tracuu/error.h>

typedef struct server_settings {
    const char *index;   /* as given, or NULL */
    const char *listen;  /* "127.0.0.1:8080" */
    const char *hosts;   /* names it is called by, with commas; NULL: any if it
                            listens to others, else this machine's */
    const char *origins; /* that may ask from their pages, "*": all */
    const char *labels;  /* of who says nothing of himself */
    const char *tokens;  /* a file, or NULL */
    const char *proxies; /* addresses that are believed */
    const char *user_header, *label_header; /* of these; NULL: none */
    const char *access_log;                 /* "-": standard output */
    const char *audit_log;                  /* NULL: none */
    long workers, queue, deadline;          /* threads, requests, ms */
    long cache;                             /* megabytes */
    long connections, per_address, rate;    /* -1: what is usual */
    bool public_only, open_metrics, help;
    strbuf path; /* of the index */
} server_settings;

/* Reads the options behind argv[0]; what is wrong is TRACUU_USAGE. */
tracuu_status settings_read(
    server_settings *out, int argc, char **argv, tracuu_error *err);

/* Appends the help. */
void settings_help(strbuf *out, bool vietnamese);

void settings_release(server_settings *s);

#endif
