/* plan: from the query to what the store is asked, and what the re-rank
 * counts.
 *
 * The index is asked for a few passages that could be good: folded syllables
 * and listed pairs, of which the rarest, holding a part of the query's
 * weight, must not all be missing, while the others only add to it (a third
 * faster than a plain OR at the same quality; INDEX, 8).  What decides is
 * counted afterwards in the passages themselves, by the units.
 */
#ifndef SEARCHER_PLAN_H
#define SEARCHER_PLAN_H

#include "common/base/strbuf.h"
#include "searcher/query-condition.h"
#include "searcher/query-unit.h"

enum {
    PLAN_TITLE_WORDS = 8 /* of a subject at the most; more are rare together,
                            and the index proposes what has them */
};

/* A store query, with what the reader may see. */
typedef struct plan_query {
    store_node *at; /* prefix order; NULL if there is none */
    size_t count;
} plan_query;

typedef struct plan {
    const query *query;
    unit_set units;
    phrase *phrases; /* to be verified on the passage */
    size_t phrase_count;
    bool verified;      /* match_holds has something to say */
    plan_query rare;    /* one of the rarest units, or what is required */
    plan_query any;     /* any unit; none if `rare` asks no more */
    plan_query all;     /* every unit; none as above */
    plan_query titles;  /* documents whose title has every unit; none unless
                           the query is a short subject */
    bool filtered;      /* there are fields, or words that must not occur */
    bool only_filters;  /* no words at all: everything inside the filters */
    uint32_t entries;   /* passages of the index */
    double mean_length; /* of one, in terms */
} plan;

/* Plans for this reader; everything in the arena. */
tracuu_status plan_make(plan *out, arena *a, tracuu_reader *reader,
    const query *q, tracuu_error *err);

/* The same inside the documents with these ids: every passage of them matches
 * `rare`, the words and phrases only rank them. */
tracuu_status plan_make_inside(plan *out, arena *a, tracuu_reader *reader,
    const query *q, const span *ids, size_t count, tracuu_error *err);

/* Asks a plan made inside `from` alone inside `to` instead, which is cheap:
 * the units stay. */
void plan_move_inside(plan *p, arena *a, span from, span to);

/* Units with their weights, then the nodes: for people and for tests. */
void plan_print(strbuf *out, const plan *p);

#endif
