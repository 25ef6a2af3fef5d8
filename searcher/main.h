/* main: what the files of the program tracuu share.
 *
 * main.c has the table of commands; main-options.c the options, main-batch.c
 * runs over many queries, main-explain.c the prints of the stages.  They know
 * the public interface and the printers, like any other user of the library.
 */
#ifndef SEARCHER_MAIN_H
#define SEARCHER_MAIN_H

#include <stdio.h>

#include "common/base/options-file.h"
#include "searcher/print.h"
#include <tracuu.h>

/* Which options a command has. */
enum {
    HAS_INDEX = 1 << 0,
    HAS_JSON = 1 << 1,
    HAS_LIMIT = 1 << 2,
    HAS_OFFSET = 1 << 3,
    HAS_SORT = 1 << 4,
    HAS_BATCH = 1 << 5,
    HAS_TIMING = 1 << 6,
    HAS_DEPTH = 1 << 7,
    HAS_FORMAT = 1 << 8,
    HAS_JSONL = 1 << 9,
    HAS_LABELS = 1 << 10,
    HAS_TODAY = 1 << 11,
    HAS_EXPLAIN = 1 << 12,
    HAS_DEADLINE = 1 << 13,
    HAS_FAILED = 1 << 14
};

typedef struct settings {
    const char *index, *sort, *batch, *format, *labels, *today, *without;
    long limit, offset, depth;
    long deadline; /* milliseconds; below 0: not stated */
    bool json, jsonl, timing, explain, failed, help;
    print_style style;
    option_file file; /* what the texts above may point into */
} settings;

enum { MAIN_OPTIONS_MAX = 24 };

/* The options in `mask`, set to change `s`; returns how many. */
size_t main_options(option_spec *out, settings *s, unsigned mask);

/* Reads the file of options: where the index is, and what [search] says. */
tracuu_status main_read_file(settings *s, tracuu_error *err);

/* "tracuu --index DIR search ..." is "tracuu search --index DIR ...": the
 * command's name goes to the front. */
void main_put_command_first(settings *s, int argc, char **argv);

/* The wording of the user's language. */
const char *main_say(
    const settings *s, const char *vietnamese, const char *english);

/* Fills `err` with "what 'which'" and returns `status`. */
tracuu_status main_fail(tracuu_error *err, tracuu_status status,
    const char *what, const char *which);

/* The same for a file that could not be opened, from errno. */
tracuu_status main_fail_open(tracuu_error *err, const char *path);

/* Writes `out` and empties it. */
void main_emit(strbuf *out, FILE *to);

tracuu_status main_open(
    tracuu_reader **reader, const settings *s, tracuu_error *err);

/* Answers the lines of s->batch. */
tracuu_status main_batch_search(const settings *s, tracuu_error *err);
tracuu_status main_batch_related(const settings *s, tracuu_error *err);

/* The commands of main-explain.c and main-status.c; `words` are those behind
 * the options. */
tracuu_status main_explain(
    settings *s, int count, char **words, tracuu_error *err);
tracuu_status main_status(
    settings *s, int count, char **words, tracuu_error *err);

#endif
