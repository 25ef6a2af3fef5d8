/* title: the acts that bear the subject of a query as their name.
 *
 * A law "Bảo hiểm xã hội" has a hundred articles, none of which says the words
 * as often as a circular's table does; the index would not propose one.
 */
#ifndef SEARCHER_TITLE_H
#define SEARCHER_TITLE_H

#include "searcher/match.h"

enum {
    TITLE_WORDS = 5,   /* of a query at the most: more are rare together, and
                          the index proposes what has them */
    TITLE_ACTS = 8,    /* that are taken: laws first, then exact titles */
    TITLE_PASSAGES = 8 /* of each that are proposed */
};

/* Adds to the passages that will be ranked those of acts whose title is, or
 * begins with, the words of the query, and of the laws that it names; nothing
 * unless the query is a short subject.  A walk over a few terms, and a match
 * inside each of these acts, if there are any. */
tracuu_status title_propose(matches *m, arena *a, tracuu_reader *reader,
    const plan *p, tracuu_error *err);

#endif
