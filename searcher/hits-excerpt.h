/* excerpt: a passage as the index keeps it.
 */
#ifndef SEARCHER_EXCERPT_H
#define SEARCHER_EXCERPT_H

#include "common/document/pages.h"
#include "common/text/token.h"
#include "searcher/reader.h"

typedef struct excerpt excerpt;

struct excerpt {
    span title, label, heading;
    size_t start, end;   /* bytes in the document's text */
    tracuu_range points; /* the same in code points */
    passage_pages pages;
    span text;
    token_list tokens; /* of text */
    token_list title_tokens, heading_tokens;
};

/* Reads and tokenises an entry of `passages`, into the arena; `words` is its
 * value SLOT_FORWARD, empty if that was not read yet. */
tracuu_status excerpt_read(const excerpt **out, arena *a, tracuu_reader *reader,
    uint32_t entry, span words, tracuu_error *err);

/* The same without tokens. */
tracuu_status excerpt_text(excerpt *out, arena *a, tracuu_reader *reader,
    uint32_t entry, span words, tracuu_error *err);

#endif
