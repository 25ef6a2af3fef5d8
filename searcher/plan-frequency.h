/* frequency: how many passages have a syllable or a listed pair, by their ids.
 *
 * The weight of every word counts, of the query's and of headings; a reader
 * asks the index once for each until the index changes.
 */
#ifndef SEARCHER_FREQUENCY_H
#define SEARCHER_FREQUENCY_H

#include "searcher/reader.h"

/* What is known so far, each plus one; 0 is not known yet. */
typedef struct frequency_table {
    unsigned generation;
    uint64_t revision;
    uint64_t length;     /* of all passages, in IMPACT_STEP */
    uint32_t *syllables; /* by id */
    uint32_t *pairs;     /* by number, see pair.h */
} frequency_table;

/* 0 for an id that is no syllable's, or that no passage has. */
uint32_t frequency_of(tracuu_reader *reader, uint16_t id);

/* The same where the folded token is at hand, which need not be a syllable. */
uint32_t frequency_of_word(tracuu_reader *reader, uint16_t id, span term);

/* The length of all passages together, in IMPACT_STEP. */
uint64_t frequency_of_length(tracuu_reader *reader);

/* 0 if the pair is not listed; `term` is what the index calls it. */
uint32_t frequency_of_pair(
    tracuu_reader *reader, uint16_t first, uint16_t second, span term);

#endif
