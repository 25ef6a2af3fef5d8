/* topic: what a document is about, in the words that tell it from others.
 *
 * The syllables and listed pairs of a document that are frequent in it and
 * rare in the index (tf-idf), asked as an OR query of passages.
 */
#ifndef SEARCHER_TOPIC_H
#define SEARCHER_TOPIC_H

#include "common/document/record.h"
#include "searcher/reader.h"

enum { TOPIC_TERMS = 40 };

typedef struct topic_term {
    span folded; /* as in the index: "toi pham" */
    span words;  /* as the document writes it: "tội phạm" */
    double weight;
    double factor;   /* of its frequency in the document */
    double cohesion; /* 0..1: how seldom its syllables stand apart */
} topic_term;

typedef struct topic {
    topic_term terms[TOPIC_TERMS]; /* heaviest first */
    size_t count;
} topic;

/* A document that shares the subject. */
typedef struct topic_match {
    span id;
    uint32_t passage; /* the entry of its best passage */
    double score;     /* 1: as much as the document itself */
} topic_match;

typedef struct topic_matches {
    topic_match *at; /* best first */
    size_t count;
} topic_matches;

/* Reads the subject of the document `id` from its title and at most the first
 * TOPIC_PASSAGES of its passages. */
tracuu_status topic_read(
    topic *out, tracuu_reader *reader, arena *a, span id, tracuu_error *err);

/* The visible documents, but for `id`, whose passages share it most; reads
 * the best `passages` of them. */
tracuu_status topic_find(topic_matches *out, tracuu_reader *reader, arena *a,
    const topic *s, span id, size_t passages, tracuu_error *err);

/* "tội phạm, ma túy": up to `count` of the heaviest pairs and words that the
 * passage at `entry` shares. */
span topic_words(tracuu_reader *reader, arena *a, const topic *s,
    uint32_t entry, size_t count);

#endif
