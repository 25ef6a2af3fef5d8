/* mime: the encodings of mail.  All is linear and safe on any bytes.
 */
#ifndef INDEXER_MIME_H
#define INDEXER_MIME_H

#include "common/base/arena.h"
#include "common/base/strbuf.h"

/* Appends the bytes that a body stands for; `transfer` is "base64",
 * "quoted-printable" or anything else, which stands for itself. */
void mime_decode(strbuf *out, span body, span transfer);

/* Appends UTF-8 of bytes in the character set that a header names; of one that
 * is not known, or none, by what the bytes are. */
void mime_text(strbuf *out, span bytes, span charset);

/* Appends a header's words, "=?UTF-8?B?...?=" too, as UTF-8. */
void mime_words(strbuf *out, span value);

/* The value of the first header of that name, unfolded, in the arena. */
span mime_header(arena *a, span headers, const char *name);

/* A parameter of a header's value: "charset", "boundary". */
span mime_parameter(span value, const char *name);

/* True if the value is of this type: "text/" fits "text/html". */
bool mime_is(span value, const char *type);

#endif
