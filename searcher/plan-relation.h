/* relation: the documents that refer to an act in a certain way.
 *
 *     thực hiện:13-KL/TW      those that carry it out or deploy it
 *     thực hiện:48-CT/TW**    and those that carry out one of them, and so
 *                             on; an act that continues one of them is a
 *                             step of the way too, be its text here or not
 *     bị thay thế bởi:30/2020/NĐ-CP
 *                             those that it says to replace
 *
 * An edge counts that the document itself states.  What it tells of others
 * ("Kết luận 13 về tiếp tục thực hiện Chỉ thị 48") is an edge of theirs.
 */
#ifndef SEARCHER_RELATION_H
#define SEARCHER_RELATION_H

#include "searcher/query.h"
#include "searcher/reader.h"

enum {
    RELATION_ACTS = 400,      /* acts of a closure that are followed */
    RELATION_DOCUMENTS = 4000 /* documents of an answer */
};

/* Gives each QUERY_RELATION of `q` the ids of the visible documents that it
 * asks for, in the arena; all acts that its value names are meant, and a note
 * says so.  A question that no document answers becomes words.  Costs a walk
 * over those who cite each act, and the reading of at most 500 records. */
tracuu_status relation_resolve(
    query *q, tracuu_reader *reader, arena *a, tracuu_error *err);

#endif
