/* sentence: a plain question for the documents that refer to an act.
 *
 *     văn bản thực hiện Kết luận 13
 *     những văn bản nào đã thay thế Nghị định 30/2020/NĐ-CP?
 *     thông tư nào hướng dẫn Nghị định 30/2020
 *
 * "văn bản" or a kind with "nào", a name of a relation, and an act that the
 * line ends with.  Anything else is no such sentence: the title of a
 * document often starts alike.
 */
#ifndef SEARCHER_SENTENCE_H
#define SEARCHER_SENTENCE_H

#include "searcher/query.h"

/* What was asked: a node over the act's name, and, if a kind was named,
 * another for it. */
typedef struct sentence {
    query_node relation;
    query_node kind; /* kind.last is 0 if none is asked for */
} sentence;

/* Reads the tokens of a whole line; false if it is no such sentence. */
bool sentence_read(sentence *out, arena *a, const query *q);

#endif
