/* outline: the tree of sections, built from marks in the order of the text.
 *
 *     outline o = OUTLINE_INIT;
 *     outline_add(&o, d, mark, start, quoted);   for each mark
 *     outline_finish(&o, d);
 */
#ifndef INDEXER_OUTLINE_H
#define INDEXER_OUTLINE_H

#include "common/base/vec.h"
#include "indexer/structure-numbering.h"

enum { OUTLINE_DEPTH = 16, OUTLINE_MAX = 1 << 18 };

typedef struct outline_frame {
    numbering style;
    unsigned value, insert;
    int section;
} outline_frame;

typedef struct outline {
    VEC(section) sections;
    outline_frame open[OUTLINE_DEPTH];
    size_t depth;
} outline;

#define OUTLINE_INIT                                                           \
    {                                                                          \
        VEC_INIT, {{NUMBERING_NONE, 0, 0, 0}}, 0                               \
    }

/* Opens the section of `mark`, whose line starts at byte `start` and ends at
 * `end`, if its number fits; false if not. */
bool outline_add(outline *o, document *d, const number_mark *mark, size_t start,
    size_t end, bool quoted);

/* Opens an annex without a number, named by its line. */
void outline_add_annex(outline *o, document *d, span label, size_t start);

/* Closes what is open: the recipients or the signature start at `end`. */
void outline_close(outline *o, size_t end);

/* Closes what is open at the end of the text and moves the sections into the
 * document. */
void outline_finish(outline *o, document *d);

#endif
