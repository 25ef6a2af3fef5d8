/* fact: what the index knows of the document that a passage is of.
 *
 * Who looks for a subject ("phòng, chống tham nhũng") wants the act that
 * rules it: of those that speak of it alike, the one that has not ended and
 * that others cite.  A question is answered by its words alone.
 */
#ifndef SEARCHER_FACT_H
#define SEARCHER_FACT_H

#include "searcher/rerank.h"

enum {
    FACT_RANKED = 40, /* best passages whose documents are looked up */
    FACT_CITED = 100  /* acts that cite it: more say no more */
};

/* Sets the facts of the best candidates, which are in order, and sorts them by
 * what they add; nothing unless the query is a subject.  About 10 us a
 * document. */
tracuu_status fact_run(candidate *at, size_t count, arena *a,
    tracuu_reader *reader, ranker *r, const plan *p, tracuu_error *err);

#endif
