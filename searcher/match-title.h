/* title: the acts that bear the subject of a query as their name.
 *
 * A law "Bảo hiểm xã hội" has a hundred articles, none of which says the words
 * as often as a circular's table does; the index would not propose one.
 */
#ifndef SEARCHER_TITLE_H
#define SEARCHER_TITLE_H

#include "searcher/match.h"

enum {
    TITLE_ACTS = 12,   /* that are taken */
    TITLE_PASSAGES = 2 /* of each that are proposed */
};

/* Adds to the passages that will be ranked those of acts whose title has all
 * the words of the query, and of the laws that it names; nothing unless the
 * query is a short subject.  A match over titles, and one inside each of the
 * acts that it finds. */
tracuu_status title_propose(matches *m, arena *a, tracuu_reader *reader,
    const plan *p, tracuu_error *err);

#endif
