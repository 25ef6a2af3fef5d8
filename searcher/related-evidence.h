/* evidence: what makes documents near to one, added up.
 *
 * Four kinds: edges (the acts of the same chain), articles that refer to one
 * another, what both rest on (cited acts, the rarer the heavier), and the
 * subject (see topic.h).
 */
#ifndef SEARCHER_EVIDENCE_H
#define SEARCHER_EVIDENCE_H

#include "searcher/lookup-edge.h"
#include "searcher/related-topic.h"

/* One neighbour while the evidence is added up. */
typedef struct neighbour {
    found act;
    double chain, shared, subject; /* 0..1 each */
    span relation;                 /* how they are linked, in words; or empty */
    span bases;                    /* what both cite, in words; or empty */
    size_t basis;                  /* the last one that was counted, from 1 */
    uint32_t passage;              /* the best one by subject, or 0 */
} neighbour;

typedef struct neighbour_list {
    neighbour *at; /* best first */
    size_t count;
} neighbour_list;

/* The neighbours of the act `what`, at most `limit`; its subject goes to
 * `about`.  If `grouped`, copies of one act are one neighbour and stubs are
 * among them; else documents alone, each by itself. */
tracuu_status evidence_find(neighbour_list *out, topic *about, resolver *with,
    const found *what, size_t limit, bool grouped, tracuu_error *err);

/* How near it is, all in all. */
double evidence_score(const neighbour *n);

#endif
