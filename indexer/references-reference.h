/* reference: a mention while its act and relation are being found.
 */
#ifndef INDEXER_REFERENCE_H
#define INDEXER_REFERENCE_H

#include "common/document/document.h"

enum { NO_REFERENCE = -1 };

typedef struct reference {
    citation cite;
    relation relation;
    int head;   /* HEAD_DOCUMENT, HEAD_PREVIOUS or an index of the list */
    int before; /* what reference_before gives */
    const char *rule;
    double confidence;
    zone zone;
    bool dropped; /* no reference after all */
    bool quoted;  /* in the new text of an amended act */
    bool bound;   /* typed by a word, not by default */
    bool listed;  /* an item of a list under a line that ends in ":" */
} reference;

typedef struct reference_list {
    document *document;
    const token_list *tokens;
    reference *at;
    size_t count;
    const kind *carrier;  /* kind of the document, NULL if not known */
    const issuer *issuer; /* of the document, NULL if not known */
    date date;            /* of the document */
} reference_list;

/* What stands between tokens `from` and `to`: a new sentence, or less. */
typedef enum reference_break {
    BREAK_NONE,
    BREAK_CLAUSE, /* a semicolon */
    BREAK_SENTENCE
} reference_break;

/* The strongest break before the tokens (from, to]. */
reference_break reference_break_between(
    const token_list *list, size_t from, size_t to);

/* The first token of the sentence of token `at`, at most `most` back. */
size_t reference_sentence_start(const token_list *list, size_t at, size_t most);

/* The index of the last reference before `i` that was not dropped, or
 * NO_REFERENCE; all before `i` are resolved. */
static inline int
reference_before(const reference_list *list, size_t i)
{
    return list->at[i].before;
}

/* Types a reference; `sure` times the confidence of the mention is how sure
 * that is. */
void reference_set(
    reference *ref, relation how, int head, const char *rule, double sure);

/* Reference `i` takes over what reference `from` states of its act; false if
 * that states nothing of the kind. */
bool reference_inherit(reference_list *list, size_t i, int from);

#endif
