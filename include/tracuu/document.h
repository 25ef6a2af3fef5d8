/* tracuu/document.h: what is known of a document and of its neighbours.
 */
#ifndef TRACUU_DOCUMENT_H
#define TRACUU_DOCUMENT_H

#include <stdbool.h>

#include <tracuu/types.h>

/* One act, or another document, or (stub) an act that is only cited. */
typedef struct tracuu_document {
    const char *id;     /* path or record id; of a stub its key */
    const char *key;    /* canonical: "d:tw:ct:48:k10"; "" if none */
    const char *number; /* "48-CT/TW" */
    const char *kind;   /* "chỉ thị" */
    const char *issuer; /* "Bộ Chính trị" */
    const char *date;   /* "2010-10-22", "2010" or "" */
    const char *term;   /* "k10", "q15", "n2020" */
    const char *place;  /* province as of the date, or "" */
    const char *title;  /* trích yếu; never "" unless nothing is known */
    const char *signer;
    const char *capacity;   /* "KT. CHỦ TỊCH, PHÓ CHỦ TỊCH" */
    const char *recipients; /* of Nơi nhận, on one line */
    const char *secrecy;
    const char *urgency; /* "Khẩn", "Hỏa tốc" */
    const char *url;
    const char *path;
    const char *effective_from; /* ISO dates or "" */
    const char *effective_to;
    const char *status;        /* in_force, expired, partly_expired, amended,
                                  suspended, pending, unknown */
    const char *status_cause;  /* key of the act that made it so, or "" */
    const char *status_by;     /* relation by which it did: "replaces", or "" */
    const char *status_stated; /* what its record said from outside, or "" */
    const char *rests_on;      /* acts no longer in force that it is based on or
                                  carries out: their numbers, joined by "; " */
    const char *part_of; /* number of the act that this is a part of, or "" */
    const char *article;
    const char *conflicts; /* what the text says against what was stated */
    bool stub;             /* cited, but nobody has its text */
    bool news;             /* about an act, not the act */
    size_t cited_by;       /* distinct documents that cite it */
} tracuu_document;

/* One edge, seen from the document asked for. */
typedef struct tracuu_reference {
    const char *relation; /* code, as the citing text says: "implements" */
    const char *label;    /* Vietnamese words for it, in this direction */
    const tracuu_document *document; /* the other end; may be a stub */
    const char *provision;           /* "Đ17.k3", or "" */
    const char *sentence; /* the words that say so, of the citing document */
    tracuu_range mention; /* where the mention is in `sentence` */
    tracuu_range place;   /* where it is in the citing document's text */
    const char *rule;
    double confidence; /* 0..1 */
    bool uncertain;    /* the text leaves open which act is meant */
    bool news;         /* said by a text about acts, not by an act */
    bool against_time; /* the act that refers is older than what it names */
    const tracuu_document *told_by; /* who says so, where it is not the end
                                       that refers; else NULL */
    tracuu_range points;            /* `place` in code points */
} tracuu_reference;

/* One part of a document's outline. */
typedef struct tracuu_section {
    unsigned depth;    /* 0 at the top */
    const char *label; /* "Điều 5" */
    const char *heading;
    tracuu_range range;
    tracuu_range points; /* `range` in code points */
} tracuu_section;

/* All that `show` tells of one document. */
typedef struct tracuu_view {
    const tracuu_document *document;
    const tracuu_section *outline;
    size_t outline_count;
    const tracuu_reference *outgoing; /* in the order of the text */
    size_t outgoing_count;
    const tracuu_reference *incoming; /* strongest relation first */
    size_t incoming_count;
    const tracuu_document *const *copies; /* other copies of the same act */
    size_t copy_count;
    const char *const *former; /* ids that it had before its file was moved,
                                  the last one first */
    size_t former_count;
} tracuu_view;

#endif
