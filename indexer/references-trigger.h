/* trigger: words that say how an act is meant ("sửa đổi", "thực hiện").
 *
 * tables/triggers.tsv has one row a phrase, with the relation and how far
 * behind it the mention may stand.
 */
#ifndef INDEXER_TRIGGER_H
#define INDEXER_TRIGGER_H

#include "common/document/relation.h"
#include "common/text/token.h"

enum {
    TRIGGER_STRONG = 1,   /* holds across "tại", "quy định tại" */
    TRIGGER_MODIFIES = 2, /* "thi hành" behind "hướng dẫn" adds nothing */
    TRIGGER_SOFT = 4,     /* "tại": names the place, not the relation */
    TRIGGER_BY = 8,       /* "bởi", "theo": names who does it, in a passive */
    TRIGGER_START = 16,   /* only where a clause starts */
    TRIGGER_YEARS = 32,   /* only behind a number: "5 năm thực hiện" */
    TRIGGER_NEUTRAL = 64  /* says nothing: "thi hành án" */
};

typedef struct trigger {
    relation relation;
    unsigned char reach; /* tokens up to the mention */
    unsigned char flags;
    const char *word; /* a phrase of one syllable, with its marks; or "" */
} trigger;

/* The longest phrase that starts at token `at`; NULL if none does. */
const trigger *trigger_match(const token_list *list, size_t at, size_t *used);

#endif
