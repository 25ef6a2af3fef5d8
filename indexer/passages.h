/* passages: the units of indexing.
 *
 * A Điều, or the smallest numbered section with 50 to 400 words of its own;
 * longer ones are cut at a khoản or a sentence, shorter neighbours under one
 * heading are joined; text without structure is cut at paragraphs near 250
 * words.  Each passage carries its label and the path of the headings above
 * it.  The passages cover the tokens of the text in order, without overlap.
 */
#ifndef INDEXER_PASSAGES_H
#define INDEXER_PASSAGES_H

#include "common/document/document.h"

enum {
    PASSAGE_LEAST = 50, /* words */
    PASSAGE_PLAIN = 250,
    PASSAGE_MOST = 400
};

/* Fills passages; reads text, tokens and sections. */
void passages_cut(document *d);

#endif
