/* publish: the last steps before readers see a generation.
 */
#ifndef INDEXER_PUBLISH_H
#define INDEXER_PUBLISH_H

#include "indexer/scan.h"
#include "indexer/update.h"

/* Appends a metadata item to the list that publish_first writes. */
void publish_note(strbuf *items, span name, span value);

/* Writes the metadata of a generation that was just merged, and the statuses
 * of its documents. */
tracuu_status publish_first(const generation *g, const scan *s,
    const strbuf *items, date today, tracuu_error *err);

/* Compacts the generation `g` into a new one when updates have made it grow
 * by half, or removed a third of its passages; closes `u` if so. */
tracuu_status publish_again(
    update *u, const generation *g, const char *dir, tracuu_error *err);

#endif
