/* intake: the inputs of a run, one after the other, in the order of its paths.
 *
 * Decides for each whether it has to be read at all: unchanged since the last
 * run, failed then and unchanged, or met before in this run.  Only what is
 * new or changed comes out with its bytes.
 */
#ifndef INDEXER_INTAKE_H
#define INDEXER_INTAKE_H

#include "indexer/scan-failures.h"
#include "indexer/scan-jsonl.h"
#include "indexer/scan-known.h"
#include "indexer/scan-moved.h"
#include "indexer/scan.h"

typedef struct intake_options {
    bool retry_failed;
    bool include_secret;
    bool ocr;
    FILE *standard_input;
} intake_options;

typedef struct intake {
    const scan *scan;
    known *known;
    const failures *failures;
    map places; /* ids of all files, once `moved` is listed */
    moved moved;
    bool moved_listed;
    intake_options options;
    arena arena; /* of the ids met */
    map met;     /* id -> place in `texts` */
    uint64_t *texts;
    size_t text_count, text_room;
    size_t root, file;        /* where it stands */
    uint64_t behind;          /* bytes of the files before that */
    const scan_file *records; /* the file of records that is being read */
    FILE *open;
    jsonl lines;
    map broken; /* ids of records' files that were not read whole: nothing of
                   them may be taken for vanished */
} intake;

typedef enum intake_result {
    INTAKE_INPUT, /* `out->in` is to be indexed; it is yours */
    INTAKE_FATE,  /* nothing to index: `out` says what became of it */
    INTAKE_END
} intake_result;

typedef struct intake_item {
    input *in;
    tracuu_fate fate; /* UNCHANGED, SKIPPED or FAILED */
    span id;          /* valid until the next call */
    span reason;
    stamp stamp;
    bool remember;  /* stamp, fate and reason, until a run says otherwise */
    bool restamp;   /* an unchanged document whose file has another time now */
    uint64_t bytes; /* read for it */
} intake_item;

void intake_init(intake *i, const scan *s, known *k, const failures *f,
    const intake_options *options);
void intake_release(intake *i);

intake_result intake_next(intake *i, intake_item *out);

/* True if the known document was not met and lies in a root of the run that
 * was read to its end. */
bool intake_is_vanished(const intake *i, const known_document *d);

/* The same for what is remembered as failed or skipped, and was not noted. */
bool intake_is_mended(const intake *i, const remembered *r);

/* The rules of what is remembered hold the program's version too: another one
 * may be able to read more. */
uint64_t intake_rules(uint64_t of_folder);

/* The reason of what is skipped for its secrecy mark starts with this; it is
 * tried again as soon as such documents are wanted. */
#define INTAKE_SECRET "bears a secrecy mark"

/* The reason of a scan ends with this; the same as soon as OCR is wanted. */
#define INTAKE_SCAN "needs --ocr"

#endif
