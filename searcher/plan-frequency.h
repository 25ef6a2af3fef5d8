/* frequency: how many passages have a syllable that is known by its id.
 *
 * Headings are compared by ids, and the weight of what the query does not
 * have counts too.  Asked for once each in the life of a reader.
 */
#ifndef SEARCHER_FREQUENCY_H
#define SEARCHER_FREQUENCY_H

#include "searcher/reader.h"

/* 0 for an id that is no syllable's, or that no passage has. */
uint32_t frequency_of(tracuu_reader *reader, uint16_t id);

#endif
