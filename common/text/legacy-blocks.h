/* blocks: which parts of a text are in which encoding.
 *
 * A text is cut at its line ends, tabs and table bars; each piece is read in
 * every encoding, and the best way through the pieces is taken, where each
 * change of encoding costs some words of evidence.  So a short line follows
 * its neighbours, and a block of its own needs about 24 letters that read as
 * Vietnamese in one encoding only; less where the encoding is found elsewhere
 * in the text.
 */
#ifndef TEXT_LEGACY_BLOCKS_H
#define TEXT_LEGACY_BLOCKS_H

#include "common/text/legacy.h"

typedef struct block {
    size_t start, end; /* bytes; blocks cover the text in order */
    encoding from;
    bool utf8; /* it is valid UTF-8 */
} block;

typedef struct block_list {
    block *at;
    size_t count;
    unsigned found;    /* bit set of the encodings other than UTF-8 */
    encoding encoding; /* of most Vietnamese words; ENCODING_UTF8 if none */
    bool unreadable;   /* most words are strange in all encodings */
} block_list;

/* The blocks of `text`, in the arena.  Linear. */
block_list blocks_find(arena *a, span text);

#endif
