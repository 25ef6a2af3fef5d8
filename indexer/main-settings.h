/* main-settings: what the files of the program tracuu-index share.
 *
 * main.c runs, main-settings.c has the options, main-report.c tells how far a
 * run is and what it did.
 */
#ifndef INDEXER_MAIN_SETTINGS_H
#define INDEXER_MAIN_SETTINGS_H

#include <stdint.h>

#include "common/base/options-file.h"
#include "searcher/print.h"
#include <tracuu.h>

enum { MAIN_OPTIONS = 18 };

typedef struct settings {
    const char *index, *today, *config;
    long jobs, rescan;
    option_list paths, excludes, labels;
    bool rebuild, dry_run, watch, json, include_secret, retry_failed;
    bool ocr, verbose, help, version;
    bool bar;    /* a terminal shows the progress */
    double told; /* when a line of progress was printed, seconds of the run */
    const char *stage; /* that was told last */
    print_style style;
    option_file file; /* what the options above may point into */
} settings;

/* The options, set to change `s`. */
void settings_list(option_spec out[MAIN_OPTIONS], settings *s);

/* Reads the file of options and then argv; `s->style` is set already. */
tracuu_status settings_read(
    settings *s, int argc, char **argv, tracuu_error *err);
void settings_release(settings *s);

const char *settings_say(
    const settings *s, const char *vietnamese, const char *english);

/* Shows how far the run is, on standard error: a bar on a terminal, lines of
 * JSON with --json. */
void report_progress(settings *s, const tracuu_progress *p);

/* Takes the bar away. */
void report_clear(const settings *s);

/* Prints what a run did, and why what is not in the index is not. */
void report_summary(const settings *s, const tracuu_summary *sum);

void report_error(const settings *s, const tracuu_error *err);

#endif
