/* record: what an index keeps of one document, as one blob.
 *
 * Identity, outline and mentions with their sentences; the text itself is in
 * the passages.  Title, headings and sentences are coded, see coded.h; the
 * database deflates the whole.
 */
#ifndef DOCUMENT_RECORD_H
#define DOCUMENT_RECORD_H

#include "common/base/arena.h"
#include "common/base/strbuf.h"
#include "common/document/document.h"
#include "common/document/relation.h"

enum {
    RECORD_VERSION = 4,
    RECORD_ITEMS_MAX = 1 << 20 /* sections, mentions; more are left out */
};

typedef struct record_mention {
    size_t start, end; /* bytes in the document's text */
    citation_form form;
    relation relation;
    zone zone;
    int head; /* as in mention.head */
    span key; /* of the act meant */
    span number, kind, issuer, term, provision;
    date date;
    span sentence; /* the words that say so */
    span coded;    /* them, as long as they are not read */
    size_t at;     /* where the mention starts in the sentence, bytes */
    size_t at_end;
    span rule;
    double confidence;
    tracuu_range points; /* start and end in code points */
} record_mention;

typedef struct record_section {
    section_level level;
    span label, heading;
    size_t start, end;
    int parent;
    tracuu_range points; /* start and end in code points */
} record_section;

typedef struct record {
    span id, path, url;
    span key, number, kind, issuer, term, place, title;
    span signer, capacity, recipients, secrecy, urgency, conflicts;
    span part_of, article;
    date date, effective_from, effective_to;
    bool news;
    span status_stated; /* from outside: a code of status.h, or as given */
    span timeline;      /* computed: the status over time, see timeline.h */
    span stamp;         /* size, time and hash of the source, for updates */
    span fingerprint;   /* of the text, to group copies */
    span *labels;
    size_t label_count;
    size_t length; /* bytes of the text */
    size_t passage_count;
    record_section *sections;
    size_t section_count;
    record_mention *mentions;
    size_t mention_count;
} record;

/* How much of a record is read.  Sentences are nine tenths of the work. */
typedef enum record_depth {
    RECORD_HEAD,     /* without sections and mentions */
    RECORD_MENTIONS, /* mentions without their sentences, no sections */
    RECORD_WHOLE
} record_depth;

/* Appends the encoded record. */
void record_encode(strbuf *out, const record *r);

/* Reads it back; false if the bytes are damaged or of another version.  Safe
 * on hostile bytes; the strings borrow from them or are in the arena. */
bool record_decode(arena *a, span bytes, record *out);

/* The same, no deeper than this; what is not read is empty. */
bool record_read(arena *a, span bytes, record_depth depth, record *out);

/* Reads the sentence of a mention, if it is not read yet; a damaged one is
 * empty. */
void record_sentence(arena *a, record_mention *m);

/* The record of a document, its spans borrowed from the document except what
 * `a` had to hold; timeline, stamp and fingerprint are left empty. */
record record_of(arena *a, const document *d);

#endif
