/* store: the only door to Xapian.
 *
 * Plain data crosses it, never objects: terms and values as bytes, a query as
 * an array of nodes, results as an array of numbers.  It knows terms and
 * bytes, not documents.  Every exception of C++ becomes an error here (one
 * guard, one translate, in guard.hh).  One thread a handle.
 */
#ifndef STORE_STORE_H
#define STORE_STORE_H

#include <stdbool.h>
#include <stdint.h>

#include "common/base/arena.h"
#include "common/base/deadline.h"
#include "common/base/span.h"
#include <tracuu/error.h>

enum {
    STORE_TERM_MAX = 240, /* bytes of a term; longer ones are refused */
    STORE_SURE = 256      /* items that a walk shows and a match looks at,
                             however late it is */
};

/* ---- writing ---- */

typedef struct store_term {
    span name;
    uint32_t count; /* what it weighs in the entry; 0: a boolean filter */
} store_term;

typedef struct store_value {
    uint32_t slot;
    span bytes;
} store_value;

typedef struct store_entry {
    const store_term *terms;
    size_t term_count;
    const store_value *values;
    size_t value_count;
    span data;
} store_entry;

typedef struct store_writer store_writer;

/* How a writer treats the disk.  A lean database has no lists of the terms of
 * its entries, which are a third of another one and of the time to write it.
 * What is compacted out of lean ones is lean, and a writer sees what it opens.
 * Its removed entries are no longer found, but take room and count for the
 * weights until store_renew. */
typedef enum store_mode {
    STORE_SCRATCH,      /* new, not synced: to be compacted and thrown away */
    STORE_SCRATCH_LEAN, /* the same, lean */
    STORE_LIVE          /* the published one: synced at each commit, changes are
                           all or nothing between commits */
} store_mode;

/* Opens the database at `path`, creating it.  TRACUU_INDEX_LOCKED if another
 * process writes it. */
tracuu_status store_writer_open(
    store_writer **out, const char *path, store_mode mode, tracuu_error *err);

/* Closes without committing what was not committed; NULL is fine. */
void store_writer_free(store_writer *w);

tracuu_status store_add(
    store_writer *w, const store_entry *entry, tracuu_error *err);

/* Deletes every entry with `term`; none is fine. */
tracuu_status store_delete(store_writer *w, span term, tracuu_error *err);

/* Replaces the entries with `term` by one, or adds it. */
tracuu_status store_replace(
    store_writer *w, span term, const store_entry *entry, tracuu_error *err);

/* In every entry with `term`, puts the boolean terms `names` in the place of
 * those that start with `prefix`; text and values stay as they are.  A lean
 * database does that at the commit, or when some thousand entries wait for it,
 * and looks through the lists of all its terms then; until then an entry waits
 * with one prefix only. */
tracuu_status store_retag(store_writer *w, span term, span prefix,
    const span *names, size_t count, tracuu_error *err);

/* Sets a metadata item; an empty value removes it. */
tracuu_status store_set_metadata(
    store_writer *w, span name, span value, tracuu_error *err);

/* Makes all changes since the last commit visible, all or none. */
tracuu_status store_commit(store_writer *w, tracuu_error *err);

/* Merges databases of disjoint entries into a new one at `out`, in this
 * order, compacted and synced. */
tracuu_status store_compact(
    const char *const *paths, size_t count, const char *out, tracuu_error *err);

/* Writes what the database at `path` has into a new one at `out`, compacted and
 * synced, without what was removed from a lean one; `out` with ".part-N" behind
 * it is scratch. */
tracuu_status store_renew(const char *path, const char *out, tracuu_error *err);

/* ---- reading ---- */

typedef struct store_reader store_reader;

/* Opens a database for reading.  TRACUU_INDEX_MISSING if there is none,
 * TRACUU_INDEX_DAMAGED if it cannot be read. */
tracuu_status store_reader_open(
    store_reader **out, const char *path, tracuu_error *err);
void store_reader_free(store_reader *r);

/* From now on walks over terms, entries and values, and matches, end early
 * once `until` has passed, as if there were no more; `until` is borrowed and
 * outlives the reader.  The first STORE_SURE items are always looked at, so
 * that short answers are never cut. */
void store_limit(store_reader *r, deadline *until);

/* Moves to the newest commit; call it at the start of each request.  Every
 * call below that meets a commit in between reopens and retries once. */
tracuu_status store_reopen(store_reader *r, tracuu_error *err);

/* A number that differs after each commit to this database; 0 if it cannot be
 * told. */
uint64_t store_revision(store_reader *r);

/* How many entries there are, without those removed. */
tracuu_status store_entries(
    store_reader *r, uint32_t *entries, tracuu_error *err);

/* True if half as many entries as there are, and a thousand more, were removed
 * from a lean database: time for store_renew. */
bool store_is_worn(store_reader *r);

/* How many entries have `term`; 0 if none or on error.  Where both they and the
 * entries removed from a lean database are more than two thousand, those
 * removed are among them. */
uint32_t store_frequency(store_reader *r, span term);

/* The same for weights, at the cost of one look-up: those removed are told
 * apart where there are few entries only. */
uint32_t store_frequency_about(store_reader *r, span term);

/* The sum of its counts in all entries; 0 if none or on error. */
uint64_t store_total(store_reader *r, span term);

/* Into the arena; an item that is not set gives the empty span. */
tracuu_status store_metadata(
    store_reader *r, arena *a, span name, span *out, tracuu_error *err);

tracuu_status store_data(
    store_reader *r, arena *a, uint32_t entry, span *out, tracuu_error *err);
tracuu_status store_value_of(store_reader *r, arena *a, uint32_t entry,
    uint32_t slot, span *out, tracuu_error *err);

/* The values of one slot for many entries, which ascend: faster than asking
 * one by one, since neighbours lie in one block.  An entry without a value
 * gives the empty span. */
tracuu_status store_values_of(store_reader *r, arena *a, uint32_t slot,
    const uint32_t *entries, size_t count, span *out, tracuu_error *err);

/* Called with each item; false stops the walk (which is no error). */
typedef bool store_term_visit(void *payload, span term, uint32_t frequency);
typedef bool store_entry_visit(void *payload, uint32_t entry);
typedef bool store_value_visit(void *payload, uint32_t entry, span bytes);

/* All terms that start with `prefix`, in byte order, from `from` on (empty:
 * from the first). */
tracuu_status store_walk_terms(store_reader *r, span prefix, span from,
    store_term_visit *visit, void *payload, tracuu_error *err);

/* All entries with `term`, ascending; the empty term gives all entries. */
tracuu_status store_walk_entries(store_reader *r, span term,
    store_entry_visit *visit, void *payload, tracuu_error *err);

/* The values of one slot, for all entries that have one, ascending. */
tracuu_status store_walk_values(store_reader *r, uint32_t slot,
    store_value_visit *visit, void *payload, tracuu_error *err);

/* All metadata items whose names start with `prefix`, in byte order. */
typedef bool store_item_visit(void *payload, span name, span value);
tracuu_status store_walk_metadata(store_reader *r, span prefix,
    store_item_visit *visit, void *payload, tracuu_error *err);

/* ---- matching ---- */

/* A query is an array of nodes in prefix order: an operator, then its
 * children, each with theirs. */
typedef enum store_op {
    STORE_TERM,   /* term, factor multiplies its weight */
    STORE_PREFIX, /* the terms that start with term: the most frequent, 100 at
                     most, less if they have very many entries */
    STORE_START,  /* the same without terms that have a blank behind it */
    STORE_AND,
    STORE_OR,
    STORE_MAYBE,   /* first child required, the others only add weight */
    STORE_WITHOUT, /* first child, without what matches the second */
    STORE_FILTER,  /* first child, only where the second matches too */
    STORE_RANGE,   /* slot between from and to, as bytes, both included */
    STORE_EVERYTHING,
    STORE_NOTHING
} store_op;

typedef struct store_node {
    store_op op;
    span term;
    double factor; /* 0 is taken as 1 */
    uint32_t slot;
    span from, to;
    size_t children; /* of AND, OR, MAYBE, WITHOUT, FILTER */
} store_node;

typedef struct store_match {
    const store_node *query;
    size_t node_count;
    uint32_t limit;          /* how many entries at the most */
    uint32_t check_at_least; /* look at so many before estimating a total */
    bool count_slot;         /* count the distinct values of `slot` */
    uint32_t slot;
    bool sort; /* by `sort_slot` instead of weight; entries without a value
                  are the last in either order */
    uint32_t sort_slot;
    bool sort_ascending;
    bool weightless; /* only matching, all weights 0 */
} store_match;

typedef struct store_hit {
    uint32_t entry;
    double weight;
} store_hit;

typedef struct store_count {
    span value;
    uint32_t count;
} store_count;

typedef struct store_matches {
    store_hit *hits; /* by weight, then entry */
    size_t hit_count;
    uint32_t at_least, estimated, at_most; /* matching entries */
    store_count *counts;                   /* of count_slot */
    size_t value_count;
} store_matches;

/* An entry weighs the sum, over the terms of the query that it has, of the
 * term's count in it times its rarity, as BM25 has it.  Results are in the
 * arena. */
tracuu_status store_find(store_reader *r, arena *a, const store_match *match,
    store_matches *out, tracuu_error *err);

/* ---- checking ---- */

/* Reads every block of the database at `path`; TRACUU_INDEX_DAMAGED with the
 * first thing that is wrong. */
tracuu_status store_check(const char *path, tracuu_error *err);

#endif
