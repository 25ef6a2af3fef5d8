/* codepage: text in the encoding that a file states.
 */
#ifndef INDEXER_CODEPAGE_H
#define INDEXER_CODEPAGE_H

#include <stdint.h>

#include "common/base/strbuf.h"

/* The letter of a byte from 0x80 on: of windows-1252, or of windows-1258,
 * whose tones are combining marks. */
uint32_t codepage_letter(unsigned char byte, bool vietnamese);

/* Appends UTF-8 of bytes in the named character set; false, and nothing
 * appended, if there is none of that name. */
bool codepage_decode(strbuf *out, span bytes, span charset);

#endif
