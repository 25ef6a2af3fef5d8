/* query-spelling-choice: what one typed syllable may have been meant for.
 */
#ifndef SEARCHER_QUERY_SPELLING_CHOICE_H
#define SEARCHER_QUERY_SPELLING_CHOICE_H

#include "common/base/strbuf.h"
#include "common/text/token.h"

enum { CHOICES = 160 };

/* One reading of a token. */
typedef struct choice {
    int form;    /* SPELLING_NONE: as typed */
    double cost; /* of having typed something else */
    double best; /* of the cheapest way to it */
    int from;    /* the choice before on that way */
    bool joined; /* with the digits behind it */
    bool seen;   /* the first hits write it so */
    bool typed;  /* it changes nothing */
} choice;

typedef struct cell {
    size_t token;
    bool apart; /* what stands before says nothing of it */
    choice at[CHOICES];
    int count;
} cell;

/* As typed, and with the marks that the syllable may bear. */
void choice_add_marks(cell *c, const token_list *list);

/* What the keys of Telex or VNI stand for. */
void choice_add_keys(cell *c, const token_list *list);

/* True if token `at` is no syllable, or one with digits that touch it, and its
 * keys stand for one. */
bool choice_is_keys(const token_list *list, size_t at);

/* True if digits touch the token as the marks of VNI do. */
bool choice_is_joined(const token_list *list, size_t at);

/* Appends the choice, which is a form, in the case of what was typed. */
void choice_put(strbuf *out, const token_list *list, const cell *c, int chosen);

/* Syllables that differ in one letter, or in a sound that many do not tell from
 * another one (tr, ch), `known` if the typed one is one. */
void choice_add_slips(cell *c, const token_list *list, bool known);

#endif
