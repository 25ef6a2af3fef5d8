/* clause: where sentences and clauses start.
 *
 * Reads what stands between two tokens and decides whether the second starts
 * a clause.  The rules are in token.h.
 */
#ifndef TEXT_CLAUSE_H
#define TEXT_CLAUSE_H

#include "common/text/token.h"

/* What stands between two tokens, as far as it tells where clauses end. */
typedef struct clause_gap {
    bool stop;     /* ; : ? ! or a bracket */
    bool full;     /* a full stop with no letter behind it */
    bool bullet;   /* behind the last line end */
    unsigned ends; /* line ends */
    size_t line;   /* bytes of the line before the last line end */
} clause_gap;

/* The start of the next token at or after `at`, with what stands before it in
 * `g`.  `*line` is the byte where the present line starts, and is kept. */
size_t clause_skip(span text, size_t at, size_t *line, clause_gap *g);

/* True if `t` starts a clause behind the gap.  `previous` is the token before
 * it with its folded form, or NULL for the first token. */
bool clause_starts(span text, const clause_gap *g, const token *previous,
    const char *folded, const token *t);

#endif
