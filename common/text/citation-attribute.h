/* attribute: what stands behind the number of an act.
 *
 * The date ("ngày 22/10/2010", "năm 2015"), the issuer and its place ("của
 * Ủy ban nhân dân tỉnh Long An"), the term ("khóa X", "(khóa X)").
 */
#ifndef TEXT_ATTRIBUTE_H
#define TEXT_ATTRIBUTE_H

#include "common/text/citation-draft.h"

/* Reads one attribute at d->at and moves behind it; false if none that the
 * draft has not yet stands there. */
bool attribute_read(draft *d);

/* Reads the issuer at d->at with its place, without "của". */
bool attribute_read_issuer(draft *d);

#endif
