/* parts: acts that are here in parts, article by article.
 *
 * A record may be a part of an act ("part_of":"91/2015/QH13"); the act itself
 * may have no record at all.  Its number and key are known from its parts.
 */
#ifndef SEARCHER_PARTS_H
#define SEARCHER_PARTS_H

#include "searcher/reader.h"

typedef struct part {
    span key, number; /* of the act */
    uint32_t entry;   /* a visible part of it: the first article, if it can be
                         told */
    uint32_t year;
} part;

typedef struct part_list {
    part *at;
    size_t count;
} part_list;

/* The acts with the bare number `no`, and with that year in their symbol if it
 * is not 0, that visible parts are of; at most 50, the one with the symbol
 * `number` always among them.  Costs a walk over the
 * terms of parts with that number. */
tracuu_status parts_find(part_list *out, tracuu_reader *reader, arena *a,
    span no, unsigned year, span number, tracuu_error *err);

/* The visible entry that is article `article` of the act with that number; 0
 * if there is none. */
uint32_t parts_article(
    tracuu_reader *reader, arena *a, span number, span article);

#endif
