/* gap: what stands between two neighbouring tokens.
 *
 * The separators of symbols and dates in all their spellings: with blanks or
 * a line end round them, any dash of Unicode, an underscore.
 */
#ifndef TEXT_GAP_H
#define TEXT_GAP_H

#include "common/text/token.h"

typedef enum gap_mark {
    GAP_BLANK, /* blanks alone, or nothing */
    GAP_SLASH,
    GAP_DASH,
    GAP_DOT,
    GAP_COMMA,
    GAP_SEMICOLON,
    GAP_COLON,
    GAP_AND,   /* & */
    GAP_OPEN,  /* ( or [ */
    GAP_CLOSE, /* ) or ] */
    GAP_OTHER  /* something else, several marks, the end of the text */
} gap_mark;

typedef struct gap {
    gap_mark mark;
    bool tight; /* no blanks round the mark */
} gap;

enum { GAP_TIGHT = 16 /* a bit beside the mark in token.gap */ };

/* The bytes [from, to) between two tokens as the tokenizer keeps them, in one
 * byte.  O(1): only short gaps are read. */
uint8_t gap_read(span text, size_t from, size_t to);

/* The gap behind token `i`. */
static inline gap
gap_behind(const token_list *list, size_t i)
{
    uint8_t kept = i + 1 < list->count ? list->at[i].gap
                                       : (uint8_t)(GAP_OTHER | GAP_TIGHT);

    return (gap){(gap_mark)(kept & (GAP_TIGHT - 1)), kept & GAP_TIGHT};
}

#endif
