/* group: from ranked passages to documents, each with its best passages.
 */
#ifndef SEARCHER_GROUP_H
#define SEARCHER_GROUP_H

#include "searcher/match.h"

enum {
    GROUP_PASSAGES = 3, /* shown of one document */
    GROUP_PARTS = 3     /* other articles of its act, see acts.h */
};

typedef struct group {
    span id;
    uint32_t entry; /* in the documents' index, once it is known */
    double score;   /* of its best passage */
    span date;      /* YYYYMMDD, once it is asked for */
    candidate *passages[GROUP_PASSAGES];
    size_t passage_count;
    span parts[GROUP_PARTS]; /* ids of other articles of its act */
    size_t part_count;
} group;

typedef struct group_list {
    group *at; /* in the order of their best passages */
    size_t count;
} group_list;

/* The first `wanted` documents of the candidates, which are in order; the
 * candidates are borrowed.  Linear. */
tracuu_status group_passages(group_list *out, arena *a, tracuu_reader *reader,
    candidate *at, size_t count, size_t wanted, tracuu_error *err);

#endif
