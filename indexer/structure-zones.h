/* zones: which part of an official text a byte lies in.
 *
 *     head | subject | basis | body, effect | recipients | signature | annex
 *
 * The reader goes over the lines of the text in order; what it is told turns
 * into ranges that cover the text without gaps.
 */
#ifndef INDEXER_ZONES_H
#define INDEXER_ZONES_H

#include "common/base/vec.h"
#include "indexer/metadata-head.h"

typedef struct zones {
    VEC(zone_range) ranges;
    zone now;
    size_t lines;        /* read since this zone began */
    bool effect_chapter; /* inside a chapter of effect */
} zones;

/* Starts behind the head `h`, whose body starts at byte `body`. */
void zones_start(zones *z, const document *d, const head *h, size_t body);

/* A line that starts with token `i`.  If it begins an annex that is not called
 * so (an attached Quy chế), a name for it is returned, else nothing. */
span zones_line(
    zones *z, const document *d, size_t i, size_t start, size_t end);

/* An article, or a chapter or another section above it, starts, which is one
 * of effect or not. */
void zones_effect(zones *z, size_t start, bool chapter, bool effect);

/* An annex starts. */
void zones_annex(zones *z, size_t start);

/* False between recipients and the end of the signature. */
bool zones_has_sections(const zones *z);

/* Moves the ranges into the document. */
void zones_finish(zones *z, document *d);

#endif
