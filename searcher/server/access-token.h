/* access-token: the tokens of --tokens, and how a request bears one.
 */
#ifndef SERVER_ACCESS_TOKEN_H
#define SERVER_ACCESS_TOKEN_H

#include "common/base/arena.h"
#include <tracuu/error.h>

enum { TOKEN_SHORTEST = 16, TOKEN_LONGEST = 256 };

typedef struct token_row {
    const char *name, *labels; /* labels: as in grant */
    span token;
} token_row;

typedef struct token_table {
    token_row *at;
    size_t count;
    arena arena;
} token_table;

/* Reads the file, which others than its owner and group may not read. */
tracuu_status token_read(token_table *out, const char *path, tracuu_error *err);
void token_release(token_table *t);

/* The token of an Authorization header, {NULL, 0} if it has none. */
span token_said(arena *a, span authorization);

/* Whose it is, NULL if nobody's.  How long it takes does not tell how much of
 * the token was right. */
const token_row *token_find(const token_table *t, span token);

#endif
