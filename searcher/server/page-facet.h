/* facet: what narrows a list of results, and what was chosen of it.
 */
#ifndef SERVER_FACET_H
#define SERVER_FACET_H

#include "searcher/server/page-ask.h"

/* The chosen values, each with a link that takes it off. */
void facet_put_chosen(sheet *s, const ask *a);

/* The column of facets: values with counts, the years as a histogram. */
void facet_put(sheet *s, const ask *a, const tracuu_hits *hits);

#endif
