/* token: the one tokenizer of documents and queries.
 *
 * A token is a run of letters, digits and marks: one Vietnamese syllable, a
 * foreign word, or a number.  "-", "/", "_" and "." between letters separate
 * ("30/2020/NĐ-CP" is 30, 2020, nd, cp); "." and "," between digits do not
 * ("1.600.000", "3,5", "22.10.2010" and "57,59" are one token, with their
 * signs in the forms).  An apostrophe behind one or two consonants joins a
 * name ("H'Mông" is hmong).  Each token carries its byte range in the clean
 * text, so that highlights and references land exactly.
 *
 * Letters and digits that touch stay one token (12a, k3, 14h30, QH15, HĐNN8,
 * TT11), unless blanks were lost around a word:
 * - letters before or behind digits are a token of their own when they are a
 *   syllable with its marks, or one of two letters at least whose tail is not
 *   in capitals ("số31" is so, 31; "ngày26" ngay, 26; "30ngày" 30, ngay);
 * - so are two capitals or more behind digits that start the run ("31QĐ/TW"
 *   is 31, qd, tw).
 * Letters that touch are cut where token-weld finds that a blank was lost
 * ("củaỦy" is của, ủy).  Running heads of pages are no tokens, see
 * token-header.
 *
 * Forms of one token, colocated:
 * - exact: lower case, NFC, canonical tone place and i/y key ("tội", "hòa");
 * - folded: exact without marks, đ as d ("toi"), what the index holds.
 *
 * `breaks` is set on the first token of a sentence or clause: after . ; : ? !
 * (not inside a number, a time or an abbreviation: TP.HCM, TP. Hồ Chí Minh),
 * a bracket, a blank line, before a bullet or the number of a point ("1.",
 * "a)"), or after a line end whose next line starts with a capital or a digit
 * unless the line is as long as a printed one (64 to 200 bytes), which the
 * printer wrapped.  Pairs and phrases do not cross it.  Commas and dashes do
 * not break: "phòng, chống" and "phòng chống" are the same to an officer.
 */
#ifndef TEXT_TOKEN_H
#define TEXT_TOKEN_H

#include <stdbool.h>
#include <stdint.h>

#include "common/base/arena.h"
#include "common/base/span.h"

enum {
    TOKEN_MAX = 64 /* bytes of a folded or exact form; more is cut off */
};

typedef struct token {
    uint32_t start; /* bytes in the text */
    uint32_t end;
    uint32_t folded; /* place of the forms in token_list.forms */
    uint32_t exact;
    uint8_t folded_len;
    uint8_t exact_len;
    bool breaks;   /* starts a sentence or clause */
    bool line;     /* first token of its line */
    bool marked;   /* some tone, shape or stroke is written */
    bool upper;    /* its first letter is a capital */
    bool capitals; /* all its letters are, and there are two at least */
    bool number;   /* starts with a digit */
    uint8_t gap;   /* what stands behind it, see token-gap.h */
    uint8_t stop;  /* 0; kept by indexer/references-reference, which reads it */
    uint16_t id;   /* syllable_id of the folded form */
} token;

typedef struct token_list {
    span text; /* what the ranges speak of; at most 1 GB */
    token *at;
    size_t count;
    char *forms; /* all folded and exact forms, one after the other */
} token_list;

/* Tokens of `clean` (see normalize.h), in the arena.  Linear; about 30 bytes
 * of memory a token; what is beyond 1 GB is cut off. */
token_list token_list_read(arena *a, span clean);

static inline span
token_folded(const token_list *list, size_t i)
{
    const token *t = &list->at[i];

    return (span){list->forms + t->folded, t->folded_len};
}

static inline span
token_exact(const token_list *list, size_t i)
{
    const token *t = &list->at[i];

    return (span){list->forms + t->exact, t->exact_len};
}

/* True if token `at` stands in the list and has this folded form, or this
 * exact one. */
static inline bool
token_is(const token_list *list, size_t at, const char *folded)
{
    return at < list->count && span_is(token_folded(list, at), folded);
}

static inline bool
token_is_exact(const token_list *list, size_t at, const char *exact)
{
    return at < list->count && span_is(token_exact(list, at), exact);
}

/* What is written, as found. */
static inline span
token_source(const token_list *list, size_t i)
{
    const token *t = &list->at[i];

    return (span){list->text.ptr + t->start, t->end - t->start};
}

/* The first token whose range ends after byte `at`; list->count if none.
 * O(log tokens). */
size_t token_list_find(const token_list *list, size_t at);

#endif
