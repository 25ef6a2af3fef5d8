/* decode: one letter after the other out of legacy text.
 *
 * The text is bytes, or UTF-8 whose code points stand for bytes: Latin-1, the
 * signs of windows-1252, the private codes F020 to F0FF that Word has for
 * fonts of symbols, and the signs of mathematics that PDF files show for two
 * letters of TCVN3.
 */
#ifndef TEXT_LEGACY_DECODE_H
#define TEXT_LEGACY_DECODE_H

#include "common/text/legacy.h"

/* How the words of a line are written: TCVN3 has few capitals with marks, and
 * its H fonts draw the small letters as capitals. */
typedef enum word_case { CASE_OPEN, CASE_SMALL, CASE_CAPITAL } word_case;

typedef struct decoder {
    span text;
    size_t at; /* the next byte */
    encoding from;
    bool utf8;  /* code points stand for bytes */
    bool alien; /* the last letter is none that the encoding has */
    bool capital;
    word_case line; /* of the words so far */
    uint32_t before;
} decoder;

/* `from` is no UTF-16. */
decoder decode_start(span text, bool utf8, encoding from);

/* The next code point, precomposed where it can be; at < text.len.  What is
 * no letter in the encoding comes as windows-1252 has it. */
uint32_t decode_next(decoder *d);

/* Appends UTF-8 of UTF-16 without its mark. */
void decode_utf16(strbuf *out, span s, bool little);

#endif
