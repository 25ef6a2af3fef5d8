/* region: the words before a mention that can say how it is meant.
 *
 * From the mention before it in the sentence, or the start of the sentence,
 * to the mention; brackets, quotes and semicolons that are open narrow it.
 */
#ifndef INDEXER_REGION_H
#define INDEXER_REGION_H

#include "indexer/references-reference.h"

enum { REGION_MAX = 90 /* tokens looked at before a mention */ };

typedef struct region {
    const token_list *list;
    size_t from, to; /* tokens, `to` being the mention's first */
    int before;      /* the mention before it in the sentence, or
                        NO_REFERENCE */
    bool joined;     /* "," or "và" stands right before the mention */
    bool comma;      /* "," does */
    bool enumerated; /* ";" does */
    bool opened;     /* by "và" behind the mention before */
    bool bracket;    /* starts behind a bracket */
    bool clause;     /* starts behind a semicolon */
} region;

/* The region of reference `i`; all before it are read. */
region region_of(const reference_list *list, size_t i);

/* True if a bullet and nothing else stands between the start of the line and
 * token `at`. */
bool region_starts_item(const token_list *list, size_t at);

/* "và", "hoặc", "cùng". */
bool region_is_connector(const token_list *list, size_t at);

#endif
