/* about: ranked documents that say by their number or title that they are
 * meant.
 *
 *     kết luận 127          "Toàn văn Kết luận 127-KL/TW ..." stands before an
 *                           act that nobody has
 *     91 tin nhắn rác       91/2020/NĐ-CP, among what the words find
 */
#ifndef SEARCHER_ABOUT_H
#define SEARCHER_ABOUT_H

#include "searcher/hits-numbered.h"

/* Puts such documents of the first groups into `first`; in the groups they
 * stay, for distinct_groups to take out.  Reads ABOUT_GROUPS records at the
 * most, and none if the query names no such act and no such number. */
tracuu_status about_promote(numbered_list *first, resolver *with,
    const query *q, const group_list *groups, tracuu_error *err);

enum { ABOUT_GROUPS = 20 };

#endif
