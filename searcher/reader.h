/* reader: an open index, and what may be seen of it.
 */
#ifndef SEARCHER_READER_H
#define SEARCHER_READER_H

#include "common/base/arena.h"
#include "common/base/deadline.h"
#include "common/store/generation.h"
#include "common/store/store.h"
#include "common/text/date.h"
#include <tracuu/search.h>

struct tracuu_reader {
    arena arena; /* lives as long as the reader */
    const char *dir;
    generation now; /* the one that is open */
    store_reader *passages;
    store_reader *documents;
    const char *stated_day; /* NULL: each request asks the clock */
    date today;
    uint64_t deadline_us;     /* of each request; 0: none */
    deadline until;           /* of this one */
    bool is_whole;            /* no labels were given */
    bool sees_all;            /* so, or nothing has a label at the moment */
    unsigned seen_generation; /* for which `sees_all` was found, and of */
    uint64_t seen_revision;   /* which revision of the documents */
    uint32_t seen_passages;   /* how many may be seen, if not all */
    span *visible;            /* else: the terms "I*", "I<label>", ... */
    size_t visible_count;
    struct frequency_table *frequencies; /* see frequency.h; NULL at first */
    struct facet_table *facets; /* see facet.h; NULL until it is needed */
};

/* To be called at the start of each request: starts its time, and goes over to
 * a newer generation or a newer commit. */
tracuu_status reader_refresh(tracuu_reader *reader, tracuu_error *err);

/* True once the time of the request is over.  Walks and matches of the store
 * then end by themselves; a walk looks at STORE_SURE items whatever
 * the time is.  Loops over what costs more than that ask here, and go on with
 * what they have. */
bool reader_is_late(tracuu_reader *reader);

/* How many entries of `store`, one of the reader's, have the term and may be
 * seen.  Of READER_COUNTED and more the number of all is given: it does not
 * tell of one document. */
uint32_t reader_frequency(
    tracuu_reader *reader, store_reader *store, span term);

/* The same of passages, for weights: see store_frequency_about. */
uint32_t reader_frequency_about(tracuu_reader *reader, span term);

enum { READER_COUNTED = 2000 };

/* How many passages there are and may be seen. */
tracuu_status reader_entries(
    tracuu_reader *reader, uint32_t *entries, tracuu_error *err);

/* Adds the filter for what this reader may see to a query that is already in
 * `nodes` (`count` nodes, prefix order, room for 3 + visible_count more): the
 * whole becomes FILTER(query, OR(labels)).  Nothing is added for a reader that
 * sees all.  Returns the new count. */
size_t reader_filter(
    const tracuu_reader *reader, store_node *nodes, size_t count);

/* The entry of the document with that id, 0 if there is none: after an update
 * that was cut short passages can be of a document that is gone. */
tracuu_status reader_find(tracuu_reader *reader, arena *a, span id,
    uint32_t *entry, tracuu_error *err);

/* True if the entry of `documents` may be seen. */
bool reader_may_see(tracuu_reader *reader, uint32_t entry);

#endif
