/* candidates: the acts whose keys agree with what a citation says.
 *
 * "chi thi 48" says a kind and a number, and leaves sphere, organ and term
 * open: every directive 48 that is present or cited is a candidate.
 */
#ifndef SEARCHER_CANDIDATES_H
#define SEARCHER_CANDIDATES_H

#include "common/text/citation.h"
#include "searcher/reader.h"

typedef struct key_list {
    span *at;
    size_t count;
} key_list;

/* The keys that a citation's key stands for: itself, and one for each other
 * kind that its letters, of the symbol or typed for the kind, can mean ("QĐ":
 * quyết định, quy định). */
key_list candidates_patterns(arena *a, const citation *cite);

/* The keys of visible documents and of acts that visible documents cite which
 * agree with one of the patterns, each once.  An open key that a closed one
 * of the result agrees with is left out: it names the same act.  Costs a walk
 * over the documents with that number and over the cited keys. */
tracuu_status candidates_find(key_list *out, tracuu_reader *reader, arena *a,
    const key_list *patterns, tracuu_error *err);

/* The keys of visible documents alone that agree with `key`, each once; at
 * most `limit`. */
tracuu_status candidates_present(key_list *out, tracuu_reader *reader, arena *a,
    span key, size_t limit, tracuu_error *err);

#endif
