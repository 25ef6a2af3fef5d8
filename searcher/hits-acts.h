/* acts: an act that is here article by article, once on a page.
 *
 * A law of two hundred articles about "bảo hiểm xã hội" would fill the first
 * pages with them.  Who types a subject looks for acts: the best article
 * stands for its act, and the next best are named under it.  A question is
 * answered by articles, and they stay apart.
 */
#ifndef SEARCHER_ACTS_H
#define SEARCHER_ACTS_H

#include "searcher/hits-group.h"

/* Puts groups of one act together, in the place of the best of them, until
 * there are `wanted`; nothing unless the query is a subject.  Reads a value of
 * each group, and looks up each act; when it is late, groups stay apart. */
tracuu_status acts_fold(group_list *list, arena *a, tracuu_reader *reader,
    const plan *p, size_t wanted, tracuu_error *err);

#endif
