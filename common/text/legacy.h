/* legacy: files in the encodings of the years before Unicode.
 *
 * TCVN3 (ABC, the .Vn fonts) and VNI have tables of ours, since neither iconv
 * nor ICU knows their capitals and pairs; UTF-16 and UTF-8 are recognised by
 * their marks and by validity.  A file is decoded as a whole; the decision is
 * by evidence: the share of tokens of the trial conversion that are
 * Vietnamese syllables by syllable_is_valid.  Decoding comes before anything
 * else is cleaned, since TCVN3 uses the byte of the soft hyphen for a letter.
 */
#ifndef TEXT_LEGACY_H
#define TEXT_LEGACY_H

#include "common/base/span.h"
#include "common/base/strbuf.h"

typedef enum encoding {
    ENCODING_UTF8,
    ENCODING_UTF16LE,
    ENCODING_UTF16BE,
    ENCODING_TCVN3,
    ENCODING_VNI,
    ENCODING_UNKNOWN /* bytes that are none of these */
} encoding;

/* "UTF-8", "TCVN3", ... for messages. */
const char *encoding_name(encoding e);

/* Which encoding the bytes of a whole file are in.  Reads at most the first
 * 64 kB beside checking all of it for UTF-8. */
encoding legacy_detect(span bytes);

/* Appends the UTF-8 of `bytes`.  ENCODING_UNKNOWN is repaired as UTF-8. */
void legacy_decode(strbuf *out, span bytes, encoding from);

#endif
