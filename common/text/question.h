/* question: the words of a query that ask, and do not say what about.
 *
 *     "Vật chính được hiểu như thế nào?"  asks by "được hiểu như thế nào"
 *     "Khi nào được nghỉ phép?"           asks by "khi nào"
 *
 * Acts hardly ever contain these words, so that an index takes them for rare
 * and telling; an answer need not have them.
 */
#ifndef TEXT_QUESTION_H
#define TEXT_QUESTION_H

#include "common/text/token.h"

typedef enum question {
    QUESTION_NONE,
    QUESTION_ASKS,
    QUESTION_DEFINES /* asks what something is: "X là gì", "định nghĩa X" */
} question;

/* What the longest phrase that starts at token `at` of a query is, with
 * `*used` set to its tokens.  Words without marks ask as well as those with
 * them; with other marks ("não") they do not. */
question question_match(const token_list *list, size_t at, size_t *used);

/* The words of that phrase as they are written, with their marks; NULL if none
 * starts at `at`. */
const token_list *question_written(
    const token_list *list, size_t at, size_t *used);

#endif
