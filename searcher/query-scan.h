/* scan: the reading of one line of a query, item by item.
 *
 * Words, quotations, brackets, OR and "-" are read here, name:value by
 * query-value.  Linear: each byte is looked at a bounded number of times.
 */
#ifndef SEARCHER_SCAN_H
#define SEARCHER_SCAN_H

#include "common/text/normalize.h"
#include "searcher/query-frame.h"

typedef struct scan {
    arena *arena;
    query *query;
    offset_map map; /* clean -> line */
    frame_stack frames;
    size_t *closes; /* by byte: the bracket that closes the one here, or 0 */
    size_t at;      /* byte of the clean text */
    size_t words;   /* read so far */
} scan;

/* Reads the clean text of `s->query`, whose tokens are there, into nodes,
 * groups and notes. */
void scan_line(scan *s);

/* Bytes of the line for bytes [start, end) of the clean text. */
tracuu_range scan_range(const scan *s, size_t start, size_t end);

/* Adds a node over bytes [start, end) of the clean text, unless the line has
 * too many words already. */
void scan_add(scan *s, query_node node, size_t start, size_t end);

/* The tokens that start in bytes [start, end). */
void scan_tokens(
    const scan *s, size_t start, size_t end, size_t *first, size_t *last);

/* The length of the quotation mark at byte `at`, 0 if there is none. */
size_t scan_quote(const scan *s, size_t at);

/* The byte behind the quotation that is open at `at`, with the end of what is
 * quoted in `*end`; 0 if it is never closed. */
size_t scan_close_quote(const scan *s, size_t at, size_t *end);

/* The length of an OR that stands for itself at `at`, 0 if none does. */
size_t scan_or(const scan *s, size_t at);

/* The byte of the blank, quotation mark or closing bracket that ends what
 * starts at `at`. */
size_t scan_end(const scan *s, size_t at);

bool scan_is_blank(char c);

#endif
