/* snippet: the stretch of a passage that shows why it was found.
 *
 * The window that holds most of the query's weight, each word counted once,
 * cut at the borders of words, on one line; highlights lie exactly on the
 * words that match, and words whose marks conflict with typed ones do not.
 */
#ifndef SEARCHER_SNIPPET_H
#define SEARCHER_SNIPPET_H

#include "searcher/hits-excerpt.h"
#include "searcher/plan.h"

enum { SNIPPET_BYTES = 320 /* of text, without the dots at its ends */ };

typedef struct snippet {
    span text; /* NUL-terminated, in the arena */
    tracuu_range *highlights;
    size_t highlight_count;
    size_t page; /* on which its first highlight is; 0: not known */
} snippet;

/* Linear in the passage's tokens. */
snippet snippet_make(arena *a, const plan *p, const excerpt *passage);

/* The words of the whole passage that match, as bytes of its text, in the
 * arena: those that stand beside another one, since a single syllable is in
 * every line; all of them if the query has one word.  A run is one range. */
tracuu_range *snippet_matches(
    arena *a, const plan *p, const excerpt *passage, size_t *count);

#endif
