/* wire: numbers and strings as bytes, for what the index stores.
 *
 * Numbers are little-endian base 128 (LEB128), strings a length and bytes,
 * fractions whole millionths.  The reader is safe on any bytes: once something
 * is wrong, `failed` is set and everything read after it is zero or empty.
 */
#ifndef DOCUMENT_WIRE_H
#define DOCUMENT_WIRE_H

#include <stdint.h>

#include "common/base/span.h"
#include "common/base/strbuf.h"

void wire_add_number(strbuf *out, uint64_t value);
void wire_add_span(strbuf *out, span s);
void wire_add_fraction(strbuf *out, double value); /* 0..1 */

typedef struct wire {
    span rest;
    bool failed;
} wire;

/* A number up to `most`. */
uint64_t wire_number(wire *w, uint64_t most);

/* A string inside the bytes that are read. */
span wire_span(wire *w);

double wire_fraction(wire *w);

/* A count of things that take `least` bytes each or more: never above what
 * the rest can hold, so that it can be allocated. */
size_t wire_count(wire *w, size_t least);

#endif
