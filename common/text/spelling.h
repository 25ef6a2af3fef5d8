/* spelling: how folded syllables are written, and beside which others.
 *
 * Statistics of legal and Party texts (tables/make-spellings.py): the forms of
 * a folded syllable and what each costs, and what it costs behind another
 * one.  A cost is a negative natural logarithm of a probability, so that the
 * costs of a line add up.  Good for a suggestion, not for a decision.
 */
#ifndef TEXT_SPELLING_H
#define TEXT_SPELLING_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "common/base/span.h"

enum { SPELLING_NONE = -1 };

/* The numbers [*first, *last) of the forms of a folded syllable, the most
 * frequent first; none for ids that are no syllable's or never occur. */
void spelling_forms(uint16_t id, int *first, int *last);

/* The form that is written so, in lower case and canonical; SPELLING_NONE. */
int spelling_find(uint16_t id, span exact);

span spelling_text(int form);

/* Of a form by itself. */
double spelling_cost(int form);

/* Of `form` behind `before`: less if they are known to stand so; `known` tells
 * which, and may be NULL.  Ten steps. */
double spelling_cost_behind(int before, int form, bool *known);

#endif
