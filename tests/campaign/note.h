/* note: a query and how it was asked, in a line that it can be asked from
 * again.
 *
 *     "10 0 0 1\tđất đai\x0a"    limit, offset, sort, explain, the words
 */
#ifndef CAMPAIGN_NOTE_H
#define CAMPAIGN_NOTE_H

#include "common/base/strbuf.h"
#include <tracuu/search.h>

/* Appends bytes, with \xNN for what ends a line or cannot be seen. */
void note_escape(strbuf *out, span bytes);

/* Appends the line, with its end. */
void note_add(strbuf *out, span query, const tracuu_search_options *options);

/* Reads such a line, which a NUL follows, without its end; one without options
 * is all words. */
void note_read(span line, strbuf *query, tracuu_search_options *options);

#endif
