/* title: the subject of an act on one line. */
#ifndef INDEXER_TITLE_H
#define INDEXER_TITLE_H

#include "indexer/metadata-head.h"

/* The subject that the head found; empty if there is none. */
span title_read(arena *a, const document *d, const head *h);

/* The title of a text that is no act: the line that the given title starts
 * with, or the first line if it reads like one. */
span title_of_news(arena *a, const document *d, const head *h);

/* The number, kind and day that the title `given` of an act begins with:
 * "Công văn 171/CV-BCĐ ngày 21/11/2025 ..."; false if it begins otherwise. */
bool title_identity(
    arena *a, span given, const kind **k, symbol *number, date *day);

#endif
