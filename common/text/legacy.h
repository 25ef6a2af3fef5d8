/* legacy: text in the encodings of the years before Unicode.
 *
 * TCVN3 (ABC, the .Vn fonts), VNI, VISCII, VPS and windows-1258 have tables
 * of ours; UTF-16 is recognised by its mark or its zero bytes, and UTF-8 that
 * was taken for windows-1252 and encoded again is undone.  Text comes as bytes
 * or as what a converter made of each byte that it took for Latin-1 or
 * windows-1252.
 *
 * A text is decoded block by block, since files are mixed: a heading in a
 * .Vn font above a body in Unicode.  The decision is by evidence, the words
 * of each trial that are Vietnamese syllables by syllable_is_valid, never by
 * the name of a font.  It comes before anything is cleaned, since TCVN3 uses
 * the byte of the soft hyphen for a letter.
 */
#ifndef TEXT_LEGACY_H
#define TEXT_LEGACY_H

#include "common/base/arena.h"
#include "common/base/span.h"
#include "common/base/strbuf.h"
#include "common/text/normalize.h"

typedef enum encoding {
    ENCODING_UTF8,
    ENCODING_TCVN3,
    ENCODING_VNI,
    ENCODING_VISCII,
    ENCODING_VPS,
    ENCODING_1258,
    ENCODING_TWICE, /* UTF-8 taken for windows-1252 and encoded as UTF-8 */
    ENCODING_UTF16LE,
    ENCODING_UTF16BE,
    ENCODING_UNKNOWN, /* bytes that are none of these */
    ENCODING_COUNT
} encoding;

/* "UTF-8", "TCVN3", "VNI", "VISCII", "VPS", "windows-1258", ... */
const char *encoding_name(encoding e);

typedef struct legacy_text {
    span text;         /* UTF-8, or the bytes themselves if all of it is */
    offset_map map;    /* text -> the bytes as given; empty: nothing moved */
    encoding encoding; /* what most of its Vietnamese words were in */
    unsigned found;    /* bit set of the encodings that parts were decoded
                          from */
    bool unreadable;   /* most of its words are letters of no known encoding */
} legacy_text;

/* The text of `bytes`, in the arena where it is not `bytes` themselves.  What
 * is no UTF-8 and of no known encoding is repaired as UTF-8.
 * Linear; text that is Unicode costs two passes that only look. */
legacy_text legacy_read(arena *a, span bytes);

/* Appends the UTF-8 of `bytes`, all of it from one encoding; valid UTF-8 is
 * taken for what a converter made of the bytes.  ENCODING_UNKNOWN is repaired
 * as UTF-8. */
void legacy_decode(strbuf *out, span bytes, encoding from);

#endif
