/* json: writing JSON, one value after the other.
 *
 *     json_open(&j, '{');
 *     json_name(&j, "total");  json_put_integer(&j, 3);
 *     json_close(&j);
 *
 * Commas and quotes are put by the writer; strings are escaped as RFC 8259
 * asks, and what is no UTF-8 becomes U+FFFD.  Reading is jansson's work.
 */
#ifndef BASE_JSON_H
#define BASE_JSON_H

#include <stdbool.h>
#include <stdint.h>

#include "common/base/span.h"
#include "common/base/strbuf.h"

enum { JSON_DEPTH = 32 };

typedef struct json {
    strbuf *out; /* where the text goes; the caller's */
    unsigned depth;
    char closers[JSON_DEPTH];
    bool comma; /* a value stands before */
} json;

void json_init(json *j, strbuf *out);

/* Opens an object '{' or an array '['; json_close ends the innermost. */
void json_open(json *j, char bracket);
void json_close(json *j);

/* The name of the next value of an object. */
void json_name(json *j, const char *name);

void json_put_string(json *j, span s);
void json_put_text(json *j, const char *string); /* NULL gives null */
void json_put_integer(json *j, int64_t value);
void json_put_real(json *j, double value); /* 6 significant digits */
void json_put_bool(json *j, bool value);
void json_put_null(json *j);

/* name and value at once; the _or_null forms give null for what is empty. */
void json_member(json *j, const char *name, span value);
void json_member_text(json *j, const char *name, const char *value);
void json_member_or_null(json *j, const char *name, span value);
void json_member_integer(json *j, const char *name, int64_t value);
void json_member_real(json *j, const char *name, double value);
void json_member_bool(json *j, const char *name, bool value);

#endif
