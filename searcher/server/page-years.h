/* years: the histogram of years, which is a facet.
 *
 * Each bar is a link to its year; a form asks for a range, which a script
 * also lets one drag over the bars.
 */
#ifndef SERVER_YEARS_H
#define SERVER_YEARS_H

#include "searcher/server/page-ask.h"

void years_put(sheet *s, const ask *a, const tracuu_facet *facet);

#endif
