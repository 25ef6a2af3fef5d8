/* structure: the sections and the zones of a document.
 *
 * Sections are found by the numbers at the starts of lines (see numbering.h);
 * a number counts when it goes on with its series or starts one, so that years
 * and wrapped lines do not.  Text quoted by an amending article keeps its
 * numbers to itself.  A text without line ends is cut at its sentences.
 *
 * Zones: head, subject, basis, body, effect, recipients, signature, annex, in
 * the order of the text and without gaps.  One pass, linear.
 */
#ifndef INDEXER_STRUCTURE_H
#define INDEXER_STRUCTURE_H

#include "common/document/document.h"

/* Fills sections and zones; reads text and tokens. */
void structure_read(document *d);

#endif
