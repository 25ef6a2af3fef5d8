/* zipped: files in the form of ZIP, made by the tests themselves.
 */
#ifndef TESTS_READERS_ZIPPED_H
#define TESTS_READERS_ZIPPED_H

#include <zlib.h>

#include "common/base/strbuf.h"

typedef struct zipped {
    strbuf bytes, directory;
    unsigned count;
} zipped;

static inline void
zipped_number(strbuf *out, size_t n, int bytes)
{
    for (int i = 0; i < bytes; i++, n >>= 8)
        strbuf_add_char(out, (char)(n & 0xFF));
}

/* Version, flags, method, time, checksum, sizes, length of the name. */
static inline void
zipped_head(strbuf *out, const char *name, span part, unsigned flags)
{
    zipped_number(out, 20, 2);
    zipped_number(out, flags, 2);
    zipped_number(out, 0, 6);
    zipped_number(
        out, crc32(0, (const unsigned char *)part.ptr, (unsigned)part.len), 4);
    zipped_number(out, part.len, 4);
    zipped_number(out, part.len, 4);
    zipped_number(out, strlen(name), 2);
    zipped_number(out, 0, 2);
}

/* Adds a stored file. */
static inline void
zipped_add_flagged(zipped *z, const char *name, span part, unsigned flags)
{
    size_t at = z->bytes.len;

    strbuf_add(&z->bytes, SPAN("PK\3\4"));
    zipped_head(&z->bytes, name, part, flags);
    strbuf_add_string(&z->bytes, name);
    strbuf_add(&z->bytes, part);
    strbuf_add(&z->directory, SPAN("PK\1\2"));
    zipped_number(&z->directory, 20, 2);
    zipped_head(&z->directory, name, part, flags);
    zipped_number(&z->directory, 0, 10);
    zipped_number(&z->directory, at, 4);
    strbuf_add_string(&z->directory, name);
    z->count++;
}

static inline void
zipped_add(zipped *z, const char *name, const char *part)
{
    zipped_add_flagged(z, name, span_of(part), 0);
}

/* Ends it; the bytes are z->bytes. */
static inline span
zipped_end(zipped *z)
{
    size_t at = z->bytes.len;

    strbuf_add(&z->bytes, strbuf_span(&z->directory));
    strbuf_add(&z->bytes, SPAN("PK\5\6"));
    zipped_number(&z->bytes, 0, 4);
    zipped_number(&z->bytes, z->count, 2);
    zipped_number(&z->bytes, z->count, 2);
    zipped_number(&z->bytes, z->directory.len, 4);
    zipped_number(&z->bytes, at, 4);
    zipped_number(&z->bytes, 0, 2);
    strbuf_release(&z->directory);
    return strbuf_span(&z->bytes);
}

#endif
