/* input: one document to be, as it came from a file or a line of JSON.
 *
 * The reader makes it, a worker turns it into a document.  Everything in it
 * lies in its own storage and goes with input_free.
 */
#ifndef INDEXER_INPUT_H
#define INDEXER_INPUT_H

#include <jansson.h>

#include "common/base/arena.h"
#include "common/base/strbuf.h"
#include "common/document/document.h"
#include "common/document/stamp.h"
#include <tracuu/index.h>

enum {
    /* Bytes of one text file or record; a longer one fails. */
    INPUT_MAX = 64 << 20
};

typedef enum input_form {
    INPUT_TEXT,   /* bytes of a file of any kind */
    INPUT_HTML,   /* the same, HTML if it is nothing else */
    INPUT_READY,  /* UTF-8 of a record */
    INPUT_RECORDS /* a file of many: JSON Lines */
} input_form;

typedef struct input {
    arena arena;
    strbuf file;    /* the bytes of a file */
    json_t *record; /* or the record that the spans point into */
    input_form form;
    span id, path, url, title;
    span bytes;        /* of the text or file */
    encoding encoding; /* of the bytes of a file, see legacy_text */
    unsigned encodings;
    size_t *pages; /* byte of the text at which each page begins */
    size_t page_count;
    bool ocr; /* read by OCR */
    stated stated;
    span *labels;
    size_t label_count;
    stamp stamp;
    bool known;                  /* an older state of it is in the index */
    bool given_labels;           /* by its folder, not by itself */
    struct known_document *from; /* the document that has moved here, or NULL */
} input;

input *input_new(void);
void input_free(input *in); /* NULL is fine */

/* True if `id` can name a document: not empty, at most 4096 bytes, no
 * control characters. */
bool input_is_id(span id);

#endif
