/* tracuu/index.h: building and updating an index.
 */
#ifndef TRACUU_INDEX_H
#define TRACUU_INDEX_H

#include <stdbool.h>
#include <stdio.h>

#include <tracuu/error.h>
#include <tracuu/types.h>

#ifdef __cplusplus
extern "C" {
#endif

#pragma GCC visibility push(default)

/* What became of one input. */
typedef enum tracuu_fate {
    TRACUU_ADDED,
    TRACUU_CHANGED,
    TRACUU_REMOVED,
    TRACUU_UNCHANGED,
    TRACUU_SKIPPED, /* not to be indexed: a secrecy mark, no document */
    TRACUU_FAILED,  /* could not be read */
    TRACUU_MOVED    /* known, and at another place now */
} tracuu_fate;

enum { TRACUU_FATE_COUNT = 7 };

/* One input that was skipped or failed, and why; with `list_all` those of all
 * other fates but unchanged too, of which a moved one's reason is the id that
 * it had. */
typedef struct tracuu_incident {
    tracuu_fate fate;
    const char *id;
    const char *reason;
} tracuu_incident;

/* How many documents, or parts of them, were decoded from an old encoding. */
typedef struct tracuu_encoding {
    const char *name; /* "TCVN3", "VNI", "VISCII", "VPS", "windows-1258", ... */
    size_t documents;
} tracuu_encoding;

/* What a run did. */
typedef struct tracuu_summary {
    size_t count[TRACUU_FATE_COUNT]; /* documents by fate */
    size_t passages;                 /* written in this run */
    size_t mentions;
    uint64_t bytes; /* of text read */
    double seconds;
    const tracuu_incident *incidents; /* in the order of the input */
    size_t incident_count;
    const tracuu_encoding *encodings; /* those other than UTF-8 */
    size_t encoding_count;
    size_t
        cut; /* documents of which only the first 65,536 mentions were read */
} tracuu_summary;

/* How far a run is; `stage` is "scan", "read", "merge", "link", "commit" or,
 * between the runs of a watch, "wait". */
typedef struct tracuu_progress {
    const char *stage;
    size_t documents;
    size_t documents_total; /* 0: not known */
    uint64_t bytes;         /* of the text of what was read */
    uint64_t read, size;    /* bytes of the files that are behind, and of all;
                               size 0: not known */
    double seconds;         /* since the run began */
    const char *current;    /* id of the input that was opened last, or NULL */
} tracuu_progress;

/* Called about ten times a second from the thread that called
 * tracuu_index_run; returning false stops the run, nothing is committed. */
typedef bool tracuu_progress_report(
    void *payload, const tracuu_progress *progress);

/* All zero is the default of everything. */
typedef struct tracuu_index_options {
    unsigned jobs;        /* threads; 0: one a processor */
    bool rebuild;         /* forget what is there, build anew beside it */
    bool dry_run;         /* say what would be done, change nothing */
    bool include_secret;  /* index documents with a secrecy mark, under the
                             label "secret" */
    bool list_all;        /* incidents of every fate */
    bool retry_failed;    /* try inputs that failed before, though unchanged */
    bool ocr;             /* read pages that are pictures by OCR */
    FILE *standard_input; /* what the path "-" reads; NULL: stdin */
    const char *const *excludes; /* files and folders to pass over: "*.bak",
                                    "van-ban/nhap", "/srv/van-ban/cu" */
    size_t exclude_count;
    const char *const *labels; /* "FOLDER=LABEL,LABEL": who may see what is
                                  below it, see tracuu_open_options */
    size_t label_count;
    const char *today;       /* "2026-01-15": the day from which statuses are
                                computed; NULL: today */
    const char *extractor;   /* the program tracuu-extract; NULL: its place of
                                installation */
    unsigned rescan_minutes; /* of tracuu_index_watch: look at everything that
                                often, for what the kernel does not tell, as of
                                network shares; 0: 60 */
    tracuu_progress_report *report; /* NULL: none */
    void *payload;
} tracuu_index_options;

/* Builds or updates the index at `dir` from `paths`: folders, files,
 * FILE.jsonl, or "-" for JSON Lines on standard input.  Files that vanished
 * from these folders are removed from the index.  Returns
 * TRACUU_INPUT_FAILED, with a summary, if all is done but some inputs failed.
 * Readers see the old state until the end, or the new one. */
tracuu_status tracuu_index_run(tracuu_summary **out, const char *dir,
    const char *const *paths, size_t path_count,
    const tracuu_index_options *options, tracuu_error *err);

void tracuu_summary_free(tracuu_summary *summary);

/* Called after each run of a watch: what it did, or, with `summary` NULL, why
 * it could not be done; it is tried again then. */
typedef void tracuu_watch_report(
    void *payload, const tracuu_summary *summary, const tracuu_error *err);

/* Brings the index up to date as tracuu_index_run does, and goes on following
 * its paths, until `options->report`, which is called four times a second with
 * the stage "wait" too, returns false; a batch that goes on then is finished.
 * A change is in the index in a second or two.  Between two batches the index
 * is not locked.  Returns an error only of the first run. */
tracuu_status tracuu_index_watch(const char *dir, const char *const *paths,
    size_t path_count, const tracuu_index_options *options,
    tracuu_watch_report *tell, tracuu_error *err);

#pragma GCC visibility pop

#ifdef __cplusplus
}
#endif

#endif
