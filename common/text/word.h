/* word: the closed lists of words that the grammar asks for, from one table.
 *
 *     if (word_at(list, at, WORD_ENDS_LAW)) ...
 *
 * tables/words.tsv has one row a list: its words, what it is for, and its
 * form.  A list of the form "folded" is compared without marks, as most are,
 * since offices and people leave them out; one of the form "exact" with
 * them, where the folded word means too much.  A list may hold phrases.
 *
 * Which lists a word is in, or starts a phrase of, is looked up by the
 * token's id, so that a list costs the same whether it has two words or
 * fifty.
 */
#ifndef TEXT_WORD_H
#define TEXT_WORD_H

#include <stdbool.h>

#include "common/text/token.h"

/* The names of the lists. */
#include "common/text/tables/word-lists.inc"

/* How many tokens the longest phrase of `l` at token `at` takes; 0 if none
 * stands there, nor behind the end of the text.  O(1); for a list of phrases,
 * linear in the list where one may start. */
size_t word_at(const token_list *list, size_t at, word_list l);

/* True if one of the tokens [from, to) starts a phrase of `l`, which may go on
 * behind `to`. */
bool word_any(const token_list *list, size_t from, size_t to, word_list l);

/* The place of `form` in `l`, from 1 on; 0 if it does not stand there.
 * Linear in the list. */
unsigned word_number(span form, word_list l);

/* How many bytes a phrase of `l` takes at the start of `text`, with the
 * `blank` behind it; 0 if none stands there.  Words of `text` are parted by
 * `blank` ("thanh-pho-hue").  Linear in the list. */
size_t word_head(span text, char blank, word_list l);

/* The phrases of `l` in the order of the table, NULL behind the last. */
const char *word_entry(word_list l, size_t i);

#endif
