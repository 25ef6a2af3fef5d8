/* document: the model that the stages of the indexer fill in turn.
 *
 * extract makes the clean text; structure the sections and zones; metadata
 * the identity; references the mentions; passages the units of indexing.
 * Each stage reads what the ones before it wrote and writes its own part.
 * All spans lie in the document's arena.
 */
#ifndef DOCUMENT_DOCUMENT_H
#define DOCUMENT_DOCUMENT_H

#include "common/base/arena.h"
#include "common/document/pages.h"
#include "common/document/relation.h"
#include "common/text/citation.h"
#include "common/text/key.h"
#include "common/text/legacy.h"
#include "common/text/normalize.h"
#include "common/text/token.h"

/* Parts of an official text that decide how a mention is meant. */
typedef enum zone {
    ZONE_HEAD,    /* letterhead, number, place and date */
    ZONE_SUBJECT, /* trích yếu */
    ZONE_BASIS,   /* căn cứ block */
    ZONE_BODY,
    ZONE_EFFECT,     /* điều khoản thi hành */
    ZONE_RECIPIENTS, /* nơi nhận */
    ZONE_SIGNATURE,
    ZONE_ANNEX /* phụ lục, attached regulation */
} zone;

const char *zone_name(zone z); /* "head", "subject", ... */

typedef struct zone_range {
    zone zone;
    size_t start, end; /* bytes; the ranges cover the text in order */
} zone_range;

typedef enum section_level {
    SECTION_PART,       /* Phần */
    SECTION_CHAPTER,    /* Chương */
    SECTION_HEADING,    /* Mục, or I. of a Party text */
    SECTION_SUBHEADING, /* Tiểu mục, or 1. of a Party text */
    SECTION_ARTICLE,    /* Điều */
    SECTION_CLAUSE,     /* khoản: 1. */
    SECTION_POINT,      /* điểm: a) */
    SECTION_ANNEX       /* Phụ lục */
} section_level;

typedef struct section {
    section_level level;
    span number;       /* "5", "27a", "II", "đ" */
    span label;        /* "Điều 5", "II", "khoản 1" */
    span heading;      /* the words behind it on its line, or empty */
    size_t start, end; /* bytes, children included */
    int parent;        /* index of the section around it, -1 at the top */
} section;

/* Who said what the identity is. */
typedef struct stated {
    span number, kind, issuer, date; /* of a JSON Lines record, as given */
    span part_of, article;
    span status; /* "Còn hiệu lực" */
} stated;

typedef struct metadata {
    identity act; /* for keys: kind, number, organ, place slug, date */
    span key;     /* canonical, or empty (news, parts, unknown kind) */
    span number;  /* "48-CT/TW" */
    span kind;    /* "chỉ thị", or empty */
    span issuer;  /* "Bộ Chính trị", several joined by "; " */
    span term;    /* "k10" */
    span place;   /* province as of the date: "Hậu Giang", or empty */
    span title;   /* trích yếu on one line */
    span signer, capacity; /* "Tô Huy Rứa", "T/M BỘ CHÍNH TRỊ" */
    span recipients;
    span secrecy; /* "Mật", "Tối mật", "Tuyệt mật", or empty */
    span urgency; /* "Khẩn", "Hỏa tốc", or empty */
    date date;
    date effective_from, effective_to;
    bool news;      /* about an act, not the act */
    bool part;      /* a part of an act: an article of a law */
    span conflicts; /* what the text says otherwise than was stated */
} metadata;

enum { HEAD_DOCUMENT = -1, HEAD_PREVIOUS = -2 };

/* One place where the document speaks of another. */
typedef struct mention {
    citation cite;
    relation relation;
    int head; /* HEAD_DOCUMENT or the index of the mention that refers */
    zone zone;
    tracuu_range sentence; /* bytes: what is shown as evidence */
    const char *rule;      /* which rule typed it */
    double confidence;     /* 0..1, of mention and type together */
} mention;

/* The unit of indexing. */
typedef struct passage {
    size_t start, end;  /* bytes of the text */
    size_t first, last; /* tokens, last not included */
    span label;         /* "Điều 5", "II.1", or "" */
    span heading;       /* path of headings above and of it, one line */
} passage;

typedef struct document {
    arena arena;
    span id;   /* what people and scripts name it by */
    span path; /* file on disk, or empty */
    span url;
    span title; /* as given from outside; metadata.title is the text's own */
    span text;  /* clean, see normalize.h */
    offset_map map; /* text -> decoded text, see document_source */
    offset_map decoded;
    encoding encoding;   /* of the source, see legacy_text */
    unsigned encodings;  /* what parts were decoded from */
    const size_t *pages; /* bytes of the source at which each begins */
    size_t page_count;
    bool ocr;          /* read by OCR */
    bool unreadable;   /* most of its words are in no known encoding */
    token_list tokens; /* of text */
    stated stated;
    span *labels; /* who may see it; none: everyone */
    size_t label_count;
    citation_context context; /* given for `explain`; else from metadata */

    section *sections;
    size_t section_count;
    zone_range *zones;
    size_t zone_count;
    metadata meta;
    mention *mentions;
    size_t mention_count;
    bool mentions_cut; /* there are more than CITATION_MAX */
    passage *passages;
    size_t passage_count;
} document;

/* An empty document; release it with document_release. */
void document_init(document *d);
void document_release(document *d);

/* Decodes and cleans `source` into text and tokens (copies nothing that is
 * clean already: `source` must live as long as the document). */
void document_set_text(document *d, span source);

/* The byte of the source as given behind byte `at` of the text. */
size_t document_source(const document *d, size_t at);

/* The zone of byte `at`. */
zone document_zone(const document *d, size_t at);

/* The pages of the bytes [start, end) of the text, in the arena. */
passage_pages document_pages(
    const document *d, arena *a, size_t start, size_t end);

/* The title to show: metadata's, else the given one, else the id. */
span document_title(const document *d);

#endif
