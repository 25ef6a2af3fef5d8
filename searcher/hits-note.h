/* note: what is to be said of the acts that a query names.
 *
 * The same number is given out anew in each term and each place; and an act
 * may be known from those that cite it alone.  People are told so.
 */
#ifndef SEARCHER_NOTE_H
#define SEARCHER_NOTE_H

#include "searcher/hits-numbered.h"

/* Adds a note to `q` if the acts that `cite` means are several ("same-number",
 * the newest first), or one that nobody has ("only-cited", with some that cite
 * it), or none ("unknown-number").  `acts` is in the order of the hits. */
tracuu_status note_number(query *q, resolver *with, const citation *cite,
    const numbered_list *acts, tracuu_error *err);

#endif
