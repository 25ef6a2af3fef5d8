/* numbering: the numbers of Word's lists, which no text of the file has.
 *
 * "Điều 5." and "a)" are often counted by Word.  A list has up to nine levels,
 * each with a format, a first number and a text such as "Điều %1."; lists that
 * share a definition share its counters.
 */
#ifndef INDEXER_DOCX_NUMBERING_H
#define INDEXER_DOCX_NUMBERING_H

#include "indexer/extract-sink.h"

enum { NUMBERING_LEVELS = 9 };

typedef struct numbering numbering;

/* Reads word/numbering.xml and word/styles.xml, which may be empty; what is
 * damaged in them counts nothing. */
numbering *numbering_new(span lists, span styles);
void numbering_free(numbering *n); /* NULL is fine */

/* The next number of list `list` at `level`, with a blank behind it, onto
 * `out`; nothing if there is no such list. */
void numbering_next(numbering *n, long list, long level, strbuf *out);

/* The list and level of a paragraph style; false if it has none. */
bool numbering_of_style(
    const numbering *n, span style, long *list, long *level);

#endif
