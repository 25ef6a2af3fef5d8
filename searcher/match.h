/* match: the passages that the index proposes, and how many there are.
 *
 * Phrases are verified here, on the forward forms: their syllables must stand
 * in a row.  Up to MATCH_VERIFIED passages are looked at.
 */
#ifndef SEARCHER_MATCH_H
#define SEARCHER_MATCH_H

#include "common/document/forward.h"
#include "searcher/rerank-feature.h"

enum {
    MATCH_CANDIDATES = 100, /* are re-ranked at the most */
    MATCH_SURE = 50,        /* are re-ranked whatever they are worth */
    MATCH_VERIFIED = 2000,  /* are looked at for phrases */
    MATCH_DOCUMENTS = 30,   /* are enough for a first page */
    MATCH_COUNTED = 20000   /* are counted, more are estimated */
};

/* What is stored of its document, each 0 to 1; see fact.h. */
typedef struct facts {
    double stands; /* it has not ended */
    double cited;  /* by how many, as logarithm */
} facts;

/* A passage that may be shown. */
typedef struct candidate {
    uint32_t entry;
    double score;   /* the index's, later that of the re-rank */
    double title;   /* the share of its title's weight that the query has */
    double heading; /* FEATURE_HEADING of the re-rank */
    features features;
    facts facts;
    bool named; /* it belongs to an act that the query names */
    forward forward;
    span words;                   /* what the forward form was read from */
    span id;                      /* of its document; empty until asked for */
    const struct excerpt *stored; /* NULL until it is read */
} candidate;

typedef struct match_options {
    size_t limit; /* passages at the most */
    bool count;   /* count the documents too */
    bool whole;   /* as many as the limit, though few have the rare words */
    tracuu_sort sort;
} match_options;

typedef struct matches {
    candidate *at; /* best first by the index */
    size_t count;
    size_t ranked; /* the first of them, whose forward forms are read and that
                      may be the best: not worth less than half of the first,
                      or among the first MATCH_SURE */
    bool dated;    /* they are in the order of their dates */
    bool more;     /* the index has passages behind these */
    size_t documents;     /* how many match, if they were counted */
    bool exact;           /* false: an estimate */
    store_count *counted; /* document id and its passages */
    size_t counted_count;
} matches;

tracuu_status match_run(matches *out, arena *a, tracuu_reader *reader,
    const plan *p, const match_options *options, tracuu_error *err);

/* True if the forward form has all the phrases it must, and none it must not;
 * breaks in the text end a phrase. */
bool match_holds(const plan *p, const forward *f);

#endif
