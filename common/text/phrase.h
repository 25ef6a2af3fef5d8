/* phrase: a table of written words and of phrases of them, to code texts in.
 *
 * Some three thousand words as they are written in lower case, and some
 * thirty-two thousand phrases of two to eight of them, counted in legal and
 * Party texts, each in a dozen of them at least; none holds a number or the
 * name of a person (tables/make-phrases.py).  A phrase is made of two codes,
 * words or phrases, so that a row of words is joined pair by pair; a text of
 * the kind that was counted becomes one code for two to three words.  The
 * numbering is stored in every index: a new table raises PHRASE_VERSION.
 */
#ifndef TEXT_PHRASE_H
#define TEXT_PHRASE_H

#include <stddef.h>
#include <stdint.h>

#include "common/base/span.h"

enum {
    PHRASE_VERSION = 2,
    PHRASE_NONE = 0,      /* no code */
    PHRASE_OTHER = 65535, /* nor is this: free for who stores codes */
    PHRASE_MOST = 8       /* words of one phrase */
};

/* The code of a word in lower case, PHRASE_NONE if the table has it not. */
uint16_t phrase_word(span written);

/* The word with this code; empty if it is no word's. */
span phrase_written(uint16_t word);

/* syllable_id of a word; 0 if the code is no word's. */
uint16_t phrase_id(uint16_t word);

/* Joins a row of codes of words, in place; returns how many codes are left.
 * Linear. */
size_t phrase_join(uint16_t *codes, size_t count);

typedef struct phrase_row {
    const uint16_t *at;
    size_t count; /* 0: no code of the table */
} phrase_row;

/* The words of a code, and their syllable ids. */
phrase_row phrase_words(uint16_t code);
phrase_row phrase_ids(uint16_t code);

/* How many codes there are, 1 up to here. */
unsigned phrase_count(void);

#endif
