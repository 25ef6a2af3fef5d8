/* subject: the words that say what an act is about (trích yếu).
 *
 * They stand behind the kind or behind V/v, over several lines, in capitals or
 * not, and end at "Căn cứ", a rule, the name of who decides, a section, or
 * where the lines stop going on.
 */
#ifndef INDEXER_SUBJECT_H
#define INDEXER_SUBJECT_H

#include "indexer/metadata-head.h"

/* "CỦA BỘ CHÍNH TRỊ" and "HỘI NGHỊ LẦN THỨ SÁU BAN CHẤP HÀNH ..." say who, not
 * what; notes the organ's token in the head. */
bool subject_names_organ(const document *d, head *h, const cell *c);

/* Reads the subject from cell `first` on into the head; with `inside` it starts
 * on the line of the kind or behind V/v. */
void subject_read(
    arena *a, const document *d, head *h, size_t first, bool inside);

#endif
