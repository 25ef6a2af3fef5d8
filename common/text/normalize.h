/* normalize: from UTF-8 as found to the text that the index sees.
 *
 * Two levels, kept apart because people want to read what the author wrote:
 *
 * - clean: valid UTF-8 without NUL, default-ignorable characters deleted, NFC
 *   with the mark order repaired by slots, look-alikes of d-with-stroke
 *   replaced, line ends as "\n", exotic blanks as " ".  This is stored and
 *   shown; every byte range of the index speaks of it.
 * - canonical: clean, with every tone on the letter where the old style has
 *   it (hòa, not hoà: dominant in print, 93 % of VTB).  `explain normalize`
 *   prints it.  Tokens do this themselves, syllable by syllable.
 */
#ifndef TEXT_NORMALIZE_H
#define TEXT_NORMALIZE_H

#include "common/base/arena.h"
#include "common/base/span.h"

/* Where the bytes of a changed text came from; empty means nothing moved. */
typedef struct offset_map {
    struct offset_step {
        size_t here;   /* from this byte of the new text on ... */
        size_t source; /* ... it continues from this byte of the old one */
    } * steps;
    size_t count;
} offset_map;

/* The byte of the source behind byte `at` of the new text.  O(log steps). */
size_t offset_map_source(const offset_map *map, size_t at);

typedef struct clean_text {
    span text;      /* in the arena, or the source itself if nothing changed */
    offset_map map; /* text -> source */
    size_t invalid; /* bytes that were no UTF-8 and became U+FFFD */
} clean_text;

/* Linear; text that is clean already costs one pass and no copy. */
clean_text normalize_clean(arena *a, span source);

/* `clean` in canonical tone style, in the arena. */
span normalize_canonical(arena *a, span clean);

/* Lower case, marks dropped, every run of what is no letter or digit one
 * blank, none at the ends: for comparing titles and names. */
span normalize_folded(arena *a, span clean);

#endif
