/* stub: an act that is cited and that nobody has.
 *
 * All that is known of it is what the documents that cite it say, and what
 * its key says.  Their accounts are read from a few of them; the fullest one
 * wins, since citations shorten and never invent.
 */
#ifndef SEARCHER_STUB_H
#define SEARCHER_STUB_H

#include "common/text/date.h"
#include "searcher/reader.h"

/* True if a visible document cites `key` (exactly this key). */
bool stub_is_cited(tracuu_reader *reader, span key);

/* Fills the public face of the act `key`, strings in the arena, `cited_by`
 * left 0; its date goes to `*when` (may be NULL).  Its status follows from
 * what visible documents say of it, see standing.h. */
tracuu_status stub_read(tracuu_document *out, date *when, tracuu_reader *reader,
    arena *a, span key, tracuu_error *err);

#endif
